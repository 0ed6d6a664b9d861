"""Verifies an OpenSSF Model Signing v1.0 signature made with a bare P-256 key.

Written from the specification, apart from the product's own code, so that two readings of it can disagree. Needs the
standard library and openssl. Usage: verify_model_signing.py DIRECTORY SIGNATURE PUBLIC-KEY-PEM
"""

import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


class Refused(Exception):
    pass


def require(holds, what):
    if not holds:
        raise Refused(what)


def signed_payload(bundle, pem):
    require(bundle["mediaType"] == "application/vnd.dev.sigstore.bundle.v0.3+json", "bundle: unknown media type")
    hint = bundle["verificationMaterial"]["publicKey"]["hint"]
    require(hint == hashlib.sha256(pem).hexdigest(), "key: hint differs")
    envelope = bundle["dsseEnvelope"]
    kind = envelope["payloadType"]
    require(kind == "application/vnd.in-toto+json", "envelope: unknown payload type")
    payload = base64.b64decode(envelope["payload"], validate=True)
    require(len(envelope["signatures"]) == 1, "envelope: one signature expected")
    signature = base64.b64decode(envelope["signatures"][0]["sig"], validate=True)
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for name, content in (("key", pem), ("sig", signature), ("message", message)):
            (scratch / name).write_bytes(content)
        verdict = subprocess.run(
            ["openssl", "dgst", "-sha256", "-verify", scratch / "key", "-signature", scratch / "sig", scratch / "message"],
            capture_output=True,
        )
    require(verdict.returncode == 0, "envelope: signature does not verify")
    return json.loads(payload)


def resources(statement):
    require(statement["_type"] == "https://in-toto.io/Statement/v1", "statement: unknown type")
    require(statement["predicateType"] == "https://model_signing/signature/v1.0", "statement: unknown predicate")
    require(len(statement["subject"]) == 1, "statement: one subject expected")
    serialization = statement["predicate"]["serialization"]
    require(serialization["method"] == "files", "serialization: only files are understood")
    require(serialization["hash_type"] == "sha256", "serialization: only sha256 is understood")
    require(serialization["ignore_paths"] == [], "serialization: nothing may be ignored")
    root = hashlib.sha256()
    digests = {}
    for resource in statement["predicate"]["resources"]:
        require(resource["algorithm"] == "sha256", "resource: unknown algorithm")
        require(resource["name"] not in digests, "resource: named twice")
        digests[resource["name"]] = resource["digest"]
        root.update(bytes.fromhex(resource["digest"]))
    require(list(digests) == sorted(digests), "resources: not sorted")
    require(statement["subject"][0]["digest"] == {"sha256": root.hexdigest()}, "subject: digest differs")
    return digests


def main(directory, signature, key):
    directory = pathlib.Path(directory)
    bundle = json.loads(pathlib.Path(signature).read_text(encoding="utf-8"))
    digests = resources(signed_payload(bundle, pathlib.Path(key).read_bytes()))
    there = {path.relative_to(directory).as_posix(): path for path in directory.rglob("*") if path.is_file()}
    for name, digest in digests.items():
        require(name in there, name + ": missing")
        require(hashlib.sha256(there[name].read_bytes()).hexdigest() == digest, name + ": digest differs")
    for name in sorted(there):
        require(name in digests, name + ": not signed")
    print("OK %d files" % len(digests))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refused as refused:
        print(refused)
        sys.exit(1)

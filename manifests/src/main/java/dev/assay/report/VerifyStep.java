package dev.assay.report;

import dev.assay.manifest.FileListing;
import dev.assay.manifest.FindingSamples;
import dev.assay.manifest.Manifest;
import dev.assay.statement.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How to check one part of the record with programs that are not ours.
 *
 * @param what is checked
 * @param commands for a POSIX shell
 * @param expected what they print if all is well
 */
record VerifyStep(String what, String commands, String expected) {

    /** The steps in their order; the first one sets the variables of the others. */
    static List<VerifyStep> of(Manifest manifest) {
        String directory = "datasets/" + manifest.facts().dataset().id() + "/" + manifest.version();
        return List.of(repository(directory), manifest(manifest), attachments(manifest), data(), statements(manifest));
    }

    private static VerifyStep repository(String directory) {
        return new VerifyStep(
                "The repository is whole, and who changed the record when",
                """
                LEDGER=/path/to/clone/of/the/manifests/repository
                DATA=/path/to/the/dataset
                cd "$LEDGER"
                git fsck --full
                git log --format='%%H %%cI %%s' -- %s
                cd %s
                """.formatted(directory, directory),
                "No error, and one line for each commit.");
    }

    private static VerifyStep manifest(Manifest manifest) {
        return new VerifyStep(
                "The manifest is the one this page speaks of",
                "printf %s \"$(cat " + Manifest.NAME + ")\" | sha256sum\n",
                manifest.sha256());
    }

    private static VerifyStep attachments(Manifest manifest) {
        return new VerifyStep(
                "Its list of files and its samples are the ones it names",
                """
                sha256sum -c <<'END'
                %s  %s
                %s  %s
                END
                """.formatted(
                                manifest.facts().content().listingSha256(),
                                FileListing.NAME,
                                manifest.facts().privacy().evidence().sha256(),
                                FindingSamples.NAME),
                "OK, twice.");
    }

    private static VerifyStep data() {
        return new VerifyStep("The data are the bytes that were read", """
                jq -r 'select(.sha256) | .sha256 + "  " + .path' files.jsonl |
                  (cd "$DATA" && sha256sum -c --quiet) && echo same bytes
                """, "same bytes");
    }

    /** The message that was signed is DSSE's pre-authentication encoding; its beginning depends on the type alone. */
    private static VerifyStep statements(Manifest manifest) {
        String typeBytes = String.valueOf(Envelope.IN_TOTO.getBytes(StandardCharsets.UTF_8).length);
        return new VerifyStep(
                "The statements are signed; key.pem is the signer's public key from trust/roles.yaml, and its"
                        + " fingerprint stands above",
                """
                openssl pkey -pubin -in key.pem -outform DER | sha256sum
                T=$(mktemp -d)
                while read -r LINE; do
                  printf %%s "$LINE" | jq -r .payload | base64 -d > "$T/payload"
                  printf %%s "$LINE" | jq -r '.signatures[0].sig' | base64 -d > "$T/signature"
                  { printf 'DSSEv1 %s %s %%d ' "$(wc -c < "$T/payload")"; cat "$T/payload"; } > "$T/message"
                  jq -r '.predicateType + " about " + .subject[0].digest.sha256' "$T/payload"
                  openssl dgst -sha256 -verify key.pem -signature "$T/signature" "$T/message"
                done < %s.intoto.jsonl
                """.formatted(typeBytes, Envelope.IN_TOTO, String.valueOf(manifest.version())),
                "The key's fingerprint; for each statement that key signed, the manifest's digest and Verified OK."
                        + " For an Ed25519 key, use openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in"
                        + " \"$T/message\" -sigfile \"$T/signature\" instead.");
    }
}

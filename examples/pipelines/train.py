"""Asks the gate before training; a refusal, or no answer at all, ends the program."""

import json
import subprocess
import sys


def permitted(card, purpose, region, run_id, assay="assay"):
    """The gate's answer as a dictionary, or an exit with its own code."""
    call = [assay, "gate", card, "--purpose", purpose, "--region", region, "--run-id", run_id, "--json"]
    done = subprocess.run(call, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        print(f"Not trained: the gate answered {done.returncode}.", file=sys.stderr)
        sys.exit(done.returncode)
    return json.loads(done.stdout)


if __name__ == "__main__":
    answer = permitted(*sys.argv[1:5], assay=sys.argv[5] if len(sys.argv) > 5 else "assay")
    print("Training on", answer["dataset"], "manifest", answer["manifestSha256"])

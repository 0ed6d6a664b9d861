"""Takes the commands out of docs/gate-recipes.md and runs each as its system would, on a dataset as it was scanned and on one
with a byte more. The systems themselves are not here: what GitHub, Airflow and Kubernetes put in for their variables is put in by
this script.

    recipes.py <docs/gate-recipes.md> <launcher>
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

CARD = "id: sums\npurposes: [ai-pre-training]\nlocation: .\nexclude: [dataset.yaml]\n"


def one(pattern, text, what):
    found = re.findall(pattern, text, re.DOTALL)
    if len(found) != 1:
        sys.exit(f"The recipes have {len(found)} commands for {what}, not 1.")
    return found[0]


def actions(text):
    """A `run` step is a script for `bash -e`, expressions filled in before."""
    script = one(r"run: (\./assay gate [^\n]*)", text, "GitHub Actions")
    return ["bash", "-e", "-c", script.replace("${{ github.run_id }}", "4711")]


def airflow(text):
    """BashOperator hands the rendered template to `bash -c`."""
    script = one(r'bash_command="([^"]*)"', text, "Airflow")
    return ["bash", "-c", script.replace("{{ ts_nodash }}", "20261128T220000")]


def kubernetes(text):
    """Arguments go to the image's program without a shell; `$(NAME)` is a variable of the container."""
    args = one(r"args: \[([^\]]*)\]", text, "Kubernetes").split(", ")
    filled = [arg.replace("$(POD_NAME)", "train-0").replace("/data/", "data/") for arg in args]
    return ["assay", *filled]


def main():
    text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    launcher = pathlib.Path(sys.argv[2]).absolute()
    commands = {"GitHub Actions": actions(text), "Airflow": airflow(text), "Kubernetes": kubernetes(text)}
    with tempfile.TemporaryDirectory() as place:
        work = pathlib.Path(place)
        (work / "data").mkdir()
        (work / "assay").symlink_to(launcher)
        rows = work / "data" / "sums.jsonl"
        rows.write_text('{"question": "What is two and three?", "answer": "Five."}\n', encoding="utf-8")
        (work / "data" / "dataset.yaml").write_text(CARD, encoding="utf-8")
        environment = {**os.environ, "PATH": f"{work}{os.pathsep}{os.environ['PATH']}"}

        def answer(command):
            return subprocess.run(command, cwd=work, env=environment, check=False).returncode

        if answer(["assay", "scan", "data/dataset.yaml"]) != 0:
            sys.exit("The recipes' dataset does not pass.")
        for expected in (0, 2):
            for name, command in commands.items():
                code = answer(command)
                if code != expected:
                    sys.exit(f"The command for {name} answered {code}, not {expected}: {command}")
            with rows.open("a", encoding="utf-8") as file:
                file.write(" ")
    print("The commands of the other recipes hold:", ", ".join(commands))


main()

"""The command line run as people run it, and a home's releases as bytes; shared by the pipeline tests."""

import os
import subprocess
import sys
from pathlib import Path

SAMPLE_NOW = "2026-01-12T01:00:00Z"

OWN_SETTINGS = ("KERJASAMA_HOME", "KERJASAMA_SOURCE", "KERJASAMA_PATHS", "KERJASAMA_NOW", "DAGSTER_HOME")
"""Settings of whoever runs the tests, which must not reach them."""


def kerjasama(*words, cwd=None, env=None, timeout=600):
    """Run the command line as people do; the completed process, with its output as text."""
    command = [sys.executable, "-m", "pipelines.cli", *map(str, words)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})}
    for name in OWN_SETTINGS:
        if name not in (env or {}):
            environment.pop(name, None)
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=timeout)


def released_files(home):
    """Every file under a home's releases, by its path, with its bytes."""
    root = Path(home) / "releases"
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }

"""How long the code location takes to load, beside `import dagster` alone: what a Dagster user waits for."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 5
ROOT = Path(__file__).resolve().parent.parent


def seconds(module: str) -> float:
    """Wall time of a fresh process that imports one module."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {module}"], cwd=ROOT, check=True)
    return time.perf_counter() - start


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in seconds, measured in turn so that a busy machine slows both alike, and their ratio."""
    seconds("pipelines.definitions")  # compiles what is not compiled yet
    pairs = [(seconds("dagster"), seconds("pipelines.definitions")) for _ in range(rounds)]
    dagster, location = (statistics.median(column) for column in zip(*pairs, strict=True))
    return {"import dagster": dagster, "load the code location": location, "ratio": location / dagster}


def main() -> None:
    """Print the medians and the ratio."""
    for name, value in measure().items():
        print(f"{name:<24}{value:8.2f}{'' if name == 'ratio' else ' s'}")


if __name__ == "__main__":
    main()

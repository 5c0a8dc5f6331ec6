#!/usr/bin/env python3
"""Checks that a Kerjasama release is whole: every file is there, none is changed, none was slipped in.

Needs Python 3.8 or later and nothing else. Put it anywhere; it checks the folder it lies in, or the one
you name:

    python3 verify.py [FOLDER]

Exit code 0: all files are as they were published. 1: something differs, told line by line. 2: not a release.
"""

import hashlib
import sys
from pathlib import Path


def digest(path):
    """SHA-256 of a file, hexadecimal, read piece by piece."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            found.update(piece)
    return found.hexdigest()


def main(arguments):
    """Compare the folder with its SHA256SUMS; the exit code."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        print(f"{folder}: no SHA256SUMS there, so this is no release", file=sys.stderr)
        return 2
    told = {}
    for line in sums.read_text(encoding="utf-8").splitlines():
        value, _, path = line.partition("  ")
        told[path] = value
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {
        "SHA256SUMS"
    }
    faults = ["missing: " + path for path in sorted(set(told) - there)]
    faults += ["not part of the release: " + path for path in sorted(there - set(told))]
    faults += [
        "changed: " + path for path in sorted(set(told) & there) if digest(folder / path) != told[path]
    ]
    for fault in faults:
        print(fault)
    print(f"{len(told) - len(faults)} of {len(told)} files are as published")
    print("digest of the release: " + digest(sums))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

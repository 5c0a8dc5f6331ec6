"""The manifest of a release (`release.json`): what it is, what it holds, what it was made from.

How the files are made is `release.py`'s; which version is the newest, `pointers.py`'s.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

MANIFEST = "release.json"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a release: versions of the code, the codebook and whatever read and parsed the articles."""

    code: str
    codebook: str
    extractor: str
    parser: str = ""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a release, by its path within it. `rows` only where it is a table."""

    path: str
    sha256: str
    bytes: int
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release's manifest.

    `time` is the release's own time: the latest capture among its inputs. `inputs` counts the archived
    records and the addresses tried, tells when the last was tried, and holds the SHA-256 of further inputs
    by name (`corrections.yaml`). `limits` are those of the
    expectations that a setting overrode. `identity` is the digest of what
    it was made from; two runs with the same identity are the same release. `data_version` is the data's
    semantic version.
    """

    version: str
    time: datetime
    sample: bool
    data_version: str
    identity: str
    versions: Versions
    previous: str | None
    inputs: Mapping[str, Any]
    counts: Mapping[str, int]
    changes: Mapping[str, Any]
    accepted: Mapping[str, Any] | None
    partner_countries: tuple[str, ...]
    limits: Mapping[str, float]
    files: tuple[FileEntry, ...] = field(default=())

    def to_json(self) -> bytes:
        """The manifest as it stands in the release."""
        content = {
            **asdict(self),
            "time": self.time.isoformat(),
            "dataset": "kerjasama",
            "license": "CC-BY-4.0",
        }
        content["partner_countries"] = list(self.partner_countries)
        content["files"] = [
            {key: value for key, value in asdict(entry).items() if value is not None} for entry in self.files
        ]
        content["kind"] = "SAMPLE: made from invented articles" if self.sample else "release"
        return as_json(content)

    @classmethod
    def from_json(cls, content: bytes) -> Manifest:
        """The manifest that `to_json` wrote; ValueError or KeyError where it is none."""
        told = json.loads(content)
        return cls(
            version=told["version"],
            time=datetime.fromisoformat(told["time"]),
            sample=told["sample"],
            data_version=told["data_version"],
            identity=told["identity"],
            versions=Versions(**told["versions"]),
            previous=told["previous"],
            inputs=told["inputs"],
            counts=told["counts"],
            changes=told["changes"],
            accepted=told["accepted"],
            partner_countries=tuple(told["partner_countries"]),
            limits=told["limits"],
            files=tuple(
                FileEntry(entry["path"], entry["sha256"], entry["bytes"], entry.get("rows"))
                for entry in told["files"]
            ),
        )


def as_json(content: Any) -> bytes:
    """JSON with sorted keys, readable, UTF-8: the same bytes for the same content."""
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def sha256(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sums(files: Iterable[FileEntry], manifest: bytes) -> bytes:
    """The file SHA256SUMS, as `sha256sum -c` reads it: every file of the release but itself."""
    lines = [f"{entry.sha256}  {entry.path}\n" for entry in files] + [f"{sha256(manifest)}  {MANIFEST}\n"]
    return "".join(sorted(lines, key=lambda line: line[66:])).encode()


def release_digest(sums_file: bytes) -> str:
    """One number for a whole release: the SHA-256 of its SHA256SUMS."""
    return sha256(sums_file)

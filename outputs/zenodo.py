"""Deposits a release at Zenodo: a draft until every file there has the checksum it had here, then published
once.

Zenodo keeps no folders, so the release goes as one archive beside the few files that people look at first.
REST interface: https://developers.zenodo.org. How plain stores are filled is `publish.py`'s.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from upath import UPath

from outputs.citation import TITLE, abstract
from outputs.manifest import MANIFEST, SUMS, Manifest
from outputs.published import PublicationFailed, Published
from outputs.reading import read_manifest

TOKEN = "KERJASAMA_ZENODO_TOKEN"
BESIDE = ("README.md", "CITATION.cff", SUMS, MANIFEST)
ATTEMPTS = 5
RETRIED = (429, 500, 502, 503, 504)


def deposit(
    source: UPath, address: str, *, sleep: Callable[[float], None], token: str | None = None
) -> Published:
    """Deposit one release at a Zenodo (`https://zenodo.org`, `https://sandbox.zenodo.org`) and publish it.

    Run again it finds its own draft and finishes it, or its published deposit and does nothing. A later
    version becomes a new version of the same record. Raises PublicationFailed.
    """
    manifest = read_manifest(source)
    service = _Service(address.rstrip("/"), token or os.environ.get(TOKEN, ""), sleep)
    mine = service.deposits()
    same = next((found for found in mine if _version_of(found) == manifest.version), None)
    if same is not None and same["submitted"]:
        return Published(address, manifest.version, 0, 0, details={"deposition": same["id"], "already": True})
    draft = same or service.new_draft(mine)
    service.describe(draft, _metadata(manifest))
    wanted = upload_files(source, manifest)
    sent = service.fill(draft, wanted)
    service.agree(draft, wanted)
    done = service.publish(draft)
    details = {"deposition": done["id"], "doi": done.get("doi")}
    return Published(address, manifest.version, sent, len(wanted) - sent, details=details)


def upload_files(source: UPath, manifest: Manifest) -> dict[str, bytes]:
    """The files of a deposit by name: the whole release as a ZIP with fixed stamps, and what people look at
    first."""
    packed = io.BytesIO()
    stamp = manifest.time.timetuple()[:6]
    names = sorted([entry.path for entry in manifest.files] + [SUMS, MANIFEST])
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            member = zipfile.ZipInfo(f"kerjasama-{manifest.version}/{name}", stamp)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, (source / name).read_bytes())
    beside = {name: (source / name).read_bytes() for name in BESIDE}
    return {f"kerjasama-{manifest.version}.zip": packed.getvalue(), **beside}


def _metadata(manifest: Manifest) -> dict[str, Any]:
    return {
        "metadata": {
            "title": TITLE + (" (SAMPLE)" if manifest.sample else ""),
            "upload_type": "dataset",
            "description": abstract(manifest),
            "creators": [{"name": "Kerjasama contributors"}],
            "version": manifest.version,
            "publication_date": manifest.time.date().isoformat(),
            "license": "cc-by-4.0",
            "keywords": ["Indonesia", "international cooperation", "news"],
            "language": "ind",
        }
    }


def _version_of(deposition: Mapping[str, Any]) -> str | None:
    return (deposition.get("metadata") or {}).get("version")


class _Service:
    """The few calls that a deposit needs; each is tried again where the service sheds load."""

    def __init__(self, address: str, token: str, sleep: Callable[[float], None]) -> None:
        if not token:
            raise PublicationFailed(
                f"{address}: no token; set {TOKEN} to one with deposit:write and deposit:actions"
            )
        import requests

        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"
        self._api, self._sleep = f"{address}/api/deposit/depositions", sleep

    def deposits(self) -> list[dict[str, Any]]:
        """All deposits of this dataset, newest first: drafts and published ones."""
        found = self._call(
            "GET", self._api, params={"q": 'title:"Kerjasama"', "size": 200, "all_versions": "true"}
        )
        own = [
            item
            for item in found
            if str((item.get("metadata") or {}).get("title", "")).startswith("Kerjasama")
        ]
        return sorted(own, key=lambda item: item["id"], reverse=True)

    def new_draft(self, mine: list[dict[str, Any]]) -> dict[str, Any]:
        """A new version of the published record; the very first deposit where there is none."""
        published = next((item for item in mine if item["submitted"]), None)
        if published is None:
            return self._call("POST", self._api, json={})
        made = self._call("POST", f"{self._api}/{published['id']}/actions/newversion")
        draft = self._call("GET", made["links"]["latest_draft"])
        for file in self.files(draft):
            self._call("DELETE", f"{self._api}/{draft['id']}/files/{file['id']}")
        return draft

    def describe(self, draft: Mapping[str, Any], metadata: Mapping[str, Any]) -> None:
        """Set the draft's metadata, its version among them: by it the draft is found again."""
        self._call("PUT", f"{self._api}/{draft['id']}", json=metadata)

    def files(self, draft: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The files that the draft holds, with their checksums."""
        return self._call("GET", f"{self._api}/{draft['id']}/files")

    def fill(self, draft: Mapping[str, Any], wanted: Mapping[str, bytes]) -> int:
        """Send what is not there yet or differs; how many files were sent."""
        there = {file["filename"]: file["checksum"] for file in self.files(draft)}
        missing = [name for name, content in wanted.items() if there.get(name) != _md5(content)]
        for name in missing:
            self._call("PUT", f"{draft['links']['bucket']}/{name}", data=wanted[name])
        return len(missing)

    def agree(self, draft: Mapping[str, Any], wanted: Mapping[str, bytes]) -> None:
        """Leave it a draft unless the service holds exactly these files with exactly these checksums."""
        there = {file["filename"]: file["checksum"] for file in self.files(draft)}
        expected = {name: _md5(content) for name, content in wanted.items()}
        if there != expected:
            differing = sorted(name for name in {*there, *expected} if there.get(name) != expected.get(name))
            raise PublicationFailed(
                f"deposit {draft['id']}: checksums differ for {', '.join(differing)}; it stays a draft, "
                f"publish again"
            )

    def publish(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        """Make the draft public."""
        return self._call("POST", f"{self._api}/{draft['id']}/actions/publish")

    def _call(self, method: str, url: str, **options: Any) -> Any:
        import requests

        for attempt in range(1, ATTEMPTS + 1):
            try:
                answer = self._session.request(method, url, timeout=60, **options)
            except requests.RequestException as error:
                problem = str(error)
            else:
                if answer.ok:
                    return answer.json() if answer.content else {}
                problem = f"HTTP {answer.status_code}: {answer.text[:200]}"
                if answer.status_code not in RETRIED:
                    break
            self._sleep(0.5 * 2 ** (attempt - 1))
        raise PublicationFailed(f"{method} {url}: {problem}; the deposit stays a draft, publish again")


def _md5(content: bytes) -> str:
    return hashlib.md5(content, usedforsecurity=False).hexdigest()

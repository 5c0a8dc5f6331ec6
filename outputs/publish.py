"""Copies releases to where the public gets them: data first, index next, pointer last, under a lock with a
lease.

A reader who follows `latest.json` sees a whole release at every moment, whatever happens to the publisher.
Zenodo and Hugging Face, which are no plain stores, have modules of their own; how a release is made is
`release.py`'s.
"""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from upath import UPath

from kerjasama.storage import Home, write_atomically
from outputs import pointers
from outputs.failure import FOLDER as FAILED
from outputs.lease import Lease
from outputs.manifest import MANIFEST, SUMS, Manifest, sha256
from outputs.published import PublicationFailed, Published
from outputs.reading import NoRelease, read_manifest
from outputs.retention import prune

log = logging.getLogger(__name__)

ATTEMPTS = 4
"""Tries for each file; the pause doubles from a quarter of a second, since stores that shed load want to be
left alone."""


def publish(
    home: Home,
    destination: str,
    *,
    version: str | None = None,
    keep: int | None = None,
    owner: str | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = time.sleep,
    options: Mapping[str, Any] | None = None,
) -> Published:
    """Publish a home's release (the newest unless told) to a folder or URL, with the reports of failed
    runs.

    `destination`: a path or any fsspec URL (`s3://bucket/prefix`); `zenodo+https://zenodo.org` (token in
    `options` or KERJASAMA_ZENODO_TOKEN); `hf+PATH` for the Hugging Face layout. `keep`: how many versions
    stay public, None for all. `owner` names this publisher in the lock (host and process unless told).
    `options` are the store's own (fsspec storage options). Publishing again finishes what was cut off and
    writes nothing that is there already. Raises PublicationFailed, or LeaseTaken while somebody else
    publishes.
    """
    source = _source(home, version)
    if destination.startswith("zenodo+"):
        from outputs.zenodo import deposit

        return deposit(source, destination.removeprefix("zenodo+"), sleep=sleep, **dict(options or {}))
    if destination.startswith("hf+"):
        from outputs.hugging_face import lay_out

        return lay_out(source, UPath(destination.removeprefix("hf+"), **dict(options or {})))
    return publish_to_store(
        source,
        UPath(destination, **dict(options or {})),
        failed=home.releases / FAILED,
        keep=keep,
        lease=Lease(UPath(destination, **dict(options or {})), owner or _this_process(), clock),
        sleep=sleep,
    )


def publish_to_store(
    source: UPath,
    destination: UPath,
    *,
    failed: UPath | None,
    keep: int | None,
    lease: Lease,
    sleep: Callable[[float], None],
) -> Published:
    """Copy one release to a store, its manifest last; then the pointers, `latest.json` last of all."""
    manifest = read_manifest(source)
    with lease:
        sent = kept = 0
        target = destination / manifest.version
        for path, digest in _files(source, manifest):
            if _send(source / path, target / path, digest, sleep):
                sent += 1
            else:
                kept += 1
            lease.renew()
        failures = _send_failures(failed, destination / FAILED, sleep) if failed is not None else 0
        lease.hold()  # Whoever lost the lease while it slept must not touch what others have moved on.
        _retried(lambda: pointers.settle(destination), "the pointers", sleep)
        removed = prune(destination, keep)
    log.info("published %s to %s: %d files sent, %d were there", manifest.version, destination, sent, kept)
    return Published(str(destination), manifest.version, sent, kept, failures, tuple(removed))


def _this_process() -> str:
    return f"{socket.gethostname()}-{os.getpid()}"


def _source(home: Home, version: str | None) -> UPath:
    if version is not None:
        return home.releases / version
    newest = pointers.versions(home.releases)
    if not newest:
        raise NoRelease(f"{home.releases}: no release there yet; make one with `kerjasama release`")
    return home.releases / newest[0].version


def _files(source: UPath, manifest: Manifest) -> list[tuple[str, str]]:
    """(path, SHA-256) of all files of a release in the order of sending: data, then the sums, the manifest
    last."""
    data = [(entry.path, entry.sha256) for entry in manifest.files]
    return data + [(name, sha256((source / name).read_bytes())) for name in (SUMS, MANIFEST)]


def _send(source: UPath, target: UPath, digest: str, sleep: Callable[[float], None]) -> bool:
    """Send one file unless the very same is there; whether it was sent."""
    if _digest_there(target) == digest:
        return False
    content = source.read_bytes()
    if sha256(content) != digest:
        raise PublicationFailed(
            f"{source}: not what the manifest says (altered on disk); run `kerjasama verify`, then "
            f"release again"
        )

    def put() -> None:
        write_atomically(target, content)
        if _digest_there(target) != digest:
            raise OSError(f"{target}: arrived otherwise than it was sent")

    _retried(put, str(target), sleep)
    return True


def _digest_there(target: UPath) -> str | None:
    """The SHA-256 of what lies at the target now; None where nothing does."""
    _forget_listing(target)
    try:
        return sha256(target.read_bytes())
    except FileNotFoundError:
        return None


def _send_failures(failed: UPath, target: UPath, sleep: Callable[[float], None]) -> int:
    """Publish the reports of failed runs, each as failed and with its `report.json` last; how many were
    new."""
    if not failed.exists():
        return 0
    new = 0
    for run in sorted(failed.iterdir(), key=str):
        if not (run / "report.json").exists() or _digest_there(target / run.name / "report.json"):
            continue
        names = sorted(
            path.path.removeprefix(run.path).lstrip("/") for path in run.rglob("*") if path.is_file()
        )
        for name in sorted(names, key=lambda name: (name == "report.json", name)):
            content = (run / name).read_bytes()
            _send(run / name, target / run.name / name, sha256(content), sleep)
        new += 1
    return new


def _retried(act: Callable[[], Any], what: str, sleep: Callable[[float], None]) -> Any:
    """Do it, and again after a pause where the store fails; PublicationFailed when it never works."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return act()
        except OSError as error:
            if attempt == ATTEMPTS:
                raise PublicationFailed(
                    f"{what}: could not be written after {ATTEMPTS} tries ({error}); "
                    "mend the destination and publish again: it goes on where it stopped"
                ) from error
            log.warning("%s: %s; trying again", what, error)
            sleep(0.25 * 2 ** (attempt - 1))
    raise AssertionError("unreachable: the last attempt returns or raises")


def _forget_listing(path: UPath) -> None:
    """Stores that remember listings must look again: another publisher may have written meanwhile."""
    if hasattr(path, "fs"):
        path.fs.invalidate_cache()

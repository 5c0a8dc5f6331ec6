"""Makes a release: decides whether there is one to make, has it judged, writes it aside, and gives it its
name.

The order is the contract: nothing is visible before the expectations have passed and every file is written;
the pointer comes last. A run that was killed is simply run again. What single files hold is the other
modules' subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from upath import UPath

from kerjasama.schema import PUBLISHED
from kerjasama.storage import Home
from outputs import changes, failure, pointers
from outputs.contents import Contents, Described, put_release
from outputs.descriptor_check import descriptor_faults
from outputs.history import WIDE, history
from outputs.identity import Inputs, next_version
from outputs.manifest import MANIFEST, SUMS, FileEntry, Manifest, Versions, release_digest, sums
from outputs.reading import HISTORY_OF, StoredTables, read_table
from outputs.staging import Content, Staging, remove_folder, stale_stagings
from outputs.tombstones import tombstones
from outputs.wide import facts_wide

if TYPE_CHECKING:
    import pyarrow


NOTHING_READ = (
    ("inputs.not_empty", "no archive record was read: there is nothing to release; fetch or name articles"),
)


LOOKED_AT_BEFORE = {
    "facts": ("fact_id", "article_id"),
    "articles": ("article_id", "publisher", "published_at", "archive_record"),
    "inputs": ("archive_record", "outcome", "article_id"),
}
"""Columns of the previous release that the rules about continuity compare with today's."""


class Verdict(Protocol):
    """What the expectations say (expectations.gate.Verdict)."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """Files of the folder `validation/`, by path within it."""
        ...

    @property
    def stops(self) -> tuple[tuple[str, str], ...]:
        """(rule, what was seen) of what nothing excuses."""
        ...

    @property
    def acceptable(self) -> tuple[tuple[str, str], ...]:
        """(rule, what was seen) of what a person may accept with a reason."""
        ...

    @property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """(rule, what was seen) of what is only told."""
        ...


Judge = Callable[..., Verdict]
"""`judge(tables, version=…, at=…)`; expectations.gate.judge, or that with limits bound to it."""

Reasons = Sequence[tuple[str, str]]
"""(rule, what was seen) of what stops a release."""

Watch = Callable[[Mapping[str, "pyarrow.Table"]], Reasons]
"""What is wrong with the sources of a run that brought nothing new; expectations.gate.silence."""


@dataclass(frozen=True, slots=True)
class Released:
    """A release that was made, or that a killed run had made all but visible."""

    version: str
    path: UPath
    digest: str
    data_version: str
    counts: Mapping[str, int]
    summary: str
    warnings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The inputs and everything that reads them are those of the newest release; nothing was written."""

    version: str
    path: UPath
    digest: str


class ReleaseRefused(Exception):
    """The data refuse: `reasons` say what and why, `report` is the folder under `failed/` that tells it in
    full."""

    def __init__(self, reasons: Reasons, report: UPath, acceptable: bool) -> None:
        self.reasons, self.report, self.acceptable = tuple(reasons), report, acceptable
        what = "\n".join(f"  {rule}: {seen}" for rule, seen in reasons)
        how = "accept it with --accept REASON, or mend" if acceptable else "mend"
        super().__init__(
            f"no release was made:\n{what}\nThe report lies in {report}; {how} the source and run again."
        )


def build(
    home: Home,
    tables: Mapping[str, pyarrow.Table],
    *,
    now: datetime,
    sample: bool,
    judge: Judge,
    versions: Versions,
    version: str | None = None,
    accuracy: Mapping[str, Any] | None = None,
    accept: str | None = None,
    limits: Mapping[str, float] | None = None,
    partner_countries: Sequence[str] = ("JP",),
    ledger: Iterable[tuple[str, str]] = (),
    texts: Mapping[str, str] | None = None,
    watch: Watch = lambda tables: (),
) -> Released | Unchanged:
    """Make the next release of a home from its tables, or say that there is nothing new.

    `tables`: all published ones, screened (`expectations.screening`), and beside them whatever the
    expectations look at: `parsed_articles` with texts, `captures`, `rejects`, the `*_mentions`. `now` only
    names the folder of a failed run: a release's own time is the latest capture among its inputs. `version`
    overrides the rule YYYY.MM.DD[.n]. `accept` is a person's reason to let pass what may be accepted; the
    manifest keeps it, so that accepted silence makes a release of its own. `limits` are those that `judge`
    was given beside its own, for the manifest. `ledger` holds (table, row key) of rows that corrections.yaml
    touched. `texts` are further inputs by name (e.g. corrections.yaml) whose content is part of the release's
    identity. `watch` looks at a run that brought nothing new: a source that fell silent stops it too, unless
    that was accepted.

    Raises ReleaseRefused where an expectation stops it, ValueError for a version that is none or is taken,
    and for a reason to accept where there is nothing to accept and no release to record it.
    """
    releases = home.releases
    inputs = Inputs(tables, versions, sample, partner_countries, accuracy, texts or {})
    published, identity = inputs.published, inputs.identity
    refuse = partial(_refuse, releases, now, identity)
    if not published["inputs"].num_rows:
        raise refuse(version or "the first release", NOTHING_READ, {}, acceptable=False)
    existing = [manifest for manifest in pointers.versions(releases) if manifest.sample == sample]
    previous = existing[0] if existing else None
    silent: Reasons = ()
    if previous is not None and previous.identity == identity and version in (None, previous.version):
        silent = _not_yet_accepted(watch({**tables, **published}), previous)
        if silent and not accept:
            raise refuse(f"{previous.version} again", silent, {}, acceptable=True)
        if not silent:
            _refuse_idle(accept, previous)
            return _again(releases, previous)
    name = version or next_version(inputs.time, sample, [manifest.version for manifest in existing])
    _refuse_name(releases, name)
    verdict = judge({**tables, **published, **_previous(releases, previous)}, version=name, at=inputs.time)
    reasons = [*verdict.stops, *(() if accept else verdict.acceptable)]
    if reasons:
        raise refuse(name, reasons, verdict.files, acceptable=not verdict.stops)
    before = StoredTables(releases / previous.version) if previous else {}
    delta = changes.compare(before, published, previous, versions, ledger)
    accepted = _accepted(accept, (*verdict.acceptable, *silent))
    manifest = _manifest(inputs, name, previous, delta, accepted, limits or {})
    contents = _contents(releases, previous, manifest, published, delta, verdict.files, accuracy)
    staging = Staging(releases, name)
    entries, described = _write(staging, contents)
    if faults := descriptor_faults(described.files, entries, described.columns):
        remove_folder(staging.folder)
        raise refuse(name, faults, verdict.files, acceptable=False)
    digest = _name(staging, replace(manifest, files=tuple(entries)))
    told = manifest.data_version, manifest.counts, delta.summary(), verdict.warnings
    return Released(name, releases / name, digest, *told)


def _manifest(
    inputs: Inputs,
    name: str,
    previous: Manifest | None,
    delta: changes.Delta,
    accepted: dict[str, Any] | None,
    limits: Mapping[str, float],
) -> Manifest:
    """The manifest of a release that is called `name`, but for its files."""
    return Manifest(
        version=name,
        time=inputs.time,
        sample=inputs.sample,
        data_version=changes.data_version(previous.data_version if previous else None, delta),
        identity=inputs.identity,
        versions=inputs.versions,
        previous=previous.version if previous else None,
        inputs=inputs.as_plain(),
        counts={table: inputs.published[table].num_rows for table in PUBLISHED},
        changes={key: value for key, value in changes.as_plain(delta).items() if key != "reasons"},
        accepted=accepted,
        partner_countries=tuple(sorted(inputs.partner_countries)),
        limits=dict(limits),
    )


def _refuse(
    releases: UPath,
    now: datetime,
    identity: str,
    name: str,
    reasons: Reasons,
    files: Mapping[str, bytes],
    *,
    acceptable: bool,
) -> ReleaseRefused:
    """The refusal of what would have become `name`, its report written."""
    return ReleaseRefused(reasons, failure.report(releases, now, name, identity, reasons, files), acceptable)


def _previous(releases: UPath, previous: Manifest | None) -> dict[str, pyarrow.Table]:
    """What the expectations look at in the previous release: these columns of these tables, no more."""
    if previous is None:
        return {}
    found = {
        f"previous:{name}": read_table(releases / previous.version, name, columns)
        for name, columns in LOOKED_AT_BEFORE.items()
    }
    return {name: table for name, table in found.items() if table is not None}


def _not_yet_accepted(seen: Reasons, manifest: Manifest) -> Reasons:
    """What was seen but for what somebody accepted, word for word, when the release was made."""
    accepted = [tuple(pair) for pair in (manifest.accepted or {}).get("what", ())]
    return [reason for reason in seen if reason not in accepted]


def _accepted(reason: str | None, what: Reasons) -> dict[str, Any] | None:
    """What the manifest tells of an acceptance: the reason, and each thing that it let pass."""
    return {"reason": reason, "what": [list(pair) for pair in dict.fromkeys(what)]} if reason else None


def _refuse_idle(accept: str | None, newest: Manifest) -> None:
    """ValueError for a reason that no manifest would keep: the newest one is written, and has another."""
    if accept and (newest.accepted or {}).get("reason") != accept:
        raise ValueError(
            f"nothing is new since release {newest.version} and nothing is left to accept: the reason "
            f"{accept!r} would be recorded nowhere; leave --accept out"
        )


def _refuse_name(releases: UPath, name: str) -> None:
    pointers.order(name)
    if (releases / name / MANIFEST).exists():
        raise ValueError(
            f"version {name} exists in {releases} and is immutable; choose another or leave --version out"
        )


def _again(releases: UPath, manifest: Manifest) -> Released | Unchanged:
    """The newest release once more: finish what a killed run left undone, or write nothing at all."""
    path = releases / manifest.version
    digest = release_digest((path / SUMS).read_bytes())
    stale = stale_stagings(releases)
    for folder in stale:
        remove_folder(folder)
    if pointers.settle(releases):
        told = manifest.changes.get("summary", "")
        return Released(manifest.version, path, digest, manifest.data_version, manifest.counts, told)
    return Unchanged(manifest.version, path, digest)


def _contents(
    releases: UPath,
    previous: Manifest | None,
    manifest: Manifest,
    published: Mapping[str, pyarrow.Table],
    delta: changes.Delta,
    validation: Mapping[str, bytes],
    accuracy: Mapping[str, Any] | None,
) -> Contents:
    wide = facts_wide(published)
    names: dict[str, Any] = {"version": manifest.version, "at": manifest.time}

    def kept(name: str) -> pyarrow.Table | None:
        return read_table(releases / previous.version, name) if previous else None

    def history_of(name: str) -> pyarrow.Table:
        return history(kept(HISTORY_OF + name), {**published, WIDE: wide}[name], name, delta, **names)

    return Contents(
        manifest=manifest,
        tables=published,
        facts_wide=wide,
        tombstones=tombstones(kept("tombstones"), delta, **names),
        history=history_of,
        delta=delta,
        validation=validation,
        accuracy=accuracy,
    )


def _write(staging: Staging, contents: Contents) -> tuple[list[FileEntry], Described]:
    """Write the files aside; what each is, and the descriptions."""
    staging.start()
    entries: list[FileEntry] = []

    def put(path: str, content: Content, rows: int | None = None) -> FileEntry:
        entries.append(FileEntry(path, *staging.write(path, content), rows))
        return entries[-1]

    described = put_release(contents, put)
    return sorted(entries, key=lambda entry: entry.path), described


def _name(staging: Staging, manifest: Manifest) -> str:
    """Write the manifest and the sums, give the release its name, settle the pointers; the release's
    digest."""
    told = manifest.to_json()
    check = sums(manifest.files, told)
    staging.write(SUMS, check)
    staging.write(MANIFEST, told)
    staging.finish()
    pointers.settle(staging.releases)
    return release_digest(check)

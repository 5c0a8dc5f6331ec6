"""A release is made whole or not at all, once for the same inputs, with the same bytes anywhere."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from making import VERSIONS, PlainVerdict, make
from small_world import STORIES, changed, world

from kerjasama.schema import PUBLISHED
from kerjasama.storage import Home
from outputs import pointers
from outputs.manifest import SUMS, Versions, release_digest
from outputs.release import Released, ReleaseRefused, Unchanged
from outputs.staging import STAGING

LAYOUT = [
    "release.json",
    "README.md",
    "README.id.md",
    "README.ja.md",
    "LICENSE.txt",
    "CITATION.cff",
    "datapackage.json",
    "croissant.json",
    "dataset.jsonld",
    "SHA256SUMS",
    "data/facts_wide.csv",
    "history/facts_wide.parquet",
    "history/actors.parquet",
    "data/tombstones.parquet",
    "changes.json",
    "validation/summary.json",
    "accuracy.json",
    "explorer/index.html",
    "inputs.parquet",
    "verify.py",
]


def test_a_release_has_every_file_of_the_layout(released, tree) -> None:
    files = tree(released.path)
    tables = [name for name in PUBLISHED if name != "inputs"]
    wanted = {*LAYOUT, *(f"data/{n}.{e}" for n in tables for e in ("parquet", "csv"))}
    wanted |= {f"changes/{name}.{end}" for name in PUBLISHED for end in ("parquet", "csv")}
    assert wanted <= set(files)


def test_manifest_and_sums_tell_every_file_and_the_digest_is_one_number(released, tree) -> None:
    files = tree(released.path)
    manifest = json.loads(files["release.json"])
    assert {entry["path"] for entry in manifest["files"]} == set(files) - {"release.json", SUMS}
    assert all(len(files[entry["path"]]) == entry["bytes"] for entry in manifest["files"])
    rows = {entry["path"]: entry["rows"] for entry in manifest["files"] if "rows" in entry}
    assert rows["data/facts.parquet"] == rows["data/facts.csv"] == 6
    assert released.digest == release_digest(files[SUMS])
    check = subprocess.run(["sha256sum", "--check", "--quiet", SUMS], cwd=str(released.path), check=False)
    assert check.returncode == 0


def test_a_sample_says_so_everywhere(released, tree) -> None:
    files = tree(released.path)
    assert released.version == "2024.05.20-sample"
    assert "SAMPLE" in json.loads(files["release.json"])["kind"]
    for name in (
        "README.md",
        "README.id.md",
        "README.ja.md",
        "CITATION.cff",
        "datapackage.json",
        "croissant.json",
        "dataset.jsonld",
    ):
        assert b"SAMPLE" in files[name], name
    assert b'"sample":true' in files["explorer/index.html"]


def test_the_article_text_is_in_no_file(released, tree) -> None:
    """A stretch of each text that spans two sentences, which no quotation does."""
    texts = world()["parsed_articles"].column("text").to_pylist()
    stretches = [text[text.index('," kata') - 20 : text.index('," kata') + 60].encode() for text in texts]
    for path, content in tree(released.path).items():
        assert not any(stretch in content for stretch in stretches), path
    for parquet in Path(str(released.path)).rglob("*.parquet"):
        assert "text" not in pq.read_schema(parquet).names or parquet.name == "mentions.parquet"


def test_the_same_inputs_make_nothing_new_and_write_nothing(home, tree) -> None:
    first = make(home)
    before = {path: Path(str(home.releases), path).stat().st_mtime_ns for path in tree(home.releases)}
    again = make(home)
    assert isinstance(first, Released)
    assert again == Unchanged(first.version, first.path, first.digest)
    assert before == {path: Path(str(home.releases), path).stat().st_mtime_ns for path in tree(home.releases)}


def test_two_homes_get_the_same_bytes(home, tmp_path, tree) -> None:
    make(home)
    make(Home.at(tmp_path / "other"))
    assert tree(home.releases) == tree(tmp_path / "other" / "releases")


SCRIPT = """
import sys
sys.path[:0] = [{tests!r}, {expectations!r}]
from datetime import UTC, datetime
from making import make
from expectations.gate import judge
from kerjasama.storage import Home
make(Home.at(sys.argv[1]), judge=judge)
"""


def test_two_processes_get_the_same_bytes_with_great_expectations_and_any_hash_seed(tmp_path, tree) -> None:
    """Data Docs included: Great Expectations stamps its own times and identifiers, which a release must not
    have."""
    here = Path(__file__).resolve().parent
    script = SCRIPT.format(tests=str(here), expectations=str(here.parent / "expectations"))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=here.parent.parent,
        )
        for seed, zone in (("1", "UTC"), ("31337", "Asia/Jakarta"))
    ]
    assert [process.wait() for process in running] == [0, 0]
    one, two = tree(tmp_path / "1"), tree(tmp_path / "31337")
    assert one == two
    docs = [path for path in one if "/validation/docs/" in path]
    assert len(docs) > 15
    for path in docs:
        elsewhere = rb"""(src|href)\s*=\s*["']?(https?:)?//|url\(\s*["']?(https?:)?//|<script"""
        assert not re.search(elsewhere, one[path]), path


@pytest.mark.parametrize("name", ["latest", "2024.5.20", "../2024.05.20", "2024.05.20.0"])
def test_a_version_that_is_none_is_refused(home, name: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        make(home, version=name)


def test_a_version_that_is_taken_is_refused(home) -> None:
    make(home)
    with pytest.raises(ValueError, match="exists"):
        make(home, versions=Versions("2", "1.0", "rules 2", "generic 1"), version="2024.05.20-sample")


def test_another_extractor_makes_another_release_of_the_same_inputs(home) -> None:
    make(home)
    made = make(home, versions=Versions("0.1.0", "1.0", "rules 2", "generic 1"))
    assert (
        isinstance(made, Released) and made.version == "2024.05.20.1-sample" and made.data_version == "1.0.1"
    )
    latest = json.loads((home.releases / "latest.json").read_bytes())
    index = json.loads((home.releases / "index.json").read_bytes())
    assert latest["version"] == made.version and latest["digest"] == made.digest
    assert [entry["version"] for entry in index["versions"]] == [made.version, "2024.05.20-sample"]


def test_what_stops_a_release_leaves_a_report_and_no_version(home, tree) -> None:
    def stopping(tables, *, version, at):
        return PlainVerdict(stops=(("facts.x", "3 of 6 rows break it"),), acceptable=(("facts.y", "lost"),))

    with pytest.raises(ReleaseRefused, match=r"facts\.x: 3 of 6 rows break it") as refusal:
        make(home, judge=stopping)
    assert not refusal.value.acceptable
    files = tree(home.releases)
    assert {path.split("/")[0] for path in files} == {"failed"}
    report = json.loads(next(content for path, content in files.items() if path.endswith("report.json")))
    assert report["reasons"][0] == {"rule": "facts.x", "seen": "3 of 6 rows break it"}
    assert pointers.versions(home.releases) == []
    with pytest.raises(ReleaseRefused):
        make(home, judge=stopping, accept="tidak apa-apa")


def test_what_a_person_accepts_is_recorded_with_the_reason(home) -> None:
    def asking(tables, *, version, at):
        return PlainVerdict(acceptable=(("facts.no_publisher_lost_facts", "wartanusa: 1 facts, 9 before"),))

    with pytest.raises(ReleaseRefused) as refusal:
        make(home, judge=asking)
    assert refusal.value.acceptable and "--accept REASON" in str(refusal.value)
    made = make(home, judge=asking, accept="wartanusa menutup arsipnya")
    manifest = json.loads((made.path / "release.json").read_bytes())
    assert manifest["accepted"] == {
        "reason": "wartanusa menutup arsipnya",
        "what": [["facts.no_publisher_lost_facts", "wartanusa: 1 facts, 9 before"]],
    }
    assert "wartanusa menutup arsipnya" in (made.path / "README.md").read_text()


def test_a_lost_publisher_stops_the_release_and_old_data_are_not_offered_as_new(home) -> None:
    from expectations.gate import judge

    first = make(home, judge=judge)
    fewer = world(tuple(story for story in STORIES if story[0] == "wartanusa"))
    with pytest.raises(ReleaseRefused, match="gone: kabarpesisir") as refusal:
        make(home, fewer, judge=judge)
    assert refusal.value.acceptable
    assert json.loads((home.releases / "latest.json").read_bytes())["version"] == first.version
    made = make(home, fewer, judge=judge, accept="kabarpesisir tutup")
    assert made.counts["articles"] == 3


def test_no_input_is_told_plainly_and_reported(home) -> None:
    from kerjasama.schema import to_table

    with pytest.raises(ReleaseRefused, match="no archive record was read") as refusal:
        make(home, {**world(), "inputs": to_table("inputs", [])})
    report = json.loads((refusal.value.report / "report.json").read_bytes())
    assert [reason["rule"] for reason in report["reasons"]] == ["inputs.not_empty"]
    assert not (home.releases / "latest.json").exists()


def silent_world() -> dict:
    """The small world after a day on which an outlet answered nothing: the inputs are the same."""
    from kerjasama.schema import to_table

    tables = world()
    day = {**tables["coverage"].to_pylist()[0], "day": "2024-05-21", "tried": 3, "failed": 3}
    day = {**day, "fetched": 0, "articles": 0, "rejected": 0, "relevant": 0, "facts": 0}
    tried = {
        **tables["captures"].to_pylist()[0],
        "day": "2024-05-21",
        "status": "failed",
        "reason": "timeout",
    }
    more = [{**tried, "capture_id": f"c{n}", "archive_record": None} for n in range(3)]
    return {
        **tables,
        "coverage": to_table("coverage", [*tables["coverage"].to_pylist(), day]),
        "captures": to_table("captures", [*tables["captures"].to_pylist(), *more]),
    }


def test_silence_is_no_release_that_is_unchanged(home, tree) -> None:
    from expectations.gate import silence

    first = make(home, watch=silence)
    assert isinstance(make(home, watch=silence), Unchanged)
    before = tree(home.releases)
    with pytest.raises(ReleaseRefused, match="3 addresses tried on 2024-05-21, none answered") as refusal:
        make(home, silent_world(), watch=silence)
    assert refusal.value.acceptable and "--accept" in str(refusal.value)
    told = {path: content for path, content in tree(home.releases).items() if path not in before}
    assert {path.split("/")[0] for path in told} == {"failed"}
    assert b"no_source_fell_silent" in (refusal.value.report / "README.md").read_bytes()
    assert b"validation/docs" not in (refusal.value.report / "README.md").read_bytes()
    assert json.loads((home.releases / "latest.json").read_bytes())["version"] == first.version


def test_silence_that_a_person_accepts_makes_a_release_that_records_it(home) -> None:
    """Its facts are those of the release before; its coverage tells the silent day."""
    from expectations.gate import judge, silence

    first = make(home, judge=judge, watch=silence)
    options = {"judge": judge, "watch": silence, "accept": "peladen media itu mati"}
    made = make(home, silent_world(), **options)
    assert isinstance(made, Released) and made.version == "2024.05.20.1-sample"
    manifest = json.loads((made.path / "release.json").read_bytes())
    assert manifest["accepted"]["reason"] == "peladen media itu mati"
    assert [rule for rule, _ in manifest["accepted"]["what"]] == ["coverage.no_source_fell_silent"]
    assert manifest["previous"] == first.version and manifest["inputs"]["tried"] == 10
    again = make(home, silent_world(), **options)
    assert again == Unchanged(made.version, made.path, made.digest)
    assert make(home, silent_world(), judge=judge, watch=silence) == again


def test_a_reason_that_nothing_would_record_is_refused(home) -> None:
    from expectations.gate import silence

    made = make(home, watch=silence)
    with pytest.raises(ValueError, match=r"nothing is left to accept.*leave --accept out"):
        make(home, watch=silence, accept="tidak apa-apa")
    assert json.loads((home.releases / "latest.json").read_bytes())["digest"] == made.digest


def test_silence_that_was_accepted_with_a_release_is_not_asked_about_again(home) -> None:
    from expectations.gate import judge, silence

    made = make(home, silent_world(), judge=judge, watch=silence, accept="peladen media itu mati")
    assert isinstance(made, Released)
    assert isinstance(make(home, silent_world(), judge=judge, watch=silence), Unchanged)


def test_pointers_are_written_again_when_they_were_lost(home, tree) -> None:
    made = make(home)
    before = tree(home.releases)
    for name in pointers.POINTERS:
        (home.releases / name).unlink()
    assert isinstance(make(home), Released)
    assert tree(home.releases) == before
    assert isinstance(make(home), Unchanged)
    assert made.version == "2024.05.20-sample"


def test_the_feed_is_atom_that_a_reader_understands(home) -> None:
    import feedparser

    make(home)
    make(home, changed(world(), "inputs", 0, content_digest="0" * 64))
    feed = feedparser.parse((home.releases / "feed.xml").read_bytes())
    assert not feed.bozo and [entry.title for entry in feed.entries] == [
        "2024.05.20.1-sample (SAMPLE)",
        "2024.05.20-sample (SAMPLE)",
    ]


def test_release_works_on_an_object_store(tree) -> None:
    """No rename there: the manifest is what makes a folder a release."""
    from upath import UPath

    home = Home.at(UPath("memory://dataset-of-test-release"))
    made = make(home)
    assert isinstance(made, Released) and isinstance(make(home), Unchanged)
    names = {path.name for path in home.releases.iterdir()}
    assert made.version in names and not any(name.startswith(STAGING) for name in names)


def test_versions_in_the_manifest_are_those_given(released) -> None:
    manifest = json.loads((released.path / "release.json").read_bytes())
    assert manifest["versions"] == {
        "code": VERSIONS.code,
        "codebook": VERSIONS.codebook,
        "extractor": VERSIONS.extractor,
        "parser": VERSIONS.parser,
    }

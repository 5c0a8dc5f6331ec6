"""The explorer opens from the disk in a real browser, shows the facts, and runs nothing but its own code."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from making import make
from small_world import changed, world

from kerjasama.storage import Home

HOSTILE = "<script>document.title='taken'</script><img src=x onerror=alert(1)>\u202e"


def page(tmp_path: Path, tables: dict | None = None) -> Path:
    made = make(Home.at(tmp_path / "home"), tables)
    return Path(str(made.path)) / "explorer" / "index.html"


def embedded(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)[1])


def test_the_page_is_complete_in_itself(tmp_path) -> None:
    html = page(tmp_path).read_text()
    assert not re.search(r'(src|href)="(https?:)?//|@import|url\(', html)
    assert "default-src 'none'" in html and "{{" not in html
    data = embedded(html)
    assert len(data["facts"]) == 6 and data["left_out"] == 0 and data["sample"] is True
    assert next(iter(data["labels"]["stage"])) == "requested"


def test_a_hostile_headline_stays_data(tmp_path) -> None:
    html = page(tmp_path, changed(world(), "articles", 0, title=HOSTILE)).read_text()
    assert html.count("<script") == 2 and "onerror" in html and "<img" not in html
    titles = [row[3] for row in embedded(html)["facts"]]
    assert HOSTILE in titles


def test_only_the_newest_facts_are_packed_and_the_page_says_how_many_are_not(tmp_path, released) -> None:
    import pyarrow.parquet as pq

    from outputs import explorer
    from outputs.reading import read_manifest, read_tables

    wide = pq.read_table(str(released.path / "data/facts_wide.parquet"))
    manifest, tables = read_manifest(released.path), read_tables(released.path)
    data = explorer.page_data(manifest, tables, wide, most=4)
    published = [row[1] for row in data["facts"]]
    assert len(published) == 4 and data["left_out"] == 2 and published == sorted(published, reverse=True)


@pytest.fixture
def chromium() -> str:

    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        import importlib.util

        root = Path(__file__).resolve().parent.parent / "conftest.py"
        spec = importlib.util.spec_from_file_location("root_conftest", root)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.missing("chromium")
    return str(found)


def test_a_real_browser_shows_every_fact_from_the_disk(tmp_path, chromium: str) -> None:
    path = page(tmp_path, changed(world(), "articles", 0, title=HOSTILE))
    done = subprocess.run(
        [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            path.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    shown = done.stdout
    assert shown.count('class="fact"') == 6 and "6 of 6 facts" in shown
    assert "<title>Kerjasama 2024.05.20-sample (SAMPLE)</title>" in shown
    body = shown[: shown.index('<script type="application/json"')]
    assert "<img" not in body and "&lt;script&gt;document.title" in body
    assert (
        "Koperasi Rotan Trusmi" in body and "signed or in force" in body and "Nothing here happened" in body
    )

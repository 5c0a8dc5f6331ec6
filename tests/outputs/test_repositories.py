"""Zenodo (against FakeZenodo) and the Hugging Face layout: idempotent, drafts until all agrees, a tag a
version."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from fake_zenodo import FakeZenodo, fake_zenodo
from making import make
from small_world import changed, world

from kerjasama.storage import Home
from outputs.manifest import Versions
from outputs.publish import publish
from outputs.published import PublicationFailed

FILES = {"kerjasama-2024.05.20-sample.zip", "README.md", "CITATION.cff", "SHA256SUMS", "release.json"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    made = Home.at(tmp_path_factory.mktemp("home"))
    make(made)
    return made


@pytest.fixture
def zenodo() -> Iterator[FakeZenodo]:
    with fake_zenodo() as service:
        yield service


def deposit(home: Home, service: FakeZenodo, token: str = "right"):
    return publish(home, f"zenodo+{service.address}", options={"token": token}, sleep=lambda seconds: None)


def held(service: FakeZenodo, number: int) -> set[str]:
    return {name for n, name in service.contents if n == number}


def test_a_release_becomes_a_published_deposit_with_all_its_files(home, zenodo, tree) -> None:
    done = deposit(home, zenodo)
    only = zenodo.depositions[1]
    assert (
        only["submitted"] and only["metadata"]["version"] == "2024.05.20-sample" and held(zenodo, 1) == FILES
    )
    assert done.sent == 5 and done.details["doi"] == "10.5072/zenodo.1"
    packed = zipfile.ZipFile(io.BytesIO(zenodo.contents[1, "kerjasama-2024.05.20-sample.zip"]))
    release = tree(home.releases / "2024.05.20-sample")
    assert {name.split("/", 1)[1]: packed.read(name) for name in packed.namelist()} == release


def test_depositing_again_does_nothing(home, zenodo) -> None:
    deposit(home, zenodo)
    calls = len(zenodo.calls)
    assert deposit(home, zenodo).details["already"]
    assert len(zenodo.depositions) == 1 and len(zenodo.calls) == calls + 1


def test_a_service_that_sheds_load_at_any_call_is_asked_again(home, zenodo) -> None:
    zenodo.fails = set(range(1, 40, 3))
    deposit(home, zenodo)
    assert zenodo.depositions[1]["submitted"] and held(zenodo, 1) == FILES


def test_it_stays_a_draft_until_every_checksum_agrees(home, zenodo) -> None:
    zenodo.corrupts = {"SHA256SUMS"}
    with pytest.raises(PublicationFailed, match="checksums differ for SHA256SUMS; it stays a draft"):
        deposit(home, zenodo)
    assert not zenodo.depositions[1]["submitted"]
    zenodo.corrupts = set()
    done = deposit(home, zenodo)
    assert (
        done.sent == 1
        and done.kept == 4
        and len(zenodo.depositions) == 1
        and zenodo.depositions[1]["submitted"]
    )


def test_a_later_release_is_a_new_version_of_the_record(zenodo, tmp_path) -> None:
    home = Home.at(tmp_path / "home")
    make(home)
    deposit(home, zenodo)
    make(
        home,
        changed(world(), "figures", 0, indicator="laba"),
        versions=Versions("2", "1.0", "rules 2", "generic 1"),
    )
    deposit(home, zenodo)
    assert "POST /api/deposit/depositions/1/actions/newversion" in zenodo.calls
    assert zenodo.depositions[2]["metadata"]["version"] == "2024.05.20.1-sample"
    assert "kerjasama-2024.05.20-sample.zip" not in held(zenodo, 2) and len(held(zenodo, 2)) == 5


@pytest.mark.parametrize(
    ("token", "told"), [("wrong", "HTTP 401"), ("", "no token; set KERJASAMA_ZENODO_TOKEN")]
)
def test_a_missing_or_wrong_token_is_told(home, zenodo, monkeypatch, token: str, told: str) -> None:
    monkeypatch.delenv("KERJASAMA_ZENODO_TOKEN", raising=False)
    with pytest.raises(PublicationFailed, match=told):
        deposit(home, zenodo, token)
    assert not zenodo.depositions


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_the_hugging_face_layout_is_a_card_and_parquet_by_configuration(home, tmp_path) -> None:
    publish(home, f"hf+{tmp_path / 'hub'}")
    card = (tmp_path / "hub" / "README.md").read_text()
    told = yaml.safe_load(card.split("---")[1])
    assert (
        told["license"] == "cc-by-4.0"
        and told["size_categories"] == ["n<1K"]
        and "SAMPLE" in told["pretty_name"]
    )
    assert told["configs"][0] == {
        "config_name": "facts_wide",
        "data_files": "data/facts_wide.parquet",
        "default": True,
    }
    assert all((tmp_path / "hub" / config["data_files"]).exists() for config in told["configs"])


def test_a_hugging_face_repository_gets_a_commit_and_a_tag_once(home, tmp_path) -> None:
    folder = tmp_path / "hub"
    folder.mkdir()
    git(folder, "init", "--quiet")
    first = publish(home, f"hf+{folder}")
    again = publish(home, f"hf+{folder}")
    assert first.details["tag"] == again.details["tag"] == "v2024.05.20-sample" and again.sent == 0
    assert git(folder, "tag", "--list").split() == ["v2024.05.20-sample"]
    assert git(folder, "log", "--oneline").count("\n") == 1 and git(folder, "status", "--porcelain") == ""

"""One sample release made once for all tests of a session, and the command line run inside this process."""

import json
import os
import sys

import pytest
from commandline import OWN_SETTINGS, kerjasama
from filelock import FileLock
from press import ARTICLES

from pipelines import cli


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The home of a sample release, made once by whichever worker comes first.

    Workers share the folder above their own. A lone process keeps to its own: above it lie those of the past.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    home = shared / "sample-home"
    with FileLock(str(shared / "sample.lock")):
        if not (home / "done").exists():
            made = kerjasama("release", "--home", home)
            assert made.returncode == 0, made.stderr
            (home / "done").write_text(made.stdout)
    return home


@pytest.fixture(scope="session")
def sample_release(sample):
    """The folder of the sample release."""
    return next(path for path in (sample / "releases").iterdir() if path.name.endswith("-sample"))


@pytest.fixture
def command(monkeypatch, tmp_path, capsys):
    """Call the command line in this process, in a folder of its own; (exit code, output, complaints)."""
    monkeypatch.chdir(tmp_path)
    for name in OWN_SETTINGS:
        monkeypatch.delenv(name, raising=False)

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["kerjasama", *map(str, words)])
        capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as left:
            code = left.code or 0
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def lines(tmp_path):
    """A file of JSON lines with three articles of ours."""
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    return path

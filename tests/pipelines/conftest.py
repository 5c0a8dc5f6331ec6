"""One sample release, made once for all tests of a session through the command line."""

import pytest
from commandline import kerjasama
from filelock import FileLock


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The home of a sample release, made once by whichever worker comes first."""
    shared = tmp_path_factory.getbasetemp().parent
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

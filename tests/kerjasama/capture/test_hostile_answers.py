"""Random damage to answers: whatever a server sends, the run goes on and every address has its row."""

from __future__ import annotations

import gzip
import random

from kerjasama.capture.reasons import FAILED, REFUSED

HOST = "kabar.example"
BODY = b"<html><body><p>Jakarta - Indonesia dan Jepang bertemu.</p></body></html>" * 9
ANSWERS = [
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
    % (len(BODY), BODY),
    b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nETag: "a"\r\n\r\n%x\r\n%s\r\n0\r\n\r\n'
    % (len(BODY), BODY),
    b"HTTP/1.1 301 Moved\r\nLocation: /baik?x=1&y=\xc3\xa9#z\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n" + gzip.compress(BODY, mtime=0),
    b"HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nDate: Sat, 31 Jan 2026 06:00:00 GMT\r\n\r\n",
    b"HTTP/1.1 500 Rusak\x1d\x85\xa0 sekali\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 429 Busy\r\nRetry-After: x\r\nDate: Sat, 31 Jan 99999999999 06:00:00 GMT\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\n\r\n",
]
DAMAGE = [
    b"\0",
    b"\xff\xfe",
    b"\r\n",
    b"\n\n",
    b":",
    b" ",
    b"99999999999",
    b"-1",
    b"%00",
    b"http://[",
    b"\xc3",
]


def damaged(dice: random.Random) -> bytes:
    """An answer with bytes cut, doubled, replaced or put in, mostly among its headers."""
    answer = bytearray(dice.choice(ANSWERS))
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(min(len(answer), 160) if dice.random() < 0.8 else len(answer))
        kind = dice.randrange(4)
        if kind == 0:
            del answer[at : at + dice.randrange(1, 30)]
        elif kind == 1:
            answer[at:at] = dice.choice(DAMAGE)
        elif kind == 2:
            answer[at] = dice.randrange(256)
        else:
            answer[at:at] = answer[at : at + dice.randrange(1, 60)]
        if not answer:
            answer = bytearray(b" ")
    return bytes(answer)


def test_random_answers_never_stop_the_run(run, web):
    dice = random.Random(5)
    answers = [damaged(dice) for _ in range(150)]

    def serve(content):
        def answer(handler):
            handler.wfile.write(content)
            handler.close_connection = True

        return answer

    web.page("/baik", BODY)
    for number, content in enumerate(answers):
        web.on(f"/{number}", serve(content))
    addresses = [f"/{number}" for number in range(len(answers))]
    other = "http://lain.example/baik"
    settings = {"hosts": ["lain.example"], "retries": 0, "breaker_failures": 10_000, "read_timeout": 0.3}
    rows = run(*addresses, other, **settings)
    assert [row["url"] for row in rows] == [*(f"http://{HOST}{path}" for path in addresses), other]
    told = {row["reason"] for row in rows if row["status"] in ("failed", "refused")}
    assert told <= set(FAILED) | set(REFUSED) and len(told) > 5
    assert "unexpected" not in told
    assert rows[-1]["status"] == "fetched"
    assert run(*addresses, other, **settings) == rows


def test_random_robots_never_stop_the_run(run, web):
    dice = random.Random(6)
    rules = b"User-agent: *\nDisallow: /tutup/*.html$\nCrawl-delay: 0.1\nRequest-rate: 1/1s\nSitemap: /a\n"
    for number in range(40):
        content = bytearray(rules)
        for _ in range(dice.randrange(1, 6)):
            at = dice.randrange(len(content))
            content[at:at] = dice.choice(
                [*DAMAGE, b"*" * 50, b"$" * 9, b"Crawl-delay: nan\n", b"Request-rate: 0/0\n"]
            )
        host = f"r{number}.example"
        web.page("/robots.txt", bytes(content), headers={"Content-Type": "text/plain"}, host=host)
        web.page("/a", BODY, host=host)
    hosts = [f"r{number}.example" for number in range(40)]
    rows = run(*(f"http://{host}/a" for host in hosts), hosts=hosts)
    assert len(rows) == 40 and {row["status"] for row in rows} <= {"fetched", "refused"}

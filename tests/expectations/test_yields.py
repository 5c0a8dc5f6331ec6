"""A fall in what an outlet's pages give: told of new pages and of those read again, never of a few."""

import pyarrow as pa
import pytest

from expectations.frames import PREVIOUS, Frames
from expectations.yields import falls
from kerjasama.schema import to_table

Pages = list[tuple[str, str, str | None]]
"""Record, outcome, publication date where it became an article."""


def pages(first: int, count: int, outcome: str = "article", date: str | None = "2024-05-20") -> Pages:
    return [(f"urn:uuid:{number}", outcome, date) for number in range(first, first + count)]


def frames(tables: dict[str, pa.Table], before: Pages, now: Pages, publisher: str = "wartanusa") -> Frames:
    def made(rows: Pages, prefix: str) -> dict[str, pa.Table]:
        inputs, articles = tables["inputs"].to_pylist()[0], tables["articles"].to_pylist()[0]
        read = [row for row in rows if row[1] == "article"]
        return {
            prefix + "inputs": to_table("inputs", [
                {**inputs, "archive_record": record, "outcome": outcome,
                 "article_id": record if outcome == "article" else None}
                for record, outcome, _ in rows
            ]),
            prefix + "articles": to_table("articles", [
                {**articles, "archive_record": record, "article_id": record, "published_at": date,
                 "publisher": publisher}
                for record, _, date in read
            ]),
        }  # fmt: skip

    captures = [
        {**tables["captures"].to_pylist()[0], "capture_id": record, "archive_record": record,
         "publisher": publisher}
        for record in dict.fromkeys(row[0] for row in [*before, *now])
    ]  # fmt: skip
    return Frames({**made(before, PREVIOUS), **made(now, ""), "captures": to_table("captures", captures)})


def test_a_first_release_has_no_past(tables) -> None:
    assert falls(Frames(tables)) is None


def test_as_many_bodies_and_dates_as_ever(tables) -> None:
    before = [*pages(0, 40), *pages(40, 4, "no_body")]
    assert falls(frames(tables, before, [*before, *pages(50, 18), *pages(70, 2, "no_body")])) == (1, [])


def test_new_pages_without_bodies_do_not_drown_in_the_past(tables) -> None:
    before = pages(0, 400)
    now = [*before, *pages(500, 6), *pages(600, 6, "no_body")]
    count, told = falls(frames(tables, before, now))
    assert count == 1
    assert told == ["wartanusa, new pages: 6 of 12 give no article, 0 of 400 before"]


def test_new_pages_without_dates(tables) -> None:
    before = [*pages(0, 18), *pages(20, 2, date=None)]
    _, told = falls(frames(tables, before, [*before, *pages(50, 10, date=None)]))
    assert told == ["wartanusa, new pages: 10 of 10 articles have no date, 2 of 20 before"]


def test_pages_read_again_by_a_worse_parser(tables) -> None:
    _, told = falls(frames(tables, pages(0, 20), [*pages(0, 10), *pages(10, 10, "parser_error")]))
    assert told == ["wartanusa, all pages: 10 of 20 give no article, 0 of 20 before"]


@pytest.mark.parametrize("outcome", ["video", "gallery", "index", "twin", "further_page"])
def test_what_was_never_to_hold_an_article_is_no_loss(tables, outcome: str) -> None:
    assert falls(frames(tables, pages(0, 20), [*pages(0, 20), *pages(30, 20, outcome)])) == (1, [])


def test_few_pages_prove_nothing(tables) -> None:
    now = [*pages(0, 20), *pages(30, 6, "no_body")]
    _, told = falls(frames(tables, pages(0, 20), now))
    assert told == []
    assert falls(frames(tables, pages(0, 7), [*pages(0, 7), *pages(30, 20, "no_body")])) == (0, [])

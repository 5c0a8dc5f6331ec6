"""Quotations are found again in the archived bytes, and one that is not is told."""

from small_world import world

from outputs.verify import verify

TEXTS = dict(
    zip(
        *(world()["parsed_articles"].column(name).to_pylist() for name in ("article_id", "text")), strict=True
    )
)


def test_every_quotation_is_looked_for_in_the_original(released) -> None:
    asked = []

    def original(article: str, start: int, end: int) -> str:
        asked.append(article)
        return TEXTS[article][start:end].replace(" ", "\n  ")

    report = verify(released.path, texts=TEXTS, original=original)
    assert report.good and report.checked["originals"] == len(asked) > 0


def test_words_that_the_original_does_not_hold_are_told(released) -> None:
    report = verify(released.path, texts=TEXTS, original=lambda article, start, end: "Kata lain")
    assert {finding.check for finding in report.findings} == {"originals"}
    assert "came from 'Kata lain'" in report.findings[0].seen


def test_articles_that_were_not_parsed_from_an_archive_have_no_original(released) -> None:
    assert verify(released.path, texts=TEXTS, original=lambda article, start, end: None).good

"""Kerjasama: cooperation facts, figures and statements read out of Indonesian news.

The two doors for other programs are `extract(article)` and `parse(html, url)`; both are loaded when
first called, so that `import kerjasama` stays quick.
"""

from __future__ import annotations

from kerjasama.records import Actor, Article, Extraction, Fact, Figure, Participant, Statement

__version__ = "0.1.0"

__all__ = ["Actor", "Article", "Extraction", "Fact", "Figure", "Participant", "Statement", "extract", "parse"]


def extract(article: Article) -> Extraction:
    """Read statements, figures, actors and cooperation facts out of one article."""
    from kerjasama.extract.reader import read

    return read(article)


def parse(html: bytes | str, url: str) -> Article:
    """Turn one news page into an Article; raises `kerjasama.parse.page.NotAnArticle` where it is none."""
    from kerjasama.parse.page import parse_page

    return parse_page(html, url)

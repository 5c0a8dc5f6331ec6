"""Reading side by side: an article's reading, and what trafilatura.bare_extraction takes for its page.

Pages: real ones marked up by hand (where ../shared is there) and the sample newsroom's, which are bare of
what real pages carry around an article, and dense with facts; the text that is read is the marked one. Each
page is met once, after others warmed both up, for a page that is met twice is found in trafilatura's caches.
Processor time in milliseconds a page, and ratios; on real pages reading shall take at most half.
"""

from __future__ import annotations

import logging
import statistics
from collections.abc import Sequence

from bench.parse import Case, real_cases, sample_cases, timed, trafilatura
from kerjasama.evaluate.pages import Reading
from kerjasama.extract.reader import read
from kerjasama.records import Article

WARM = 12
"""Pages that only load models, lexicons and caches."""


def extraction(case: Case) -> Reading:
    """Statements, figures, actors and facts of a page's article."""
    article = Article(text=case.text, title=case.page.title, published_at=case.page.published_at)
    read(article)
    return Reading(article.text)


def report(group: str, cases: Sequence[Case]) -> str:
    """A line for a group of pages: both times a page, and their ratios."""
    pairs = [(timed(trafilatura, case)[1], timed(extraction, case)[1]) for case in cases]
    theirs, ours = (statistics.fmean(times) for times in zip(*pairs, strict=True))
    median = statistics.median(our / their for their, our in pairs)
    return (
        f"{group}: {len(cases)} pages, trafilatura {theirs:.1f} ms, reading {ours:.1f} ms a page: "
        f"{ours / theirs:.2f} of its time together, {median:.2f} in the median"
    )


def main() -> None:
    """Print a line for each group of pages."""
    logging.disable(logging.CRITICAL)
    for group, cases in (("real", [*real_cases()]), ("sample", [*sample_cases()])):
        for case in cases[:WARM]:
            trafilatura(case)
            extraction(case)
        if len(cases) > WARM:
            print(report(group, cases[WARM:]))


if __name__ == "__main__":
    main()

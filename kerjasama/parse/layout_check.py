"""Whether an outlet's declared layouts still hold: what was ever met of them, and how a live article is read.

`kerjasama sources check` tells it; what a layout is, `kerjasama.parse.layouts` says.
"""

from __future__ import annotations

from kerjasama.capture.response import Response
from kerjasama.parse.layouts import layouts_of
from kerjasama.parse.page import GENERIC, parse_page
from kerjasama.parse.reject import NotAnArticle

__all__ = ["layouts_told", "reading_told"]


def layouts_told(publisher: str) -> str:
    """Each layout of an outlet with the year of the newest real page that it was met on, or as unverified."""
    layouts = layouts_of(publisher)
    if not layouts:
        return "no layout is declared: its pages are read the generic way"
    met = (f"met on pages of {x.seen}" if x.seen else "UNVERIFIED, never met on a page" for x in layouts)
    return "; ".join(f"{layout.name} {told}" for layout, told in zip(layouts, met, strict=True))


def reading_told(response: Response) -> str:
    """What a live article is read as: by which layout, with what of it; or why it gives no article."""
    try:
        article = parse_page(response.content, response.url, headers=dict(response.headers))
    except NotAnArticle as reject:
        return f"no article ({reject.reason}): {reject.detail}"
    found = {"title": article.title, "time": article.published_at, "authors": article.authors}
    missing = [name for name, value in found.items() if not value]
    told = f"read by {article.parser}, {len(article.text.split())} words"
    if article.parser == GENERIC and layouts_of(article.publisher or ""):
        told += ", for no declared layout finds its text"
    return told + (f"; missing: {', '.join(missing)}" if missing else "")

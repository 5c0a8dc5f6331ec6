"""Whether a page holds an article at all: videos, galleries, indexes, live blogs, paywalls, soft 404s and
the like.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kerjasama.parse.language import language_of
from kerjasama.parse.metadata import Metadata
from kerjasama.parse.reject import NotAnArticle

__all__ = ["FEWEST_WORDS", "may_be_locked", "refuse_body", "refuse_page"]

_GONE = re.compile(
    r"(?:halaman|artikel|berita|konten)\b.{0,40}\b"
    r"(?:tidak (?:(?:di)?temukan|tersedia|ada)|(?:sudah|telah) dihapus)"
    r"|\b(?:error\s*)?404\b|page not found|not found$|oops",
    re.IGNORECASE,
)
_VIDEO_PATH = re.compile(
    r"/(?:video|videos|tv|20detik|embed|watch|vod|podcast)(?:/|$)|^(?:20\.detik|tv\.|video\.)",
    re.IGNORECASE,
)
_PHOTO_PATH = re.compile(
    r"/(?:foto|photo|photos|galeri|gallery|readfoto|fotonews|foto-news|image|infografis|visual)(?:/|$)|^(?:foto|photo|images?)\.",
    re.IGNORECASE,
)
_INDEX_PATH = re.compile(
    r"^/?$|/index(?!\.php/)(?:/|\.|$)|/(?:indeks|tag|tags|topik|topic|search|cari|kategori|category|author|penulis|rss|arsip|archive|kanal)(?:/|\.|$)"
    r"|/page/\d+/?$|[?&](?:q|s|tag|keyword)=",
    re.IGNORECASE,
)
_VIDEO_TITLE = re.compile(r"\W*(?:video|live streaming|streaming|podcast)\b", re.IGNORECASE)
_PHOTO_TITLE = re.compile(
    r"\W*(?:foto|fokus foto|potret|galeri|infografis|in picture)\b\s*[:|-]", re.IGNORECASE
)
_LIVE_TITLE = re.compile(
    r"\W*(?:live (?:report|blog|update|streaming)|liveblog|breaking live)\b", re.IGNORECASE
)
# Of text in lower case: all words of a page are searched, which regardless of case takes ten times as long.
_LOCKED = re.compile(
    r"(?:berlangganan|langganan|subscribe|masuk|login|daftar)\b.{0,60}\b(?:untuk|agar|to)\b.{0,40}\b(?:membaca|melanjutkan|akses|"
    r"selengkapnya|continue|read)|artikel (?:ini )?(?:khusus|eksklusif) (?:untuk )?pelanggan|konten premium"
)
# One of these stands in whatever that finds.
_LOCK_WORDS = ("langgan", "subscribe", "masuk", "login", "daftar", "premium")
# Videos and galleries have captions of up to a hundred words or so; an article filed under /foto/ has more.
_CAPTION_WORDS = 110
_GALLERY_WORDS = 190
FEWEST_WORDS = 25


def may_be_locked(words: str) -> bool:
    """Whether a page's words, scripts and all, could tell of a paywall: a quick first look."""
    lowered = words.lower()
    return any(word in lowered for word in _LOCK_WORDS)


def refuse_page(url: str | None, title: str | None, metadata: Metadata) -> None:
    """Raises NotAnArticle for what a page's address, title and metadata tell before its body is read."""
    if "LiveBlogPosting" in metadata.types or (title and _LIVE_TITLE.match(title)):
        raise NotAnArticle("live_blog", f"a running commentary: {title!r}")
    if title and _GONE.search(title):
        raise NotAnArticle("soft_404", f"the page's title says {title!r}")


def refuse_body(
    url: str | None, title: str | None, text: str, metadata: Metadata, page_text: str, *, declared: bool
) -> None:
    """Raises NotAnArticle for what the text found tells together with the page's address.

    `page_text` is all the page's words where the text is short; `declared` tells that the outlet's own layout
    found the text. Where it did not, a page filed under videos or photographs holds none.
    """
    parts = urlsplit(url or "")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    host = parts.hostname or ""
    words = len(text.split())
    short = words <= _CAPTION_WORDS
    doubtful = short or not declared
    if doubtful and (_VIDEO_PATH.search(path) or _VIDEO_PATH.search(host) or _VIDEO_TITLE.match(title or "")):
        raise NotAnArticle("video", f"a video with {words} words beside it")
    filed = doubtful and (_PHOTO_PATH.search(path) or _PHOTO_PATH.search(host))
    titled = words <= _GALLERY_WORDS and (_PHOTO_TITLE.match(title or "") or _PHOTO_TITLE.match(text))
    if filed or titled:
        raise NotAnArticle("gallery", f"photographs with {words} words beside them")
    if short and "VideoObject" in metadata.types and words < 60:
        raise NotAnArticle("video", f"a video with {words} words beside it")
    if url and _INDEX_PATH.search(path) and not metadata.types & {"NewsArticle", "Article"}:
        raise NotAnArticle("index", f"the address {path!r} is that of a list of articles")
    if short and (not metadata.free or _LOCKED.search(page_text.lower())):
        raise NotAnArticle("paywall", f"{words} words, and the rest is for subscribers")
    if words < FEWEST_WORDS:
        if _GONE.search(page_text[:2000]):
            raise NotAnArticle("soft_404", "the page says that there is nothing here")
        raise NotAnArticle("no_body", f"{words} words of text were found")
    language = language_of(text)
    if language not in (None, "id"):
        raise NotAnArticle("other_language", f"the text is in {language}, not Indonesian")

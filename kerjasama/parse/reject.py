"""Why something is no article: the closed list of reasons, and the exception that carries one."""

from __future__ import annotations

__all__ = ["REASONS", "NotAnArticle"]

# Every reason a row of `rejects` may give for something that was fetched or read but is no article.
REASONS: dict[str, str] = {
    "empty": "nothing, or only white space",
    "binary": "bytes that are no text: an image, a PDF, an archive",
    "encoding": "no known encoding reads the bytes as text",
    "not_html": "text, but no HTML page",
    "index": "a front page, section, tag, search or index page",
    "video": "a video with at most a caption",
    "gallery": "a gallery of photographs with at most captions",
    "live_blog": "a running commentary without an end",
    "paywall": "only the first lines, the rest is for subscribers",
    "soft_404": "a page that says that there is nothing here",
    "other_language": "an article in another language than Indonesian",
    "no_body": "no text of an article could be found",
    "further_page": "a further page of an article, joined to its first",
    "twin": "another address of an article that is there already",
    "archive": "the archived record cannot be read",
    "parser_error": "the parser broke on it: a fault of ours, told with the error",
}


class NotAnArticle(Exception):
    """Raised where a page or text is no article; `reason` is a key of REASONS, `detail` says what was
    seen.
    """

    def __init__(self, reason: str, detail: str):
        if reason not in REASONS:
            raise ValueError(f"unknown reject reason {reason!r}; there are: {', '.join(REASONS)}")
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

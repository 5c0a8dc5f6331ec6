"""Which outlet an annotated article is of: by its address, else by what names it, else by its dateline.

Much of the gold carries no address; "JAKARTA, KOMPAS.com –" tells the outlet all the same. Where nothing
does, the outlet is unknown, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kerjasama.parse.address import named_publisher, publisher_of
from kerjasama.parse.dateline import read_dateline
from kerjasama.records import Article
from kerjasama.sources.publishers import publisher_of_host

UNKNOWN = "unknown"

_HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\b")


def outlet_of(gold: Mapping[str, Any], article: Article) -> str:
    """The outlet as publishers.yaml calls it, else its domain's name; `UNKNOWN` where none is told."""
    address = gold.get("url") or article.url
    return (
        publisher_of(address) or named_publisher(article.publisher, None) or _printed(article.text) or UNKNOWN
    )


def _printed(text: str) -> str | None:
    """The declared outlet whose domain stands in the dateline."""
    dateline = read_dateline(text.lstrip())
    if dateline is None:
        return None
    hosts = _HOST.findall(text.lstrip()[: dateline.end].lower())
    return next((outlet.id for host in hosts if (outlet := publisher_of_host(host))), None)

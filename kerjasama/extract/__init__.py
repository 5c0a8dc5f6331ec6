"""Article to statements, figures, actors and cooperation facts; the door is `kerjasama.extract.reader.read`.

`kerjasama.extract(article)` is promised to other programs, and this package has the same name: loading any
file in it makes the name stand for the package. The package therefore answers to a call as the function
does.
"""

from __future__ import annotations

import sys
from types import ModuleType

from kerjasama.records import Article, Extraction


class _Door(ModuleType):
    """A module that can be called with an article."""

    def __call__(self, article: Article) -> Extraction:
        """Read one article; the same as `kerjasama.extract.reader.read`."""
        from kerjasama.extract.reader import read

        return read(article)


sys.modules[__name__].__class__ = _Door

"""The built-in sample newsroom: four invented outlets, their articles, and a loopback server.

Nothing of it is real news: outlets, persons, companies, events, amounts are invented (see README.md here).
How real publishers are read does not belong here, but in `kerjasama.sources` and `kerjasama.parse`.
"""

from kerjasama.sources.newsroom.content import SampleArticle, articles
from kerjasama.sources.newsroom.server import Newsroom, serve

__all__ = ["Newsroom", "SampleArticle", "articles", "serve"]

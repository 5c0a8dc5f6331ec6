"""Where articles come from: feeds, sitemaps, listings, files, WARC, Common Crawl; the outlets by name.

Fetching and keeping is `kerjasama.capture`'s; what a page says is `kerjasama.parse`'s.
"""

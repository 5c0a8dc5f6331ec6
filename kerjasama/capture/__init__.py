"""The network and the archive: the polite client, and every answer kept for good.

Which addresses are worth trying is `kerjasama.sources`'s; what a page says is `kerjasama.parse`'s.
"""

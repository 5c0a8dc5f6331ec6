"""`make bench`: every benchmark that takes a minute or so, one after the other.

The long ones (a crawl of 20,000 pages, a release of 1,000,000 facts) are run by name:
`python -m bench.capture`, `python -m bench.release`.
"""

import importlib
import sys

QUICK = (("loading", []), ("parse", []), ("reading", []), ("capture", ["500"]), ("release", ["20000"]))


def main() -> None:
    """Run them all; each prints its own measures."""
    for name, arguments in QUICK:
        print(f"== {name}", flush=True)
        sys.argv = [f"bench.{name}", *arguments]
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()

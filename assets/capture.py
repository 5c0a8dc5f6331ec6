"""Asset group `capture`: the day's addresses tried, what they gave archived, one row for each."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

import dagster as dg

from assets.common import DAYS, RETRY, TABLES_IO, table_metadata
from assets.resources import Clock, HomeResource, Newsstand
from kerjasama.schema import TABLES, to_table

"""What a deployment sets: by environment (`KERJASAMA_…`), by `.env`, or by the command line, in this order.

Every setting has a default with which the sample runs. Secrets belong to the environment of the
tools that read them (AWS_…, PGPASSWORD), never here.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

SourceKind = Literal["sample", "live", "files", "warc", "commoncrawl"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("sample", "live", "files", "warc", "commoncrawl")


class Settings(BaseSettings):
    """The settings of one deployment."""

    model_config = SettingsConfigDict(env_prefix="KERJASAMA_", env_file=".env", extra="ignore")

    home: str | None = Field(default=None, description="root of everything: a folder or an fsspec URL")
    source: SourceKind = Field(default="sample", description="where articles come from")
    paths: list[str] = Field(
        default=[], description="files or folders, for the sources files and warc (JSON list)"
    )
    now: str | None = Field(default=None, description="fixes the one clock (ISO 8601 with offset)")
    publishers: list[str] = Field(
        default=[], description="outlets to fetch, by id; empty: all that are active"
    )
    keywords: list[str] = Field(
        default=[], description="words of which live addresses must show one (JSON list)"
    )
    partner_countries: list[str] = Field(
        default=["JP"], description="countries looked for, ISO codes (JSON list)"
    )
    commoncrawl: dict[str, Any] = Field(default={}, description="settings of a Common Crawl source (JSON)")
    client: dict[str, Any] = Field(
        default={}, description="settings of the network client, `contact` first (JSON)"
    )
    workers: int = Field(default=1, ge=1, description="processes that read articles")
    cluster: str | None = Field(default=None, description="address of a Dask scheduler; wins over workers")
    destinations: list[str] = Field(default=[], description="where each release is published (fsspec URLs)")
    max_loss: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="share of a publisher's facts that a release may lose; None: what rules.yaml says",
    )
    hour_utc: int = Field(
        default=22, ge=0, le=23, description="hour of the daily schedule, UTC (22 = 05:00 WIB)"
    )

    def home_for(self, source: str) -> str:
        """The home of a source: sample and real captures never share one unless the user names it."""
        return self.home or (str(Path("data", "sample")) if source == "sample" else "data")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()

"""What an operator sets about fetching: identity, pace, limits. Which sites is `kerjasama.sources`'s."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

from pydantic import BaseModel, ConfigDict, Field

MIB = 1024 * 1024


class ClientSettings(BaseModel):
    """The settings of a `Client`. Times are seconds, sizes bytes.

    `resolve` maps a host to `address:port` as curl's --resolve does: the operator vouches for the
    address, so it may be a loopback one; a redirect to a loopback address is refused all the same.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: str = Field("", description="mail address or page of the operator, told in the User-Agent")
    user_agent: str = Field("", description="overrides the User-Agent made from version and contact")
    robots_agent: str = Field("kerjasama", description="name that robots.txt groups are matched with")
    resolve: dict[str, str] = Field(default_factory=dict, description="host → address:port")
    allow_private: bool = Field(False, description="let any host resolve to a private address")
    ca_bundle: str | None = Field(None, description="file of trusted certificates instead of certifi's")

    delay: float = Field(2.0, ge=0, description="pause between two requests to one site")
    file_delay: float = Field(0.2, ge=0, description="pause between parts of files of a web archive")
    jitter: float = Field(0.3, ge=0, le=1, description="share by which a pause is stretched at random")
    seed: int = Field(0, description="seed of the jitter")
    max_crawl_delay: float = Field(60.0, ge=0, description="longest robots crawl-delay that is waited for")
    hosts_at_once: int = Field(8, ge=1, description="sites that are fetched from at the same time")

    connect_timeout: float = Field(10.0, gt=0)
    read_timeout: float = Field(20.0, gt=0, description="longest silence of an answer")
    total_timeout: float = Field(60.0, gt=0, description="longest time for one answer, redirect or retry")

    retries: int = Field(3, ge=0, description="further tries after a passing failure")
    backoff: float = Field(1.0, ge=0, description="first pause before a retry; doubles each time")
    backoff_max: float = Field(60.0, ge=0)
    retry_after_max: float = Field(120.0, ge=0, description="longest Retry-After that is waited for")
    breaker_failures: int = Field(5, ge=1, description="failures running that open a host's circuit")
    breaker_skips: int = Field(10, ge=1, description="addresses passed over before the host is tried again")
    breaker_pause: float = Field(60.0, ge=0, description="pause before that try")

    max_redirects: int = Field(5, ge=0)
    max_header_bytes: int = Field(64 * 1024, gt=0)
    max_body_bytes: int = Field(20 * MIB, gt=0, description="body as sent")
    max_inflated_bytes: int = Field(64 * MIB, gt=0, description="body once inflated")

    @property
    def agent(self) -> str:
        """The User-Agent: who asks, why, and whom to write to."""
        if self.user_agent:
            return self.user_agent
        contact = f"; {self.contact}" if self.contact else ""
        return f"kerjasama/{_version()} (open dataset of international cooperation{contact})"


@lru_cache(maxsize=1)
def _version() -> str:
    """This program's version; looking it up reads a file, and every request tells it."""
    return version("kerjasama")

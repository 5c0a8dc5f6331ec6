"""How long resolving actors and initiatives takes, and that it grows in step with the articles.

    python -m bench.resolve [ARTICLES …]     (10000 and 20000 if none are named)

The rows are made up: names drawn from small pools, so that people, organisations and objects recur as they
do in the press. Prints articles, seconds of processor time, and what came out.
"""

from __future__ import annotations

import random
import sys
import time
from typing import Any

from kerjasama.resolve.actors import resolve_actors
from kerjasama.resolve.initiatives import resolve_initiatives

_FIRST = ("Rina", "Budi", "Siti", "Agus", "Dewi", "Eko", "Wulan", "Bayu", "Kenji", "Yuki", "Naoko", "Haruto")
_LAST = ("Hartati", "Santoso", "Lestari", "Pratama", "Wijaya", "Tanaka", "Mori", "Sato", "Hidayat", "Siregar")
_THINGS = (
    "pabrik",
    "baterai",
    "pelatihan",
    "perawat",
    "kopi",
    "pelabuhan",
    "listrik",
    "sampah",
    "vokasi",
    "kedelai",
)
_STAGES = ("requested", "planned", "agreed", "signed", "ongoing", "completed")


def rows(articles: int, seed: int = 0) -> tuple[list[dict[str, Any]], ...]:
    """Rows of `actor_mentions`, `fact_mentions`, `participant_mentions` and articles; three facts each."""
    draw = random.Random(seed)
    mentions: list[dict[str, Any]] = []
    facts: list[dict[str, Any]] = []
    parties: list[dict[str, Any]] = []
    known: list[dict[str, Any]] = []
    for number in range(articles):
        article = f"a{number:07}"
        known.append(
            {"article_id": article, "published_at": f"20{draw.randrange(10, 26)}-05-01", "story_id": article}
        )
        people = [f"{draw.choice(_FIRST)} {draw.choice(_LAST)} {draw.choice(_LAST)}" for _ in range(4)]
        bodies = [
            f"PT {draw.choice(_THINGS).title()} {draw.choice(_LAST)} {draw.randrange(200)}" for _ in range(4)
        ]
        for place, (name, kind) in enumerate(
            [*((p, "person") for p in people), *((b, "company") for b in bodies)]
        ):
            mentions.append(
                {
                    "actor_mention_id": f"{article}-{place}",
                    "article_id": article,
                    "name": name,
                    "kind": kind,
                    "country": "ID" if place % 2 else "JP",
                    "parent": None if kind == "company" else draw.choice(bodies),
                    "role_title": None,
                    "aliases": [],
                    "wikidata_id": None,
                }
            )
        for place in range(3):
            fact = f"{article}-f{place}"
            facts.append(
                {
                    "fact_id": fact,
                    "article_id": article,
                    "instrument": "investment",
                    "stage": draw.choice(_STAGES),
                    "partner_countries": ["JP"],
                    "programme": None,
                    "object": " ".join(draw.sample(_THINGS, 3)),
                    "sectors": ["general"],
                    "event_date": None,
                }
            )
            for ordinal, (mention, side) in enumerate(
                ((f"{article}-4", "JP"), (f"{article}-5", "ID")), start=1
            ):
                parties.append(
                    {
                        "fact_id": fact,
                        "actor_mention_id": mention,
                        "ordinal": ordinal,
                        "name": mention,
                        "side": side,
                        "role": "party",
                    }
                )
    return mentions, facts, parties, known


def measure(articles: int) -> tuple[float, int, int]:
    """Seconds of processor time, actors and initiatives for so many made-up articles."""
    mentions, facts, parties, known = rows(articles)
    by_article = {row["article_id"]: row for row in known}
    begin = time.process_time()
    actors, of_mention = resolve_actors(mentions, {row["article_id"]: row["published_at"] for row in known})
    taking_part = [row | {"actor_id": of_mention[row["actor_mention_id"]]} for row in parties]
    initiatives, _, _ = resolve_initiatives(
        facts, taking_part, {actor["actor_id"]: actor for actor in actors}, by_article
    )
    return time.process_time() - begin, len(actors), len(initiatives)


def main() -> None:
    """Print one line a size."""
    for articles in [int(word) for word in sys.argv[1:]] or [10_000, 20_000]:
        seconds, actors, initiatives = measure(articles)
        print(f"{articles} articles: {seconds:.1f} s, {actors} actors, {initiatives} initiatives")


if __name__ == "__main__":
    main()

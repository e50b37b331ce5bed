"""A page as a newspaper's site makes it, and its draft."""

from __future__ import annotations

import json
from typing import Any

from dateline import normalise
from dateline.model import Draft, Seed
from dateline.normalise import accounting

TITLE = "Harbour closes for a month while divers look at the wall"
PARAGRAPHS = (
    "The council closed the harbour on Monday so that divers can look at the wall, which is a century old.",
    "Fishermen had asked that the work wait until the herring season is over; walls do not wait, said the mayor.",
    "The ferry to the islands will leave from the old pier, and lorries have to take the road around the bay.",
)
LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2021-05-25T16:17:00+03:00",
        "dateModified": "2023-01-01",
        "author": [{"@type": "Person", "name": "Anna Lind"}],
        "articleSection": "Coast",
    }
)


def page(head: str = "", before: str = "", after: str = "", title: str = f"{TITLE} | Lund News") -> str:
    text = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>\n"
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>\n<article>{before}\n{text}</article>{after}\n"
        "<footer>All rights reserved</footer></body></html>"
    )


def draft(text: str, url: str = "https://lund.example.org/a", **context: Any) -> Draft:
    seed = Seed("a.html", "0", text, format="page", fields={"url": url} if url else {})
    made = normalise.normalise(seed, normalise.Context(language="en", **context))
    assert accounting.lost(seed, made) == []
    return made


def stated(**more: Any) -> str:
    """A JSON-LD script that says what `LD` says, but for what is given."""
    return f'<script type="application/ld+json">{json.dumps({**json.loads(LD), **more})}</script>'

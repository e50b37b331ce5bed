"""Pages -> what they are about in the words of schema.org (JSON-LD), and an article's embedded metadata.

Addresses in JSON-LD are whole, so without a base URL they are left out. Reference managers read the metadata:
Dublin Core and Google Scholar's names, as Zotero's translator of embedded metadata expects them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dateline.site.citing import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.model import Article, Facet
    from dateline.site.links import Links
    from dateline.site.views import Link

Thing = dict[str, Any]
TYPES: dict[Facet, str] = {
    "people": "Person",
    "countries": "Country",
    "topics": "DefinedTerm",
    "sources": "Organization",
}
LONGEST = 160  # characters of a headline
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"  # the scheme of the codes of topics


def script(*things: Thing | None) -> str:
    """JSON that no HTML parser takes for the end of its script; empty where nothing is said."""
    said = [{name: value for name, value in thing.items() if value} for thing in things if thing]
    if not said:
        return ""
    data: Thing = {"@context": "https://schema.org"}
    data |= said[0] if len(said) == 1 else {"@graph": said}
    return msgspec.json.encode(data).decode().replace("<", "\\u003c")


def breadcrumbs(crumbs: Sequence[Link], title: str, links: Links) -> Thing | None:
    """The way down to a page; None where it stands at the top or the site does not know its address.

    The page itself ends it only where there would be a single step, of which Google makes no trail: its guide for
    breadcrumbs asks for two, and not for the page's own.
    """
    if not crumbs or not links.base_url:
        return None
    steps = [
        {"@type": "ListItem", "position": i, "name": crumb.text, "item": links.absolute(crumb.address)}
        for i, crumb in enumerate(crumbs, 1)
    ]
    if len(steps) == 1:
        steps.append({"@type": "ListItem", "position": 2, "name": title})
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def website(title: str, description: str, language: str, address: str) -> Thing:
    return {"@type": "WebSite", "name": title, "description": description, "inLanguage": language, "url": address}


def collection(title: str, address: str, about: Thing | None = None) -> Thing:
    return {"@type": "CollectionPage", "name": title, "url": address, "about": about}


def subject(facet: Facet, name: str, code: str, address: str = "") -> Thing:
    """A person, country, topic or outlet."""
    thing: Thing = {"@type": TYPES[facet], "name": name}
    if address:
        thing["url"] = address
    if code and facet == "people":
        thing["sameAs"] = f"https://www.wikidata.org/entity/{code}"
    elif code and facet == "countries":
        thing["identifier"] = code
    elif code and facet == "topics":
        thing |= {"termCode": code, "inDefinedTermSet": MEDIA_TOPICS}
    return thing


def news(article: Article, address: str, archive: str, things: Mapping[Facet, Sequence[Thing]], home: str) -> Thing:
    """NewsArticle, with its original publisher and address.

    `things`: what it names; it is about its topics, and mentions people and countries. `home`: of its publisher.
    """
    when = article.date
    return {
        "@type": "NewsArticle",
        "headline": article.title if len(article.title) <= LONGEST else f"{_cut(article.title)}…",
        "datePublished": when.date if when else "",
        "inLanguage": article.language,
        "url": address,
        "isBasedOn": article.url,
        "author": [_author(name) for name in article.author],
        "publisher": subject("sources", article.source, "", home) if article.source else None,
        "isPartOf": {"@type": "Collection", "name": archive},
        "about": list(things.get("topics", ())),
        "mentions": [*things.get("people", ()), *things.get("countries", ())],
    }


def _author(name: str) -> Thing:
    return {"@type": TYPES["sources" if names.is_collective(name) else "people"], "name": name}


def _cut(title: str) -> str:
    """Between words, where there is more than one."""
    return title[: LONGEST - 1].rpartition(" ")[0] or title[: LONGEST - 1]


def dataset(title: str, about: str, address: str, files: Sequence[tuple[str, str, int]], covers: str) -> Thing:
    """The tables of the data page; `files`: media type, whole address and bytes; `covers`: an interval of ISO 8601."""
    return {
        "@type": "Dataset",
        "name": title,
        "description": about,
        "url": address,
        "temporalCoverage": covers,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url, "contentSize": f"{n} B"}
            for kind, url, n in files
            if url
        ],
    }


def metadata(article: Article, keywords: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and content of an article's meta elements, but for the title's: Open Graph's is that of Dublin Core, too."""
    when = article.date
    yield "DC.type", "newspaperArticle"
    if article.source:
        yield "DC.source", article.source
    if article.url:
        yield "citation_public_url", article.url
    if when:
        yield "citation_publication_date", when.date.replace("-", "/")
    for name in article.author:
        yield "citation_author", name
    if article.language:
        yield "citation_language", article.language
    for name in keywords:
        yield "DC.subject", name

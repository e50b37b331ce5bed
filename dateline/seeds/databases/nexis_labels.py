"""The labels of Nexis exports, in the languages of its pages: of the head of an article, and of what stands below it.

A word and a colon may stand in any text, so only these count.
"""

from __future__ import annotations

HEAD = {
    "section": "section", "rubrik": "section", "ressort": "section", "rubrique": "section", "sección": "section",
    "length": "length", "länge": "length", "longueur": "length", "longitud": "length", "extensión": "length",
    "byline": "author", "autor": "author", "auteur": "author", "dateline": "place", "headline": "title",
    "highlight": "summary", "body": "body", "volltext": "body", "series": "note",
}  # fmt: skip
TAIL = frozenset(
    ["load-date", "load date", "language", "sprache", "langue", "publication-type", "publication type", "pub-type",
     "document-type", "journal code", "journal-code", "subject", "company", "organization", "ticker", "industry",
     "geographic", "acc-no", "correction-date", "update", "publikationstyp", "type-publication", "date-chargement",
     "url", "isbn", "issn", "dok-typ", "publication-date"]
)  # fmt: skip
LOUD = frozenset(["person", "people", "city", "state", "country", "region", "type", "name", "links", "series"])
LANGUAGES = ("language", "sprache", "langue")
BODY = ("Body", "BODY", "Volltext")
INDEX = ("Classification", "Klassifikation", "Clasificación")
GRAPHIC = ("Graphic", "Grafik", "Graphique")
LABEL = 25  # characters


def head(line: str) -> str:
    """The field that a line of the head states; empty: it is no such line."""
    text = line.strip()
    if text in BODY:
        return "body"
    name, colon, _ = text.partition(":")
    return HEAD.get(name.strip().casefold(), "") if colon and len(name) <= LABEL and name[:1].isupper() else ""


def below(line: str) -> str:
    """The same of what mostly stands below the text."""
    name = tail(line)
    return "language" if name in LANGUAGES else "note" if name else ""


def tail(line: str) -> str:
    """The name of a label that stands below the text; empty: it is none."""
    name, colon, _ = line.strip().partition(":")
    folded = name.strip().casefold()
    known = colon and len(name) <= LABEL and name[:1].isupper()
    return folded if known and (folded in TAIL or (folded in LOUD and name.isupper())) else ""


def is_graphic(line: str) -> bool:
    return line.strip() in GRAPHIC or line.lstrip().startswith("GRAPHIC:")

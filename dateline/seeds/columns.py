"""The name of a column or key in somebody's export -> the field of an article that it holds, and its value as text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from dateline.tools import yamlio

# In the order of preference, where an export has several of one field. Written without case, spaces and punctuation.
NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "headline", "title", "articletitle", "posttitle", "ogtitle", "subject", "titel", "titre", "titulo", "titular",
        "titolo", "tytul", "rubrik", "overskrift", "otsikko", "pealkiri", "заголовок", "название", "标题", "標題",
        "name",
    ),
    "text": (
        "articlebody", "fulltext", "articletext", "maintext", "bodytext", "contenttext", "plaintext", "text", "body",
        "content", "article", "articlecontent", "contenthtml", "bodyhtml", "html", "story", "paragraphs", "texte",
        "texto", "testo", "tekst", "inhalt", "contenu", "contenido", "conteudo", "contenuto", "sisu", "текст",
        "содержание", "正文", "内容", "selftext", "message",
    ),
    "date": (
        "datepublished", "publishedat", "publisheddate", "published", "publishdate", "publicationdate", "datepublish",
        "pubdate", "pubdatetime", "publishedon", "publishedtime", "firstpublished", "articledate", "webpublicationdate",
        "issued", "date", "datetime", "dateextracted", "timestamp", "createdat", "created", "datum", "fecha",
        "datapubblicazione", "veroffentlicht", "kuupaev", "дата", "датапубликации", "日期", "time", "data",
    ),
    "url": (
        "canonicalurl", "canonicallink", "url", "link", "articleurl", "weburl", "sourceurl", "permalink", "shareurl",
        "guid", "href", "ссылка",
    ),
    "source": (
        "outlet", "outletname", "publisher", "publication", "sourcename", "newspaper", "newspapername", "sitename",
        "site", "source", "media", "mediaoutlet", "medianame", "containertitle", "publicationtitle", "websitetitle",
        "blogtitle", "quelle", "fuente", "fonte", "domain", "sourcedomain",
        "website", "источник", "издание", "feedtitle", "forwardedfrom",
    ),
    "author": (
        "author", "authors", "byline", "creator", "creators", "dccreator",
        "writer", "journalist", "influencer", "autor", "autoren", "auteur",
        "auteurs", "autore", "автор",
    ),
    "language": ("language", "lang", "langcode", "sprache", "langue", "idioma", "lingua", "язык"),
    "section": (
        "section", "sectionname", "articlesection", "category", "categories", "rubric", "ressort", "desk", "rubrique",
        "seccion", "рубрика", "категория",
    ),
    "summary": (
        "summary", "description", "abstract", "excerpt", "lead", "lede", "dek", "standfirst", "subtitle", "teaser",
        "snippet", "ogdescription", "trailtext", "abstractnote", "аннотация",
        "selection", "notes", "note",  # what a reader kept of it
        "openingtext", "hitsentence",  # what media monitoring shows of it
    ),
    "place": ("dateline", "place", "location", "city"),
    "rights": ("rights", "license", "licence", "copyright"),
}  # fmt: skip
_FIELD = {name: (field, rank) for field, names in NAMES.items() for rank, name in enumerate(names)}
PREFIXES = ("article", "news", "post", "item", "doc", "og", "dc", "meta", "fm", "_source")
MISSING = frozenset({"", "nan", "nat", "none", "null", "n/a", "na", "-", "[]", "{}", "undefined"})
EPOCH = range(10**8, 5 * 10**9)  # seconds: 1973 to 2128
MAX_DEPTH = 4
PERSON = ("given", "firstName", "first_name", "family", "lastName", "last_name")  # a name in its parts


def field(name: str, own: Mapping[str, str]) -> tuple[str, int] | None:
    """(field, rank) of a column; a lower rank is the better name. None where it holds nothing that an article has.

    own: what site.yaml says of columns; it goes before what is known of them here.
    """
    if name in own:
        return own[name], -1
    plain = _plain(name)
    if found := _FIELD.get(plain):
        return found
    for prefix in PREFIXES:
        if plain.startswith(prefix) and (found := _FIELD.get(plain.removeprefix(prefix))):
            return found[0], found[1] + 50
    return None


def article(record: Mapping[str, Any], own: Mapping[str, str]) -> dict[str, str]:
    """The fields of one row or object; the first name of each field's list that has a value."""
    best: dict[str, tuple[int, str]] = {}
    for name, value in record.items():
        place = field(str(name), own)
        if place is None:
            continue
        kind, rank = place
        text = _value(kind, value)
        if text and (kind not in best or rank < best[kind][0]):
            best[kind] = (rank, text)
    return {kind: text for kind, (_, text) in best.items()}


def is_article(record: Mapping[str, Any], own: Mapping[str, str]) -> bool:
    """Whether an object looks like an article: it has a text, or a title and something else."""
    found = article(record, own)
    return "text" in found or ("title" in found and len(found) > 1)


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _value(kind: str, value: Any) -> str:
    if kind == "date":
        return _date(value)
    if kind == "author" and isinstance(value, str) and value.lstrip().startswith("["):
        value = _literal(value)
    return text(value, "\n\n" if kind == "text" else ", ")


def text(value: Any, between: str, depth: int = 0) -> str:
    """A value as text: lists joined, objects by their name, missing ones empty."""
    if value is None or isinstance(value, bool) or depth > MAX_DEPTH:
        return ""
    if isinstance(value, str):
        return "" if value.strip().casefold() in MISSING else value.strip("\n")
    if isinstance(value, Mapping):
        for key in ("name", "title", "text", "rendered", "value", "content", "paragraphs", "#text", "$"):
            if found := text(value.get(key), between, depth + 1):
                return found
        return " ".join(filter(None, (text(value.get(key), " ", depth + 1) for key in PERSON)))
    if isinstance(value, Iterable):
        return between.join(filter(None, (text(item, between, depth + 1) for item in value)))
    return "" if value != value else str(value)


def _date(value: Any) -> str:
    if yamlio.switched(value) is not None:  # `published: true` says that it is
        return ""
    if isinstance(value, Mapping):  # {"$date": …}, {"date-parts": [[2021, 5, 25]]}
        inner = next((item for key, item in value.items() if "date" in str(key).casefold()), None)
        if isinstance(inner, list) and inner and isinstance(inner[0], list):
            return "-".join(str(part).zfill(2) for part in inner[0] if re.fullmatch("[0-9]{1,4}", str(part)))
        return _date(inner) if inner is not None else ""
    plain = text(value, " ")
    number = re.fullmatch(r"(\d{9,13})(?:\.\d+)?", plain.strip())
    if number:
        seconds = int(number[1])
        seconds = seconds // 1000 if seconds not in EPOCH else seconds
        if seconds in EPOCH:
            return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M")
    return plain


def _literal(value: str) -> Any:
    """A list that a table holds as Python or JSON would print it."""
    try:
        return ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value

"""content/site.yaml -> Config, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct, field

from dateline import web, yamlio
from dateline.model import Problem
from dateline.wording import kind_of, why_unread

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Rights = Literal["full", "excerpt", "link"]
RIGHTS: tuple[Rights, ...] = ("full", "excerpt", "link")
SITE_KEYS = (
    "title",
    "description",
    "base_url",
    "language",
    "contact",
    "repository",
    "rights",
    "index",
    "date_order",
    "cities",
    "columns",
    "tagging",
    "leave_out",
    "sources",
)
EXPORTED = ("title", "text", "date", "url", "source", "author", "language", "section", "summary", "place")
PARTS = ("search", "quotes", "related", "data", "tag_feeds", "citations", "charts", "pairs", "days", "found")
SOURCE_KEYS = ("name", "also", "homepage", "country", "state_affiliated", "rights", "index")


class Source(Struct, frozen=True):
    """An outlet that the corpus knows of."""

    name: str
    also: tuple[str, ...] = ()  # other names under which articles credit it
    homepage: str = ""
    country: str = ""  # ISO 3166-1 alpha-2
    state_affiliated: bool = False
    rights: Rights | Literal[""] = ""  # empty: the site's default
    index: bool | None = None  # None: the site's default


class Config(Struct, frozen=True):
    """What site.yaml says, with defaults for what it leaves out."""

    title: str = "News archive"
    description: str = ""
    base_url: str = ""  # absolute, ends with a slash; empty: not known, and absolute addresses are left out
    language: str = "en"  # of the interface, BCP 47
    contact: str = ""  # an e-mail address or a page, for readers
    repository: str = ""  # where a reader can report an error
    rights: Rights = "full"
    index: bool = False  # may search engines list the pages of articles that others wrote
    date_order: Literal["dmy", "mdy", ""] = ""  # how 03/04/2021 is read where nothing else decides
    cities: bool = False  # a large city alone gives its country
    columns: Mapping[str, str] = field(default_factory=dict)  # of exports: a column's name -> the field it holds
    tagging: bool = True  # False: no text is read for tags, and the lists that articles state are all
    leave_out: frozenset[str] = frozenset()  # those of PARTS that the site does without
    sources: tuple[Source, ...] = field(default_factory=tuple)

    def has(self, part: str) -> bool:
        """Does the site have this one of PARTS?"""
        return part not in self.leave_out


def load(path: Path, shown_as: str) -> tuple[Config, list[Problem]]:
    """Read site.yaml; a value that is wrong is reported and takes its default. A missing file is all defaults."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config(), []
    except (OSError, UnicodeDecodeError) as error:
        return Config(), [Problem(shown_as, 0, "F01", why_unread(error), "Save it as UTF-8 text that you may read.")]
    try:
        document = yamlio.parse(text)
    except yamlio.YamlError as error:
        hint = "Compare the line with the commented example that `new` writes."
        return Config(), [Problem(shown_as, error.line, "F02", error.message, hint)]
    reader = _Reader(document, shown_as)
    return reader.config(), reader.problems


class _Reader:
    """One pass over a parsed site.yaml that collects every problem on its way."""

    def __init__(self, document: yamlio.Document, shown_as: str) -> None:
        self.document = document
        self.shown_as = shown_as
        self.problems: list[Problem] = []

    def config(self) -> Config:
        value = self.document.value
        if value is None:
            return Config()
        if not isinstance(value, dict):
            self.wrong(
                (),
                "F03",
                "is not a list of `key: value` lines",
                "Start each line with a key such as `title:`.",
            )
            return Config()
        self.unknown((), value, SITE_KEYS)
        default = Config()
        return Config(
            title=self.text("title") or default.title,
            description=self.text("description"),
            base_url=self.base_url(),
            language=self.language(),
            contact=self.text("contact"),
            repository=self.web_address("repository"),
            rights=self.choice(("rights",), value.get("rights"), RIGHTS) or "full",  # type: ignore[arg-type]
            index=self.yes(("index",), value.get("index")) or False,
            date_order=self.choice(("date_order",), value.get("date_order"), ("dmy", "mdy")),  # type: ignore[arg-type]
            cities=self.choice(("cities",), value.get("cities"), ("true", "false")) == "true",
            columns=self.columns(value.get("columns")),
            tagging=self.yes(("tagging",), value.get("tagging")) is not False,
            leave_out=self.leave_out(value.get("leave_out")),
            sources=self.sources(value.get("sources")),
        )

    def wrong(self, key: yamlio.Key, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown_as, self.document.line(*key), code, message, hint))

    def unknown(self, key: yamlio.Key, value: dict[str, Any], known: tuple[str, ...]) -> None:
        for name in value:
            if name not in known:
                self.wrong((*key, name), "F04", f"unknown key '{name}'", f"Known keys: {', '.join(known)}.")

    def text(self, *key: str | int) -> str:
        value = self.document.value
        for part in key:
            value = value.get(part) if isinstance(value, dict) else value[part]
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(key, "F05", f"'{key[-1]}' is not a text", f"Write `{key[-1]}: some words`.")
            return ""
        return value.strip()

    def web_address(self, *key: str | int) -> str:
        value = self.text(*key)
        if value and not web.is_page(value):
            self.wrong(key, "F06", f"'{value}' is not a web address", "Write it whole, such as https://example.org/.")
            return ""
        return value

    def base_url(self) -> str:
        value = self.web_address("base_url")
        return value.rstrip("/") + "/" if value else ""

    def language(self) -> str:
        value = self.text("language")
        if value in ("", "en"):
            return "en"
        from babel import Locale, UnknownLocaleError  # here: it takes a while to load, and most sites are in English

        try:
            return str(Locale.parse(value, sep="-")).replace("_", "-")
        except (UnknownLocaleError, ValueError):
            self.wrong(("language",), "F07", f"'{value}' is not a language tag", "Write one such as en, et or pt-BR.")
            return "en"

    def choice(self, key: yamlio.Key, value: Any, choices: tuple[str, ...]) -> str:
        if value is None or value in choices:
            return value or ""
        named = next(part for part in reversed(key) if isinstance(part, str))
        hint = "Write one of these words, or take the line out."
        self.wrong(key, "F08", f"'{named}' is {kind_of(value)}, not one of {', '.join(choices)}", hint)
        return ""

    def yes(self, key: yamlio.Key, value: Any) -> bool | None:
        found = self.choice(key, value, ("true", "false"))
        return found == "true" if found else None

    def columns(self, value: Any) -> dict[str, str]:
        if value is None:
            return {}
        hint = "Write `columns:` and below it lines such as `text: Content of the article`."
        if not isinstance(value, dict):
            self.wrong(("columns",), "F13", "'columns' is not a list of `field: column` lines", hint)
            return {}
        found: dict[str, str] = {}
        for name, said in value.items():
            key = ("columns", name)
            columns = [said] if isinstance(said, str) else said
            if name not in EXPORTED:
                self.wrong(key, "F14", f"unknown field '{name}'", f"Known fields: {', '.join(EXPORTED)}.")
            elif not isinstance(columns, list) or not all(isinstance(column, str) for column in columns):
                self.wrong(key, "F13", f"'{name}' is not the name of a column", hint)
            else:
                found |= dict.fromkeys(columns, name)
        return found

    def leave_out(self, value: Any) -> frozenset[str]:
        if value is None:
            return frozenset()
        if not isinstance(value, list):
            self.wrong(("leave_out",), "F16", "'leave_out' is not a list", "Write `leave_out: [search, data]`.")
            return frozenset()
        found = {self.choice(("leave_out", i), part, PARTS) for i, part in enumerate(value)}
        return frozenset(found - {""})

    def sources(self, value: Any) -> tuple[Source, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(("sources",), "F09", "'sources' is not a list", "Start each source with `- name: …`.")
            return ()
        found: dict[str, Source] = {}
        for i, item in enumerate(value):
            key = ("sources", i)
            if not isinstance(item, dict) or not item.get("name"):
                self.wrong(key, "F10", "a source without a name", "Start each source with `- name: …`.")
                continue
            self.unknown(key, item, SOURCE_KEYS)
            source = self.source(key, item)
            if source.name in found:
                self.wrong(key, "F11", f"the source '{source.name}' stands here twice", "Make them one entry.")
                continue
            found[source.name] = source
        return tuple(found.values())

    def source(self, key: tuple[str, int], item: dict[str, Any]) -> Source:
        also = item.get("also") or []
        if not isinstance(also, list) or not all(isinstance(name, str) for name in also):
            self.wrong((*key, "also"), "F05", "'also' is not a list of names", "Write `also: [One name, Another]`.")
            also = []
        country = self.text(*key, "country").upper() if "country" in item else ""
        if country and not (len(country) == 2 and country.isalpha()):
            self.wrong(
                (*key, "country"),
                "F12",
                f"'{country}' is not a country code",
                "Write two letters, such as EE.",
            )
            country = ""
        affiliated = self.choice((*key, "state_affiliated"), item.get("state_affiliated"), ("true", "false"))
        return Source(
            name=self.text(*key, "name"),
            also=tuple(also),
            homepage=self.web_address(*key, "homepage") if "homepage" in item else "",
            country=country,
            state_affiliated=affiliated == "true",
            rights=self.choice((*key, "rights"), item.get("rights"), RIGHTS),  # type: ignore[arg-type]
            index=self.yes((*key, "index"), item.get("index")),
        )

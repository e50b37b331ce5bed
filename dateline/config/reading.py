"""The text of site.yaml -> Config, and what is wrong with it.

Of a mistake nothing may be shown that the file, as it was meant, holds back. So rights that are no word of ours are
the strictest, and where it cannot be known what is meant, nothing may be built: such problems have the codes STOPS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dateline.config.settings import EXPORTED, PARTS, RIGHTS, SITE_KEYS, SOURCE_KEYS, Config, Source
from dateline.config.values import HINT, Values
from dateline.model import Problem
from dateline.tools import files, yamlio
from dateline.tools.wording import kind_of, why_unread

if TYPE_CHECKING:
    from pathlib import Path

STOPS = frozenset(["F01", "F02", "F03", "F09", "F10", "F11", "F18", "F19", "F20", "F21", "F22"])
STRICTEST = Config(rights="link")  # what may be shown of a site whose settings cannot be read


def load(path: Path, shown_as: str) -> tuple[Config, list[Problem]]:
    """Read site.yaml; a value that is wrong is reported and takes its default, or is the strictest. A missing file is
    all defaults, unless another stands there that seems to be meant."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        name = _meant(path)
        if not name:
            return Config(), []
        where = shown_as.removesuffix(path.name) + name
        hint = f"Rename it to {path.name}: nothing is built until then, for its settings would not count."
        return STRICTEST, [Problem(where, 0, "F18", f"is not read: the settings stand in {path.name}", hint)]
    except (OSError, UnicodeDecodeError) as error:
        return STRICTEST, [Problem(shown_as, 0, "F01", why_unread(error), "Save it as UTF-8 text that you may read.")]
    try:
        document = yamlio.parse(text)
    except yamlio.YamlError as error:
        hint = "Compare the line with the commented example that `new` writes."
        return STRICTEST, [Problem(shown_as, error.line, "F02", error.message, error.hint or hint)]
    reader = _Reader(document, shown_as)
    return reader.config(), reader.problems


def gone(path: Path, shown_as: str) -> list[Problem]:
    """What to say where the last build had the file: without it more might be shown than ever was meant to be."""
    hint = "Put it back; where all settings shall have their defaults, put an empty file there."
    return load(path, shown_as)[1] or [Problem(shown_as, 0, "F23", "was there at the last build, and is gone", hint)]


def _meant(path: Path) -> str:
    """The file beside it that has nearly its name."""
    try:
        return files.meant(path.name, [each.name for each in path.parent.iterdir()])
    except OSError:
        return ""


class _Reader(Values):
    """One pass over all of it."""

    def config(self) -> Config:
        value = self.document.value
        if value is None:
            return Config()
        if not isinstance(value, dict):
            hint = "Start each line with a key such as `title:`."
            self.wrong((), "F03", "is not a list of `key: value` lines", hint)
            return STRICTEST
        self.unknown((), value, SITE_KEYS)
        default = Config()
        return Config(
            title=self.text("title") or default.title,
            description=self.text("description"),
            base_url=self.base_url(),
            language=self.language(),
            contact=self.text("contact"),
            repository=self.web_address("repository"),
            rights=self.rights((), value) or default.rights,
            index=self.yes(("index",), value.get("index"), otherwise=False) or False,
            date_order=self.choice(("date_order",), value.get("date_order"), ("dmy", "mdy")),  # type: ignore[arg-type]
            cities=self.yes(("cities",), value.get("cities")) or False,
            columns=self.columns(value.get("columns")),
            tagging=self.tagging(value),
            leave_out=self.leave_out(value.get("leave_out")),
            sources=self.sources(value.get("sources")),
        )

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

    def tagging(self, value: dict[str, Any]) -> bool:
        """Tags would be put into every article, or taken out of them, where this is read wrongly."""
        said = value.get("tagging")
        found = yamlio.switched(said)
        if said is not None and found is None:
            hint = f"{HINT} Nothing is built until then, for all tags hang on it."
            self.wrong(("tagging",), "F19", f"'tagging' is {kind_of(said)}, not one of true, false", hint)
        return found is not False

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
        hint = "Start each source with `- name: …`; nothing is built until then, for rights may stand there."
        if not isinstance(value, list):
            self.wrong(("sources",), "F09", "'sources' is not a list", hint)
            return ()
        found: dict[str, Source] = {}
        for i, item in enumerate(value):
            key = ("sources", i)
            if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"].strip():
                self.wrong(key, "F10", "a source without a name", hint)
                continue
            self.unknown(key, item, SOURCE_KEYS)
            source = self.source(key, item)
            if source.name in found:
                hint = "Make them one entry; nothing is built until then, for rights may hang on what stands in either."
                self.wrong(key, "F11", f"the source '{source.name}' stands here twice", hint)
                found[source.name] = _stricter(found[source.name], source)
                continue
            found[source.name] = source
        return tuple(found.values())

    def source(self, key: tuple[str, int], item: dict[str, Any]) -> Source:
        also = item.get("also") or []
        also = [also] if isinstance(also, str) else also
        if not isinstance(also, list) or not all(isinstance(name, str) for name in also):
            hint = "Write `also: [One name, Another]`; nothing is built until then, for rights may hang on it."
            self.wrong((*key, "also"), "F20", "'also' is not a list of names", hint)
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
        rights = self.rights(key, item)
        index = self.yes((*key, "index"), item.get("index"), otherwise=False)
        holds = rights in RIGHTS[1:] or index is False  # from articles that are known by the homepage to be its own
        return Source(
            name=self.text(*key, "name"),
            also=tuple(also),
            homepage=self.web_address(*key, "homepage", code="F22" if holds else "F06") if "homepage" in item else "",
            country=country,
            state_affiliated=self.yes((*key, "state_affiliated"), item.get("state_affiliated")) or False,
            rights=rights,
            index=index,
        )


def _stricter(first: Source, second: Source) -> Source:
    """The first, which may show no more than the second."""
    stated = [source.rights for source in (first, second) if source.rights]
    rights = max(stated, key=RIGHTS.index) if stated else ""
    return replace(first, rights=rights, index=False if second.index is False else first.index)

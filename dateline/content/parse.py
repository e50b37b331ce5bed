"""A file of content/articles/ -> Article, and what is wrong with it.

python-frontmatter makes head and body of a file, cut where the writer of such files cuts it too (`parts`). Three of
its habits are fenced in here: a head that is never closed reads as no head at all; YAML would turn `1998`, `2021-05-25`
and `no` into numbers, dates and truth values; and a key said twice loses its first value without a word.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct

from dateline.characters import sound
from dateline.content.fields import LISTS, ORDER, RIGHTS, TEXTS
from dateline.content.parts import BOUNDARY, split
from dateline.model import LANGUAGE, Article, Problem, Severity, When
from dateline.tools import web, yamlio

_SPACED = re.compile(r"(?<=^\d{4}-\d\d-\d\d) (?=\d)")  # 2021-05-25 16:17, as other programs write it


class Parsed(Struct, frozen=True, array_like=True):
    """One file of content/articles/ as read."""

    article: Article | None  # None: the file cannot be read as an article
    stated: frozenset[str] = frozenset()  # the keys that the file has
    problems: tuple[Problem, ...] = ()
    lines: dict[str, int] | None = None  # key -> line
    seed: str = ""  # also where the rest cannot be read
    record: int | None = None


class _Handler(YAMLHandler):
    """python-frontmatter's YAML, with every scalar left as text."""

    FM_BOUNDARY = BOUNDARY

    def split(self, text: str) -> tuple[str, str]:
        parts = split(text)
        if parts is None:
            raise ValueError  # python-frontmatter's word for a head that is never closed
        return parts.head, parts.body

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        document = yamlio.parse(fm, first_line=2)
        if document.value is None:
            return {"": document}
        if not isinstance(document.value, dict):
            raise yamlio.YamlError(2, "is not a list of `key: value` lines")
        return {**document.value, "": document}  # the empty key carries the lines


def parse(text: str, path: str) -> Parsed:
    """Read one file; `path` is what problems show. Raises nothing: what is wrong stands in the result."""
    text = sound(text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if line := yamlio.merge(text):
        return _unreadable(text, Problem(path, line, "C35", yamlio.MERGE, yamlio.MERGE_HINT))
    handler = _Handler()
    if not handler.detect(text):
        what = "has no front matter" if not text.startswith("---") else "has front matter that is never closed"
        hint = (
            "Begin the file with a line `---`, lines such as `title: …`, and another line `---`; "
            "or, if it is no article, move it out of content/articles/."
        )
        return _unreadable(text, Problem(path, 1, "C01", what, hint))
    try:
        metadata, body = frontmatter.parse(text, handler=handler)
    except yamlio.YamlError as error:
        hint = "Put a value with a colon, a quote or a # in 'single quotes'; two keys need two lines."
        return _unreadable(text, Problem(path, error.line, "C02", f"front matter {error.message}", hint))
    document = metadata.pop("", None)
    if not isinstance(document, yamlio.Document):
        hint = "Close it with a line `---` above the text."
        return _unreadable(text, Problem(path, 1, "C01", "has front matter that is never closed", hint))
    return _Reader(metadata, body, document, path).parsed()


def _unreadable(text: str, problem: Problem) -> Parsed:
    """Even from a broken head the seed is read, so that the article is not made a second time."""
    seed = re.search(r"^seed:[ \t]*(['\"]?)(.+?)\1[ \t]*$", text[:20_000], re.MULTILINE)
    record = re.search(r"^record:[ \t]*([0-9]{1,9})[ \t]*$", text[:20_000], re.MULTILINE)
    return Parsed(
        None,
        problems=(problem,),
        seed=seed.group(2) if seed else "",
        record=int(record.group(1)) if record else None,
    )


class _Reader:
    """The keys of one head -> an Article, with every problem on the way."""

    def __init__(self, metadata: dict[str, Any], body: str, document: yamlio.Document, path: str) -> None:
        self.metadata = metadata
        self.body = body.strip("\n").rstrip()
        self.document = document
        self.path = path
        self.problems: list[Problem] = []

    def wrong(self, name: str, code: str, message: str, hint: str, severity: Severity = "error") -> None:
        line = self.document.line(name) if name in self.metadata else 1
        self.problems.append(Problem(self.path, line, code, message, hint, severity))

    def parsed(self) -> Parsed:
        self.unknown_keys()
        values: dict[str, Any] = {name: self.names(name) for name in LISTS}
        values |= {name: self.text(name) for name in TEXTS}
        article = Article(
            body=self.body,
            date=self.date(),
            title_derived=self.truth("title_derived"),
            record=self.number("record"),
            extra={name: value for name, value in self.metadata.items() if name not in ORDER},
            **values,
        )
        if not article.title and "C04" not in {problem.code for problem in self.problems}:
            self.wrong("title", "C03", "has no title", "Add a line `title: …` to its front matter.")
        if article.rights and article.rights not in RIGHTS:
            self.wrong(
                "rights",
                "C06",
                f"'rights' is '{article.rights}', not one of {', '.join(RIGHTS)}",
                "Write one of these words.",
            )
        if article.url and not web.is_page(article.url):
            hint = "Write it whole, such as https://example.org/page; until then the page has no link to the original."
            self.wrong("url", "C11", f"'{article.url}' is not a web address", hint, "warning")
        if article.language and not LANGUAGE.fullmatch(article.language):
            hint = "Write one such as en, et or pt-BR; until then the page states no language of its own."
            self.wrong("language", "C12", f"'{article.language}' is not a language tag", hint, "warning")
        is_draft = yamlio.is_draft(self.metadata)
        if is_draft:
            name = "draft" if "draft" in self.metadata else "published"
            hint = "Take the line out when it may be shown; until then the file is left as it is."
            self.wrong(name, "C34", "is a draft, and not on the site", hint, "note")
        failed = any(problem.severity == "error" for problem in self.problems)
        return Parsed(
            None if failed or is_draft else article,
            stated=frozenset(self.metadata),
            problems=tuple(self.problems),
            lines={name: self.document.line(name) for name in self.metadata},
            seed=article.seed,
            record=article.record,
        )

    def unknown_keys(self) -> None:
        for name in self.metadata:
            if name in ORDER or (name in ("draft", "published") and yamlio.switched(self.metadata[name]) is not None):
                continue
            near = difflib.get_close_matches(name.lower(), ORDER, n=1, cutoff=0.75)
            if (
                "rights" in near and name[:1].lower() == "r" and "rights" not in self.metadata
            ):  # `lights` is another word
                hint = "Did you mean 'rights'? The article is left out until it is mended: it may hold something back."
                self.wrong(name, "C33", f"unknown key '{name}'", hint)
                continue
            hint = f"Did you mean '{near[0]}'? It is kept as it is." if near else "It is kept as it is."
            self.wrong(name, "C05", f"unknown key '{name}'", hint, "warning" if near else "note")

    def text(self, name: str) -> str:
        value = self.metadata.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.wrong(
                name,
                "C04",
                f"'{name}' is not a text",
                f"Write `{name}: some words`, in 'quotes' if it has a colon.",
            )
            return ""
        return value if name == "seed" else " ".join(value.split())  # the name of a file is what it is

    def names(self, name: str) -> tuple[str, ...]:
        value = self.metadata.get(name)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.wrong(name, "C04", f"'{name}' is not a list of names", f"Write `{name}: [One name, Another]`.")
            return ()
        return tuple(dict.fromkeys(" ".join(item.split()) for item in items if item.strip()))

    def date(self) -> When | None:
        value = self.text("date")
        if not value:
            return None
        try:
            return When.parse(_SPACED.sub("T", value))
        except ValueError as error:
            self.wrong(
                "date",
                "C07",
                f"date: {error}",
                "Write it as precisely as you know it: 2021, 2021-05 or 2021-05-25.",
            )
            return None

    def number(self, name: str) -> int | None:
        value = self.text(name)
        if value and not re.fullmatch("[0-9]{1,9}", value):
            self.wrong(
                name,
                "C04",
                f"'{name}' is not a whole number",
                "It counts the articles of one seed file from 0.",
            )
            return None
        return int(value) if value else None

    def truth(self, name: str) -> bool:
        value = self.text(name).lower()
        if value not in ("", "true", "false"):
            self.wrong(
                name,
                "C04",
                f"'{name}' is neither true nor false",
                f"Write `{name}: true`, or take the line away.",
            )
        return value == "true"

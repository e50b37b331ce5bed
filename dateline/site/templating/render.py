"""Page -> HTML, by Jinja templates of which a site may replace any."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import escape

from dateline.site.escaping import markup, text
from dateline.site.templating.compiled import Compiled
from dateline.site.templating.compiling import DirectTemplates, Templates
from dateline.site.templating.lean import Lean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from markupsafe import Markup

    from dateline.site.links import Links
    from dateline.site.views import Page, Site
    from dateline.site.words.language import Language

_LEADING = re.compile(rb"\n\s+(?=<)")
_BLANK = re.compile(rb"\n\s*\n+")
_KEPT = re.compile(rb"(<(pre|textarea)\b.*?</\2>)|" + _BLANK.pattern, re.DOTALL)  # in these each line is what it is
_LOOSE = re.compile(rb"\n(?:\s*\n|\s+<)")  # what either would take out: most pages have none
MOST_FRAGMENTS = 1000  # of a page's frame there are some for each depth, section and set of years
MOST_COUNTS = 4096


class Renderer:
    """Templates, compiled once. A folder named first wins file by file, so a site overrides what it likes."""

    def __init__(self, templates: Sequence[Path], site: Site, language: Language, links: Links) -> None:
        self.folders = tuple(templates)
        self.site = site
        self.language = language
        self.links = links
        self.environment = self._set_up(DirectTemplates)

    @cached_property
    def exact(self) -> Templates:
        """For pages whose templates ask for an attribute that is not there."""
        return self._set_up(Templates)

    def _set_up(self, kind: type[Templates]) -> Templates:
        environment = kind(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self.folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=[Lean],
            bytecode_cache=Compiled(),
        )
        environment.filters["count"] = self.language.count
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        environment.globals["_"], environment.globals["ngettext"] = _sayings(self.language)
        environment.globals["site"] = self.site
        environment.globals["once"] = Fragments().once
        return environment

    def load(self) -> None:
        """Compile all templates now, so that processes made from this one need not; a broken one tells when used."""
        for name in self.environment.list_templates(extensions=["html"]):
            with suppress(TemplateError, UnicodeDecodeError):
                self.environment.get_template(name)

    def sources(self) -> list[tuple[str, bytes]]:
        """Every file from which templates may be made, or which they may include, in the order in which they win."""
        found = [(path, folder) for folder in self.folders for path in sorted(folder.rglob("*")) if path.is_file()]
        return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path, folder in found]

    def render(self, page: Page) -> bytes:
        """HTML of one page, in UTF-8. Raises jinja2.TemplateError, whose message names the template and the line."""
        template = self.environment.get_template(page.template)
        given = {"page": page.context, "url": self.links.of(page.path), "kind": page.kind}
        try:
            html = template.render(given)
        except AttributeError:
            html = self.exact.get_template(page.template).render(given)
        said = html.encode()  # first: bytes are searched thrice as fast as a text with typographic quotes
        return _tidied(said) if _LOOSE.search(said) else said


def _tidied(said: bytes) -> bytes:
    """Without blank lines, and without the blanks before a tag if a page has none to keep."""
    if b"<pre" in said or b"<textarea" in said:
        return _KEPT.sub(lambda found: found[1] or b"\n", said)
    return _LEADING.sub(b"\n", said)


class Fragments:
    """Pieces of pages that many of them share, each rendered once.

    A macro takes all that it needs as arguments, so what it says with the same ones is the same: `once(macro, …)` is
    `macro(…)`. It is for what stands on page after page, since all of it is remembered.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Markup] = {}

    def once(self, macro: Callable[..., Markup], *given: object) -> Markup:
        """What a macro says; all that it is given must be hashable."""
        key = (macro, *given)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_FRAGMENTS:
                self._known.clear()
            found = self._known[key] = macro(*given)
        return found


def _sayings(language: Language) -> tuple[Callable[..., str], Callable[..., str]]:
    """`_` and `ngettext` for templates: what they are given is escaped, as Jinja's own do, at a tenth of the cost."""
    known: dict[str, str] = {}  # as many as the catalogue has

    def say(message: str, **values: object) -> str:
        found = known.get(message)
        if found is None:
            found = known[message] = escape(language.one_way(language.translations.gettext(message)))
        return _filled(found, language.apart(values)) if values else found

    @lru_cache(maxsize=MOST_COUNTS)
    def say_count(one: str, many: str, n: int) -> str:
        return _filled(
            escape(language.one_way(language.translations.ngettext(one, many, n))), {"n": language.count(n), "num": n}
        )

    def say_number(one: str, many: str, n: int, **values: object) -> str:
        if not values:
            return say_count(one, many, n)
        found = escape(language.one_way(language.translations.ngettext(one, many, n)))
        return _filled(found, {"n": language.count(n), "num": n, **language.apart(values)})

    return say, say_number


def _filled(words: str, values: Mapping[str, object]) -> str:
    """Escaped words with values in their places, which are escaped too."""
    return markup(str(words) % {name: text(value) for name, value in values.items()})

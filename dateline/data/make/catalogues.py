"""The words of templates and modules -> messages of the catalogues in dateline/data/locale/.

Run `python -m dateline.data.make.catalogues` after words have changed: every catalogue then has all messages in the
order of the pages that say them; translations stay, new messages stand there empty, old ones are gone. It prints what
is missing. Only English is written in the program; a catalogue is gettext's format, so any translator's tool edits it.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[2]
FOLDER = PACKAGE / "data" / "locale"
TEMPLATES = PACKAGE.parent / "templates"
TOPICS = PACKAGE / "data" / "topics" / "topics.json"
SAYS = {"text", "message", "_"}  # functions whose first argument is a message
COUNTS = {"number_of", "forms", "ngettext"}  # and those that are given two forms, side by side
HEADER = """# {name} for Dateline's pages. MIT, as the program.
# Edit what stands behind msgstr; `python -m dateline.data.make.catalogues` brings the messages up to date."""

Message = str | tuple[str, str]


def messages() -> dict[Message, None]:
    """Every message of the program, in the order of files and lines; then the names of the topics that it knows."""
    found: dict[Message, None] = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        found.update(dict.fromkeys(_of_template(path.read_text("utf-8"))))
    for path in sorted((PACKAGE / "site").rglob("*.py")):
        found.update(dict.fromkeys(_of_module(path.read_text("utf-8"))))
    found.update(dict.fromkeys(json.loads(TOPICS.read_text("utf-8"))))
    return found


def _of_template(source: str) -> Iterator[Message]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        words = [
            arg.value if isinstance(arg, nodes.Const) and isinstance(arg.value, str) else None for arg in call.args
        ]
        yield from _message(name, words)


def _of_module(source: str) -> Iterator[Message]:
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            words = [
                arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None for arg in call.args
            ]
            yield from _message(name, words)


def _message(name: str, words: list[str | None]) -> Iterator[Message]:
    if name in SAYS and words and words[0]:
        yield words[0]
    elif name in COUNTS and len(words) > 1 and words[0] and words[1]:
        yield words[0], words[1]


def read(path: Path) -> Catalog:
    """A catalogue, with the plural forms of its language."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.stem.replace("-", "_"))


def renewed(old: Catalog) -> Catalog:
    """The same with all messages of the program, and no others."""
    new = Catalog(
        locale=old.locale, header_comment=HEADER.format(name=str(old.locale.english_name) if old.locale else "")
    )
    for message in messages():
        key = message if isinstance(message, str) else message[0]
        kept = old.get(key)
        fits = kept is not None and isinstance(kept.string, str) == isinstance(message, str)
        new.add(message, string=kept.string if kept and fits else None)
    return new


def write(catalogue: Catalog, path: Path) -> None:
    """In one form, without dates and names of tools."""
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=120, omit_header=True)
    fields = {
        "Language": path.stem,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": catalogue.plural_forms,
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    head = f'{catalogue.header_comment}\nmsgid ""\nmsgstr ""\n{lines}\n'
    path.write_text(head + path.read_text("utf-8"), "utf-8")


def missing(catalogue: Catalog) -> list[str]:
    """Messages without a translation, or with too few forms."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and not all(message.string if isinstance(message.string, tuple | list) else [message.string])
    ]


def main() -> None:
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = renewed(read(path))
        write(catalogue, path)
        for message in missing(catalogue):
            print(f"{path.name}: {message}")


if __name__ == "__main__":
    main()

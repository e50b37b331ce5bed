"""What Python-Markdown does in time that grows with the square of a text, done in time that grows with the text.

Nobody writes such texts but to stop a machine, or by a broken export: what is refused here (brackets ten deep, hundreds
of tags that are never closed) stays in the page as the signs that it is. A test holds all else equal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import Extension, inlinepatterns
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

MOST_NESTED = 10  # brackets in the words of a link, and in its address
FAR = 2000  # characters behind the bracket that seems to end an address: a title with brackets may stand there
MANY = 200  # of what is looked at in the square of its number
MOST_SIGNS = 20_000  # in one paragraph, which is copied for each
_SQUARE = re.compile(r"[\[\]]")
_SIGNS = "\\`*_[<&"  # with which whatever stands within a paragraph begins
_ROUND = re.compile(r"[()]")
_OPEN_TAG = re.compile(rf"<(?=[A-Za-z/!?])(?![^<>]{{0,{FAR}}}>)")
_RULE = re.compile(r"^(?: {0,3}(?:=+|[-_*](?: {0,2}[-_*])*) *|#.*)\n(?=.)", re.MULTILINE)  # or a heading


class Bounded(Extension):
    """Of Python-Markdown's own parts, those that need it have an end."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Python-Markdown's
        """Replace links and pictures; look at tags after code is taken out, at rules when HTML is too."""
        patterns = inlinepatterns
        md.inlinePatterns.register(_Reference(patterns.REFERENCE_RE, md), "reference", 170)
        md.inlinePatterns.register(_Link(patterns.LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_Image(patterns.IMAGE_LINK_RE, md), "image_link", 150)
        md.inlinePatterns.register(_ImageReference(patterns.IMAGE_REFERENCE_RE, md), "image_reference", 140)
        md.inlinePatterns.register(_ShortReference(patterns.REFERENCE_RE, md), "short_reference", 130)
        md.inlinePatterns.register(_ShortImageReference(patterns.IMAGE_REFERENCE_RE, md), "short_image_ref", 125)
        md.preprocessors.register(_OpenTags(md), "open_tags", 22)
        md.preprocessors.register(_Rules(md), "rules", 5)
        md.treeprocessors.register(_Crowds(md), "crowds", 25)


class _Nesting:
    """How far the end of a link is looked for."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        depth = 1
        for sign in _SQUARE.finditer(data, index):
            depth += 1 if sign[0] == "[" else -1
            if depth == 0:
                return data[index : sign.start()], sign.end(), True
            if depth > MOST_NESTED:
                break
        return "", index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        if not data.startswith("(", index):
            return "", None, index, False
        near = data[index : _reach(data, index)]
        href, title, end, found = super().getLink(near, 0)  # type: ignore[misc]  # a link's
        return href, title, index + end, found


def _reach(data: str, index: int) -> int:
    depth = 0
    for sign in _ROUND.finditer(data, index):
        depth += 1 if sign[0] == "(" else -1
        if depth == 0:
            return sign.end() + FAR
        if depth > MOST_NESTED:
            return sign.end()
    return len(data)


class _Link(_Nesting, inlinepatterns.LinkInlineProcessor): ...


class _Image(_Nesting, inlinepatterns.ImageInlineProcessor): ...


class _Reference(_Nesting, inlinepatterns.ReferenceInlineProcessor): ...


class _ShortReference(_Nesting, inlinepatterns.ShortReferenceInlineProcessor): ...


class _ImageReference(_Nesting, inlinepatterns.ImageReferenceInlineProcessor): ...


class _ShortImageReference(_Nesting, inlinepatterns.ShortImageReferenceInlineProcessor): ...


class _OpenTags(Preprocessor):
    """Of each tag that has no end the rest of the text is read, and read again for the next one."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if text.count("<") <= MANY or len(_OPEN_TAG.findall(text)) <= MANY:
            return lines
        return _OPEN_TAG.sub("&lt;", text).split("\n")


class _Rules(Preprocessor):
    """Behind each rule and each heading the rest of its block is taken apart and put together again."""

    def run(self, lines: list[str]) -> list[str]:
        if len(lines) <= MANY:
            return lines
        text = "\n".join(lines)
        return _RULE.sub(r"\g<0>\n", text).split("\n") if len(_RULE.findall(text)) > MANY else lines


class _Crowds(Treeprocessor):
    """Paragraphs with more signs than a book has: they are left as they are."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and _is_crowd(element.text):
                element.text = AtomicString(element.text)
            if element.tail and _is_crowd(element.tail):
                element.tail = AtomicString(element.tail)


def _is_crowd(text: str) -> bool:
    return len(text) > MOST_SIGNS and sum(map(text.count, _SIGNS)) > MOST_SIGNS

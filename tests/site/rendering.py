"""A text with marked words -> its HTML."""

from dateline.site.prose.body import Renderer
from dateline.site.prose.marking import Mark

LINK = '<a class="m people" id="x" href="../x/">'


def mark(text: str, words: str, anchor: str = "x") -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), anchor, LINK)


def render(text: str, *words: str) -> str:
    return Renderer().render(text, [mark(text, part) for part in words]).html

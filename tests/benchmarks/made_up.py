"""A number -> so many articles of 500 words, the same each time; as texts, and as the web pages they may come from."""

from __future__ import annotations

import random
from html import escape

WORDS = 500
PARAGRAPH = (28, 62)  # words, as news have them
SENTENCE = (9, 26)
COMMON = (  # noqa: SIM905  a list of so many strings is harder to read
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which "
    "one were all their has would there been if more when who so no said out up into them than can only other time new"
).split()
SYLLABLES = (  # noqa: SIM905  the same
    "ba den for ka lin mor nes pol ra sten tan ur vel wit yor zan gre cal mi dro fen hal jus ko"
).split()
FURNITURE = ("Share", "Read more: Another story of the day", "Photo: Somebody / Agency", "12 comments")


def texts(count: int) -> list[str]:
    """The articles: headline, date, byline, paragraphs, and a little of what stands about them."""
    return [_text(random.Random(number)) for number in range(count)]  # noqa: S311  nothing is kept secret by it


def page(text: str) -> str:
    """The same with the markup of a page."""
    title, date, byline, *rest = (escape(line) for line in text.split("\n") if line)
    menu = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in SYLLABLES)
    body = "".join(f"<p>{line}</p>" for line in rest)
    return (
        f"<!doctype html><html lang=en><head><title>{title} | The Paper</title><meta property='og:title' "
        f"content='{title}'><link rel=canonical href='https://example.org/a'></head><body><nav><ul>{menu}</ul></nav>"
        f"<main><article><h1>{title}</h1><p class=byline>{byline}</p><time>{date}</time>{body}</article></main>"
        f"<footer><ul>{menu}</ul></footer></body></html>"
    )


def _text(chance: random.Random) -> str:
    lines = [_words(chance, 9).capitalize(), f"{chance.randint(1, 28)} May 2021", "By Anna Lind"]
    left = WORDS
    while left > 0:
        size = min(left, chance.randint(*PARAGRAPH))
        lines.append(_paragraph(chance, size))
        left -= size
        if chance.random() < 0.15:
            lines.append(chance.choice(FURNITURE))
    return "\n\n".join(lines) + "\n"


def _paragraph(chance: random.Random, size: int) -> str:
    sentences: list[str] = []
    while size > 0:
        length = min(size, chance.randint(*SENTENCE))
        sentences.append(_words(chance, length).capitalize() + ".")
        size -= length
    return " ".join(sentences)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(COMMON) if chance.random() < 0.45 else _word(chance) for _ in range(count))


def _word(chance: random.Random) -> str:
    word = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 3)))
    return word.title() if chance.random() < 0.12 else word

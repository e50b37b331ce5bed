"""A corpus of articles that no site was made for: every article has a trick of each kind, by its number.

python -m tests.safety.hostile_corpus FOLDER [--articles 1000]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from dateline.content.write import render
from dateline.model import Article, When

RESERVED = [
    "CON",
    "PRN",
    "AUX",
    "NUL",
    "COM1",
    "LPT9",
    "con.txt",
    "aux",
    ".",
    "..",
    ".git",
    ".htaccess",
    "~",
    "-",
    "--",
]
TITLES = [
    "A title of three hundred characters " * 9,
    "W" * 300,
    "Emoji 👩‍👩‍👧‍👦🏳️‍🌈🇪🇪 in the harbour 💥",
    "💥",
    "\u202eright to left override\u202c and \u2066isolates\u2069",
    "مرحبا بالعالم: العنوان بالعربية",
    "שלום עולם",
    "中文标题没有空格而且很长很长很长很长很长很长很长很长很长很长很长",
    "Z̸͎̫a̴̛͉l̷̢͝g̶̝̐o̸̤͝ " * 8,
    "e\u0301\u0301\u0301\u0301 combining",
    "É",
    "E\u0301",
    "e",
    "STRASSE",
    "Straße",
    "strasse",
    "İstanbul",
    "istanbul",
    "zero\u200bwidth\u200d\ufeff joined",
    "soft\u00adhyphen",
    "tab\tand  spaces ",
    "index",
    "index.html",
    "feed",
    "feed.xml",
    "2021",
    "05",
    "25",
    "a/b\\c:d*e?f<g>h|i",
    "../../../etc/passwd",
    "%2e%2e%2f",
    "null",
    "true",
    "~",
    "0",
    "1e999",
    "- list",
    "# heading",
    "key: value",
    "'quoted' \"twice\"",
    "{{ template }} {% raw %}",
    "<b>bold</b> & co. &amp; &lt;",
    "]]> and --> and </script>",
    "\\u0000 \\ud800",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "\U0010ffff",
    "ﷺ﷽",
    "Trailing dots...",
    "Trailing space ",
    ".hidden",
    "-dash",
    "people",
    "search",
    "assets",
    "data",
    "the same title",
    "The Same Title",
    "THE SAME TITLE!",
    "the-same-title",
    *RESERVED,
]
DATES = [
    None, When(1), When(1, 1, 1), When(476, 9, 4), When(1582, 10, 10), When(1752, 9, 3), When(1900), When(1969, 12, 31),
    When(1970, 1, 1, 0, 0), When(2000, 2, 29), When(2021), When(2021, 5), When(2021, 5, 25), When(2021, 5, 25, 23, 59),
    When(2038, 1, 19), When(9999), When(9999, 12, 31, 23, 59),
]  # fmt: skip
BODIES = [
    "",
    "x",
    "W" * 20_000,
    "one " * 5_000,
    "\n\n".join("A paragraph of its own." for _ in range(400)),
    "# One\n\n###### Six\n\n## Two\n\n# One\n\n# One",
    "> " * 60 + "deep quotes",
    "- " * 40 + "deep lists",
    "* a\n\n1. b\n\n   ```\n   <code>\n   ```\n\n| a | b |\n|---|---|\n| c | d |",
    "[link](#nowhere) [other](../../../x.html) [mail](mailto:a@example.org) [up](/) [q](?a=b#c)",
    "![picture](https://outside.example/a.png) <img src='//outside.example/b.png'>",
    "<div><p>unclosed <span id=main class='x'><table><td>a",
    "<a id='top'></a><a name='main'></a><h1 id='people-estonia'>x</h1>",
    "zero\u200bwidth\u2060 \ufeff \u00ad\u00ad and \u202e over \u202c",
    "مرحبا. قال محمد أحمد: «السلام». " * 30,
    "“An unclosed quote, said Jaan Tamm of Estonia. " * 30,
    "*" * 2_000 + "_" * 2_000 + "`" * 2_000,
    "[" * 500 + "]" * 500 + "(" * 500,
    "&" * 500 + "&#0;&#x110000;&#xd800;&nbsp;",
    "Footnote[^1] and reference [a][b].\n\n[^1]: note\n[b]: javascript:alert(1)",
    "Estonia and Latvia met Jaan Tamm in Riga. " * 100,
]
NAMES = [
    "Ann Lee", "ann lee", "ANN LEE", "Ann-Lee", "Ánn Lée", "A\u0301nn Lee", "Ann  Lee", "李安", "Иван Иванов", "محمد",
    "💥", "N" * 300, "name/with/slashes", "name\\with", "..", ".", "con", "AUX", "index", "feed", "with", "\u200b",
    "a&b<c>\"d'",
    "%2e%2e", "0", "2021", "true", "-", "{{x}}", "#tag", "?q", "q1", "main",
]  # fmt: skip
LANGUAGES = ["en", "ar", "he", "zh-Hant", "tlh", "x-klingon", "EN_us", "und", "", "e", "<b>"]
URLS = ["", "https://example.org/a?b=c&d=e#f", "http://[", "javascript:alert(1)", "data:text/html,x",
        "//example.org/", "ftp://a/", "https://пример.рф/путь", "https://example.org/" + "a" * 2_000,
        "mailto:a@example.org", "https://a b/", "not an address"]  # fmt: skip
BASE = "https://archive.example/some/path/"
SPREAD = 7  # steps through the lists, so that tricks of different kinds meet


def article(number: int) -> Article:
    """The article of that number; what has fewer kinds than there are articles comes again."""
    name = NAMES[number % len(NAMES)]
    return Article(
        title=TITLES[number % len(TITLES)],
        body=BODIES[number % len(BODIES)],
        date=DATES[number // 3 % len(DATES)],
        place=name,
        source=NAMES[number // SPREAD % len(NAMES)],
        author=(name, NAMES[number * SPREAD % len(NAMES)]),
        section=TITLES[number * SPREAD % len(TITLES)],
        language=LANGUAGES[number % len(LANGUAGES)],
        summary=TITLES[(number + SPREAD) % len(TITLES)],
        people=tuple(NAMES) if number == 1 else tuple(dict.fromkeys((name, NAMES[(number + 1) % len(NAMES)]))),
        countries=("Estonia", name),
        topics=tuple(f"Topic {n}" for n in range(1_000)) if number == 0 else (name, f"Topic {number}"),
        url=URLS[number % len(URLS)],
        rights=("", "full", "excerpt", "link")[number % 4],
        image_credit=name,
        slug=(NAMES[number // 9 % len(NAMES)] if number % 9 == 0 else ""),
    )


def file_name(number: int) -> str:
    """Names that a person may give a file, with some that differ in nothing but case or composition."""
    odd = [
        "a b",
        "CON",
        "É",
        "e\u0301",
        "A",
        "a",
        "x" * 200,
        "name\u200b",
        "💥",
        "%2e",
        "-",
        "a..b",
        "a.b.c",
        "#1",
        "q?x=1",
    ]
    return f"{number % 40}/{odd[number % len(odd)]}-{number}.md"


def raw(number: int) -> dict[str, object]:
    """A record of an export, with what JSON can say and text cannot hold."""
    return {
        "title": f"{TITLES[number % len(TITLES)]} \ud800 \x00\x07\x1b[31m raw {number}",
        "text": f"{BODIES[number % len(BODIES)]}\n\n\udfff lone, \x0c feed \x85 next, said Jaan Tamm. {number}",
        "date": str(DATES[number % len(DATES)] or "31 June 20211"),
        "author": [NAMES[number % len(NAMES)], None, {"name": 5}],
        "source": NAMES[number // SPREAD % len(NAMES)],
        "url": URLS[number % len(URLS)],
        "language": LANGUAGES[number % len(LANGUAGES)],
    }


def write(folder: Path, articles: int) -> None:
    """Lay out a site folder: a fifth of the articles come from an export, the others stand in content/."""
    (folder / "seeds").mkdir(parents=True)
    from_seeds = articles // 5
    lines = (json.dumps(raw(number)) for number in range(from_seeds))
    (folder / "seeds/export.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for number in range(articles - from_seeds):
        path = folder / "content/articles" / file_name(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(article(number)), encoding="utf-8")
    settings = {"title": "Hostile & <b>co</b>", "base_url": BASE, "contact": "keeper@archive.example"}
    (folder / "content/site.yaml").write_text(json.dumps(settings), encoding="utf-8")  # which is YAML too


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.articles)


if __name__ == "__main__":
    main()

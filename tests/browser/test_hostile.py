"""Text is text: whatever an article says in whichever field, nothing of it runs on any page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from dateline.content.write import render
from dateline.model import Article, When
from dateline.program import main
from tests.browser.conftest import ROOT, Served
from tests.browser.test_pages import Watched, kinds

pytestmark = pytest.mark.browser

VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<a href="javascript:alert(1)">a</a>',
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[a](<java\tscript:alert(1)>)",
    '![a](x"onerror="alert(1))',
    "![a](https://evil.example/pixel.png)",
    '<https://evil.example/"onmouseover="alert(1)>',
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example/><button>b</button></form>",
    '<math><mi xlink:href="javascript:alert(1)">m</mi></math>',
    "<details open ontoggle=alert(1)>d</details>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    '<b id="main" style="background:url(https://evil.example/x)">b</b>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;img src=x onerror=alert(1)&#x3E;",
    "\\<img src=x onerror=alert(1)\\>",
    "`<img src=x onerror=alert(1)>`",
    "    <img src=x onerror=alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "\ue000<img src=x onerror=alert(1)>\ue001",
    "\x02<img src=x onerror=alert(1)>\x03",
    "a\u202eb\u2066c\u0000d",
]


def hostile(folder: Path) -> None:
    """Each vector in every field of one article of content/, and in the text of one seed."""
    (folder / "content/articles").mkdir(parents=True)
    (folder / "seeds").mkdir()
    for number, vector in enumerate(VECTORS):
        text = vector.translate({0: None, 2: None, 3: None})  # a seed with these is no text
        line = " ".join(text.split())
        article = Article(
            title=f"{line} {number}",
            body=f"{vector}\n\nWords before {vector} and after it, said Jaan Tamm.\n\n## {line}",
            date=When(2020 + number % 4, 1 + number % 12, 1 + number % 28),
            place=line,
            source=line,
            author=(line,),
            section=line,
            language="en",
            summary=line,
            people=(line, "Jaan Tamm"),
            countries=("Estonia", line),
            topics=(line,),
            url=line,
            image_credit=line,
        )
        (folder / f"content/articles/{number:02}.md").write_text(render(article), encoding="utf-8")
        seed = f"{line}\n\n{1 + number % 28} May 2019\n\n{text}\n\nThe port of Estonia opened, {text} said Mr Tamm.\n"
        (folder / f"seeds/{number:02}.txt").write_text(seed, encoding="utf-8")
    title = VECTORS[0].replace("'", "")
    (folder / "content/site.yaml").write_text(f"title: '{title}'\ndescription: '{title}'\n", encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    top = tmp_path_factory.mktemp("hostile")
    hostile(top)
    shutil.copytree(ROOT / "content/vocabulary", top / "content/vocabulary")
    assert main(["build", "--site", str(top)]) == 0
    yield Served(top / "public", (top / "public").as_uri() + "/")
    shutil.rmtree(top)


def test_nothing_of_it_runs(browser: Browser, site: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    watched = Watched(page, site.url)

    def opened(dialog: Dialog) -> None:
        watched.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", opened)
    of_articles = [address for address in site.pages() if address[:4].isdigit() and address.count("/") == 4]
    assert len(of_articles) == 2 * len(VECTORS)
    for address in [*kinds(site).values(), *of_articles, *site.pages()[-20:]]:
        page.goto(site.url + address)
        page.mouse.move(300, 300)
        assert page.url == site.url + address
        watched.faults += [f"{address}: {fault}" for fault in page.evaluate(LIVE)]
    # Moving on at once breaks off what the page before was still loading of its own.
    own = (f"failed: {site.url}assets/", "Transition was")
    assert [fault for fault in watched.faults if not fault.startswith(own)] == []
    context.close()


LIVE = """() => [...document.querySelectorAll('*')].flatMap(node => [...node.attributes]
    .filter(({name, value}) => name.startsWith('on') || /^\\s*(javascript|data:text|vbscript)/i.test(value))
    .map(({name, value}) => `${node.tagName} ${name}=${value}`))
  .concat([...document.querySelectorAll('iframe, object, embed, base, main meta, main link, main style')]
    .map(node => node.outerHTML.slice(0, 80)))
  .concat([...document.querySelectorAll('main img, main video')].filter(node => !node.src.startsWith('file:'))
    .map(node => node.outerHTML.slice(0, 80)))"""


def test_the_words_of_it_are_shown(site: Served) -> None:
    (page,) = [site.folder / a for a in site.pages() if a.startswith("2020/01/01/") and a.count("/") == 4]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.read_text(encoding="utf-8")

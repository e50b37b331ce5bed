"""A folder of front-mattered articles -> the search index: its time, memory and size, and a site to search in.

    python -m tests.benchmarks.search FOLDER [--site OUT [--built] [--queries 500]]

FOLDER holds Markdown files with title, date, source, persons, countries, topics and summary in their heads. With
--site the whole site is written to OUT, or with --built taken from there; with --queries a browser searches it for
as many sampled queries, whose hits are held against a scan of every article, and takes the bytes and times of a
first search with nothing in its cache.
"""

from __future__ import annotations

import argparse
import gzip
import mimetypes
import random
import resource
import shutil
import threading
import time
import tracemalloc
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from dateline import addresses, site
from dateline.config import Config
from dateline.model import Article, Entry, Facet, Tag, When
from dateline.search.words import runs, terms
from dateline.site.pages import search
from dateline.vocabulary import Vocabulary
from tests.browser.test_search_sides import ASK
from tests.search.corpus import Scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.search import Text

# Frequent and rare words, one that many others begin with, names, several words.
QUERIES = ("government", "parliament", "condibience", "con", "Jürgen Samberg", "ceasefire talks russia", "the")
FACETS_AT = "search/f/"
PACKED = {".html", ".js", ".css", ".svg"}
CLOCK = """async query => {
  const part = name => document.querySelector(`[data-part=${name}]`);
  const when = async test => {
    while (!test()) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  };
  const start = performance.now();
  part("form").elements.q.value = query;
  part("form").requestSubmit();
  return [await when(() => part("heading").textContent), await when(() => part("facets").querySelector("li"))];
}"""
CONFIG = Config(title="The Measured File", base_url="http://localhost:8765/repo/")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--trace", action="store_true", help="measure memory exactly, several times slower")
    parser.add_argument("--built", action="store_true", help="OUT is there from an earlier run")
    parser.add_argument("--queries", type=int, default=0)
    arguments = parser.parse_args()
    entries = read(arguments.folder)
    parts = site.prepare(entries, CONFIG, Vocabulary())
    print(f"{len(entries):,} articles, {sum(len(entry.article.body) for entry in entries) / 1e6:.1f} MB of text")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if arguments.trace:
        tracemalloc.start()
    start, busy = time.perf_counter(), time.process_time()
    files = list(search.files(parts))
    wall, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"index: {wall:.1f} s wall, {busy:.1f} s CPU, peak memory {before / 1024:.0f} -> {peak / 1024:.0f} MB")
    if arguments.trace:
        print(f"allocated at the peak: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB")
    sizes(files)
    if arguments.site and not arguments.built:
        start = time.perf_counter()
        report = site.publish(site.build(entries, CONFIG, Vocabulary()), arguments.site)
        print(f"site: {report.written:,} files written in {time.perf_counter() - start:.1f} s")
    if arguments.site and arguments.queries:
        documents = [search.text(parts, item) for item in parts.library.items]
        with served(arguments.site) as host, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for query in QUERIES:
                first_search(browser, host, query)
            page = browser.new_page()
            page.goto(f"{host.address}search/")
            recall(page, documents, arguments.queries)


@dataclass(frozen=True)
class Host:
    """A folder served under /repo/ as GitHub Pages does, text packed, and what was sent: name, bytes, unpacked."""

    address: str
    sent: list[tuple[str, int, int]]


@contextmanager
def served(folder: Path) -> Iterator[Host]:
    """Serve a folder while the block runs."""
    sent: list[tuple[str, int, int]] = []

    @cache
    def content(path: Path) -> tuple[bytes, bytes]:
        plain = path.read_bytes() if path.is_file() else b""
        return (gzip.compress(plain, 6) if path.suffix in PACKED else plain), plain

    class Packed(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).removeprefix("/repo/")
            path = folder / (f"{name}index.html" if not name or name.endswith("/") else name)
            packed, plain = content(path)
            sent.append((name, len(packed), len(plain)))
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(packed)))
            if path.suffix in PACKED:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(packed)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Packed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}/repo/", sent)
    finally:
        server.shutdown()
        server.server_close()


def first_search(browser: Browser, host: Host, query: str) -> None:
    """Type a query into the page with an empty cache, twice, and print what the second time cost.

    The first time the host packs its files, which a real one did long before.
    """
    for _ in range(2):
        host.sent.clear()
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.goto(f"{host.address}search/", wait_until="networkidle")
        before = list(host.sent)
        host.sent.clear()
        times = page.evaluate(CLOCK, query)
        page.wait_for_load_state("networkidle")
        found = page.locator("[data-part=heading]").inner_text()
        context.close()
    narrow = [row for row in host.sent if row[0].startswith(FACETS_AT)]
    words = [row for row in host.sent if row[0].endswith(".js") and row not in narrow]
    pages = [row for row in host.sent if row[0].endswith("/")]
    print(f"{query}: {found}; page before it {_cost(before)}")
    print(f"    results {times[0]:.0f} ms, {_cost(words)}; with facets {times[1]:.0f} ms, {_cost(words + narrow)}")
    print(f"    excerpts {_cost(pages)}")


def _cost(sent: list[tuple[str, int, int]]) -> str:
    packed, plain = sum(row[1] for row in sent) / 1000, sum(row[2] for row in sent) / 1000
    return f"{len(sent)} files {packed:.0f} KB ({plain:.0f} unpacked)"


def recall(page: Page, documents: Sequence[Text], n: int) -> None:
    """Hold the hits of `n` sampled queries against the scan."""
    scan = Scan(documents)
    dice = random.Random(11)  # noqa: S311  a sample of queries, no secret
    right = wanted = given = 0
    for _ in range(n):
        said = runs(dice.choice(documents).text)
        query = " ".join(dice.sample(said, min(len(said), dice.choice((1, 1, 1, 2, 3)))))
        if dice.random() < 0.2:
            query = query[: max(3, len(query) - 2)]
        words = terms(query, ends=False)
        opened = bool(words) and (len(words[-1]) >= 3 or not words[-1].isascii())
        expected, found = set(scan.find(words, opened)), set(page.evaluate(ASK, query))
        right, wanted, given = right + len(expected & found), wanted + len(expected), given + len(found)
        if expected != found:
            print(f"{query!r}: {len(expected - found)} missed, {len(found - expected)} too many")
    print(f"{n} queries: recall {right / max(1, wanted):.4f}, precision {right / max(1, given):.4f}")


def sizes(files: list[tuple[str, bytes]]) -> None:
    """Kind of file (words t, names n, facets f, documents d) -> number, bytes, bytes as hosts send them."""
    number: Counter[str] = Counter()
    raw: Counter[str] = Counter()
    sent: Counter[str] = Counter()
    for path, content in files:
        kind = path.split("/")[1]
        for name in (kind, "all"):
            number[name] += 1
            raw[name] += len(content)
            sent[name] += len(gzip.compress(content, 6))
    for kind, n in number.items():
        print(f"{kind:10} {n:5} files {raw[kind] / 1e6:7.2f} MB {sent[kind] / 1e6:7.2f} MB gz")


def read(folder: Path) -> list[Entry]:
    """Every article under the folder."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    articles = {}
    for path in sorted(folder.rglob("*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        fields = yaml.load(head, loader)  # noqa: S506  CSafeLoader is the safe one
        articles[path.name] = Article(
            title=fields["title"],
            body=body.strip(),
            date=When.parse(fields["date"].strftime("%Y-%m-%d")),
            source=fields["source"],
            language="en",
            summary=fields["summary"],
            people=tuple(fields["persons"]),
            countries=tuple(fields["countries"]),
            topics=tuple(fields["topics"]),
        )
    where = addresses.assign(articles)
    return [Entry(article, name, where[name], _tags(article)) for name, article in articles.items()]


def _tags(article: Article) -> tuple[Tag, ...]:
    lists: tuple[tuple[Facet, tuple[str, ...]], ...] = (
        ("people", article.people),
        ("countries", article.countries),
        ("topics", article.topics),
    )
    return tuple(Tag(facet, name) for facet, names in lists for name in names)


if __name__ == "__main__":
    main()

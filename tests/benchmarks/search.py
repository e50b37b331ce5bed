"""A folder of front-mattered articles -> the search index: its time, memory and size, and a site to search in.

    python tests/benchmarks/search.py FOLDER [--site OUT] [--queries 500]

FOLDER holds Markdown files with title, date, source, persons, countries, topics and summary in their heads. With
--site the whole site is written to OUT; with --queries a browser searches it for as many sampled queries, whose
hits are held against a scan of every article, and the bytes and times of a first search are taken.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import time
import tracemalloc
from collections import Counter
from pathlib import Path

import yaml

from dateline import addresses, site
from dateline.config import Config
from dateline.model import Article, Entry, Facet, Tag, When
from dateline.site.pages import search
from dateline.vocabulary import Vocabulary

CONFIG = Config(title="The Measured File", base_url="http://localhost:8765/repo/")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--trace", action="store_true", help="measure memory exactly, several times slower")
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
    if arguments.site:
        start = time.perf_counter()
        report = site.publish(site.build(entries, CONFIG, Vocabulary()), arguments.site)
        print(f"site: {report.written:,} files written in {time.perf_counter() - start:.1f} s")


def sizes(files: list[tuple[str, bytes]]) -> None:
    """Kind of file -> number, bytes, bytes as hosts send them."""
    number: Counter[str] = Counter()
    raw: Counter[str] = Counter()
    sent: Counter[str] = Counter()
    for path, content in files:
        kind = path.rpartition("/")[2].removesuffix(".js").rstrip("0123456789")
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

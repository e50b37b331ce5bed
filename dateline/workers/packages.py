"""Which packages are installed of those that decide what is made.

`importlib.metadata` reads a file of each of them. The names of the folders say as much, in a tenth of the time.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import lru_cache

# With what they in turn hang on. Not those that show, serve, watch or lock: a test tells them from these.
PACKAGES = (
    "anyascii",
    "babel",
    "chardet",
    "charset-normalizer",
    "cobble",
    "courlan",
    "dateparser",
    "et-xmlfile",
    "htmldate",
    "jinja2",
    "justext",
    "lxml",
    "lxml-html-clean",
    "mammoth",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "openpyxl",
    "pyahocorasick",
    "pypdf",
    "python-dateutil",
    "python-frontmatter",
    "pytz",
    "pyyaml",
    "regex",
    "snowballstemmer",
    "tld",
    "trafilatura",
    "tzdata",
    "tzlocal",
    "warcio",
)
_KINDS = (".dist-info", ".egg-info")


@lru_cache(1)  # what a process has loaded of them stays as it is
def installed() -> dict[str, str]:
    """Each of them with its version; empty where it is not there: extras may come, and a file can then be read."""
    found = dict.fromkeys(PACKAGES, "")
    for place in reversed(sys.path):  # of two, the first is imported
        with suppress(OSError):
            for name in sorted(os.listdir(place or ".")):  # noqa: PTH208  hundreds of names, and no more than these
                if name.endswith(_KINDS):
                    package, _, version = name.rpartition(".")[0].partition("-")
                    package = package.lower().replace("_", "-").replace(".", "-")
                    if package in found:
                        found[package] = version.partition("-")[0]
    return found

"""Every link of a built site is followed: usable for any folder of HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

OUTSIDE = ("http://", "https://", "mailto:", "data:", "tel:")


@dataclass
class Found(HTMLParser):
    """The links and anchors of one page."""

    links: list[tuple[str, str]] = field(default_factory=list)  # element, address
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src", "action", "data-font") and value is not None:
                self.links.append((tag, value))


def read(folder: Path) -> dict[str, Found]:
    """Path of each page -> what it has."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        pages[path.relative_to(folder).as_posix()] = found = Found()
        found.feed(path.read_text("utf-8"))
    return pages


def problems(folder: Path, base: str = "/") -> list[str]:
    """What is broken, one line each. `base`: the path under which the folder is served, for absolute links."""
    pages = read(folder)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found = []
    for page, content in pages.items():
        found += [f"{page}: id '{name}' stands twice" for name in {i for i in content.ids if content.ids.count(i) > 1}]
        for element, link in content.links:
            if link.startswith(OUTSIDE):
                if element in ("script", "img", "link") and not link.startswith("data:") and "canonical" not in link:
                    found.append(f"{page}: asks another site for {link}") if element != "link" else None
                continue
            target = resolve(page, link, base)
            if target is None or target not in files:
                found.append(f"{page}: {link} leads nowhere")
            elif (fragment := unquote(urlsplit(link).fragment)) and fragment not in pages[target].ids:
                found.append(f"{page}: {link} has no such anchor")
    return found


def resolve(page: str, link: str, base: str) -> str | None:
    """The file that a link on `page` opens; None where it leaves the site."""
    path = unquote(urlsplit(link).path)
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        parts = list(PurePosixPath(path.removeprefix(base)).parts)
    else:
        parts = list(PurePosixPath(page).parent.parts)
        for part in PurePosixPath(path).parts:
            if part == ".." and not parts:
                return None
            parts = parts[:-1] if part == ".." else [*parts, part]
    target = "/".join(parts)
    return f"{target}/index.html".lstrip("/") if path.endswith("/") or not target else target

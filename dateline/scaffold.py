"""A folder's name -> a site folder for somebody's own corpus."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import yaml
from msgspec import Struct

from dateline import files
from dateline.folder import shipped

if TYPE_CHECKING:
    from pathlib import Path


class LaidOut(Struct, frozen=True):
    """What `new` did."""

    written: tuple[str, ...]
    next_steps: str


def lay_out(folder: Path, title: str) -> LaidOut:
    """Write what a new site folder has; a file that stands there already is left alone. OSError where it cannot."""
    starter = shipped("starter")
    written = []
    for source in sorted(path for path in starter.rglob("*") if path.is_file()):
        name = source.relative_to(starter).as_posix().replace("dot-", ".")
        target = folder / name
        if target.exists():
            continue
        text = source.read_text(encoding="utf-8")
        if name == "content/site.yaml":
            text = text.replace("title: News archive", f"title: {_scalar(title)}") if title else text
        files.write(target, text.encode("utf-8"))
        written.append(name)
    steps = (
        f"{'Laid out' if written else 'Nothing was missing'}: {folder}\nNext:\n"
        f"  1. put your articles into {folder / 'seeds'}\n"
        f"  2. look through {folder / 'content' / 'site.yaml'}\n"
        f"  3. build it: the verb `build` with --site {shlex.quote(str(folder))}"
    )
    return LaidOut(tuple(written), steps)


def _scalar(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=2**31 - 1).removesuffix("...\n").strip()

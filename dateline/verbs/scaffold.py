"""A folder's name -> a site folder for somebody's own corpus."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

import yaml
from msgspec import Struct

from dateline import __version__
from dateline.tools import files, repository, web
from dateline.tools.folder import shipped
from dateline.tools.wording import command

_WORKFLOW = ".github/workflows/pages.yml"
_UNKNOWN = (
    "dateline[all] @ git+https://WHERE/YOU/HAVE/DATELINE/FROM@COMMIT"  # what the workflow installs, as it is shipped
)


class LaidOut(Struct, frozen=True):
    """What `new` did."""

    written: tuple[str, ...]
    next_steps: str


def lay_out(folder: Path, title: str) -> LaidOut:
    """Write what a new site folder has; a file that stands there already is left alone. OSError where it cannot."""
    starter, had_from = shipped("starter"), requirement()
    written = []
    for source in sorted(path for path in starter.rglob("*") if path.is_file()):
        name = source.relative_to(starter).as_posix().replace("dot-", ".")
        target = folder / name
        if target.exists():
            continue
        text = source.read_text(encoding="utf-8")
        if name == "content/site.yaml":
            text = text.replace("title: News archive", f"title: {_scalar(title)}") if title else text
        text = text.replace(_UNKNOWN, had_from or _UNKNOWN)
        files.write(target, text.encode("utf-8"))
        written.append(name)
    steps = (
        f"{'Laid out' if written else 'Nothing was missing'}: {folder}\nNext:\n"
        f"  1. put your articles into {folder / 'seeds'}\n"
        f"  2. look through {folder / 'content' / 'site.yaml'}\n"
        f"  3. see it: {command('serve', folder, '--open')}\n"
        f"  4. learn what is doubtful: {command('check', folder)}"
    )
    if _WORKFLOW in written and not had_from:
        steps += f"\n  5. before you publish it: say in {folder / _WORKFLOW} where Dateline is to be had"
    return LaidOut(tuple(written), steps)


def _scalar(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=2**31 - 1).removesuffix("...\n").strip()


def requirement() -> str:
    """This program as pip gets it elsewhere, with all that it reads: a version of an index, or a repository and its
    commit; empty where only this machine has it."""
    here = Path(__file__).resolve().parents[2]
    if (here / ".git").exists():
        is_there = repository.asked(
            here, "branch", "-r", "--contains", "HEAD"
        )  # and not a commit of this machine alone
        found = [*repository.asked(here, "remote", "get-url", "origin"), *repository.asked(here, "rev-parse", "HEAD")]
        return _repository(*found) if is_there and len(found) == 2 else ""
    try:
        said = metadata.distribution("dateline").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return ""
    if said is None:
        return f"dateline[all]=={__version__}"
    direct = json.loads(said)
    return _repository(direct["url"], direct.get("vcs_info", {}).get("commit_id", ""))


def _repository(address: str, commit: str) -> str:
    """None that only this machine knows, and no password."""
    if address.startswith("git@") and ":" in address:
        address = "https://" + address.removeprefix("git@").replace(":", "/", 1)
    parts = web.split(address)
    host = parts.netloc.rpartition("@")[2]
    return (
        f"dateline[all] @ git+https://{host}{parts.path}@{commit}"
        if parts.scheme == "https" and host and commit
        else ""
    )

"""What keeps the site from being built -> the Problems that a person can mend.

A template of the site's own is found out by an exception. Jinja lets a template's lines stand in a traceback, those of
another process too; so the last of them says where.
"""

from __future__ import annotations

import re
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tools.folder import Folder

HINT = "Mend the template, or delete it: then the one that ships with Dateline is used."
SITE_STAYS = "The site was left as it was."
ALL_STAYS = "Nothing was changed: neither content/ nor the site."


class MistakeError(Exception):
    """The site cannot be made; `problems` say why. `left`: what became of the last one."""

    def __init__(self, problems: Sequence[Problem], left: str = SITE_STAYS) -> None:
        super().__init__("\n".join([*map(str, problems), left]))
        self.problems = tuple(problems)


@contextmanager
def own_templates(folder: Folder) -> Iterator[None]:
    """Raise MistakeError in place of what a template in the folder's templates/ raises."""
    try:
        yield
    except Exception as error:
        lines = "".join(traceback.format_exception(error))
        frames = re.findall(rf'File "{re.escape(str(folder.templates))}/([^"]+)", line (\d+)', lines)
        if not frames:
            raise
        name, line = frames[-1]
        what = getattr(error, "message", "") or f"{type(error).__name__}: {error}"
        path = folder.shown(folder.templates / name)
        raise MistakeError([Problem(path, int(line), "F17", f"cannot be rendered: {what}", HINT)]) from error

"""An exception that comes from a template of the site's own -> the Problem that a person can mend.

Jinja lets a template's lines stand in a traceback, those of another process too; so the last of them says where.
"""

from __future__ import annotations

import re
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.folder import Folder

HINT = "Mend the template, or delete it: then the one that ships with Dateline is used."


class MistakeError(Exception):
    """A template of the site's own cannot be rendered; `problem` says which and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


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
        raise MistakeError(Problem(path, int(line), "F17", f"cannot be rendered: {what}", HINT)) from error

"""What git knows of a folder: nothing, where there is no git or the folder is in no repository."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def asked(root: Path, *arguments: str) -> list[str]:
    """The lines that git answers; none where it finds nothing, or fails."""
    git = shutil.which("git")
    if git is None:
        return []
    command = [git, "-C", str(root), "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603  git, with paths of ours
    return done.stdout.splitlines() if done.returncode == 0 else []

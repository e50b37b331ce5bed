"""One page of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.site.views.shared import Context


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the plan: where it goes, which template, and all that the template is given."""

    path: str  # of its file, relative to the site's root
    kind: str
    context: Context

    @property
    def template(self) -> str:
        return f"{self.kind}.html"

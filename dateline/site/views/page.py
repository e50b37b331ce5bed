"""One page of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from dateline.site.views.shared import Context


class Page(Struct, frozen=True):
    """One page of the plan: where it goes, which template, and all that the template is given."""

    path: str  # of its file, relative to the site's root
    kind: str
    context: Context

    @property
    def template(self) -> str:
        return f"{self.kind}.html"

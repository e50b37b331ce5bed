"""Page -> HTML, by Jinja templates of which a site may replace any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.site.language import Language
    from dateline.site.links import Links
    from dateline.site.views import Page, Site

_LEADING = re.compile(r"\n\s*(?=<)")
_BLANK = re.compile(r"\n\s*\n+")


class Renderer:
    """Templates, compiled once. A folder named first wins file by file, so a site overrides what it likes."""

    def __init__(self, templates: Sequence[Path], site: Site, language: Language, links: Links) -> None:
        self.links = links
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in templates]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
        )
        self.environment.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
        self.environment.filters["count"] = language.count
        self.environment.globals["site"] = site

    def render(self, page: Page) -> str:
        """HTML of one page. Raises jinja2.TemplateError, whose message names the template and the line."""
        template = self.environment.get_template(page.template)
        html = template.render(page=page.context, url=self.links.of(page.path), kind=page.kind)
        return _BLANK.sub("\n", html) if "<pre" in html else _LEADING.sub("\n", html)

"""What the documentation site does beyond Markdown: pages in English say so, for screen readers and browsers."""

from __future__ import annotations

import re
from typing import Any, Final

_ARTICLE: Final = re.compile(r"<article class=\"md-content__inner")


def on_post_page(output: str, page: Any, config: Any) -> str:  # noqa: ANN401 (mkdocs' own signature)
    """Mark the text of a page whose front matter says ``language: en``; the frame around it is Dutch."""
    if page.meta.get("language") != "en":
        return output
    return _ARTICLE.sub('<article lang="en" class="md-content__inner', output, count=1)

"""Fields of BibTeX as plain text: LaTeX, HTML and entities decoded; what cannot be decoded is said, never lost."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Any, Final

_MARKUP: Final = re.compile(r"</?(?:i|em|sub|sup|span|scp|sc|jats:\w+)\b[^<>]{0,80}>", re.IGNORECASE)
_MEANT: Final = re.compile(r"(?<!\\)[%&]")  # a sign that LaTeX would take for its own
# Signs that pylatexenc has no text for.
_SIGNS: Final = {"textless": "<", "textgreater": ">", "slash": "/", "textquotesingle": "'", "nobreakdash": "-"}
_BEFORE_ENTITY: Final = re.compile(r"\\?(&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,20});)")
_ADDRESS: Final = re.compile(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}")
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,20});")
# Tags that databases of literature put in titles; another, such as <b>, is text that somebody wrote.
# Macros that take an address or a setting before what they show: which of their arguments that is, of these.
_SHOWN: Final = {
    "href": (2, "[{{"), "textcolor": (2, "[{{"), "hyperref": (1, "[{"), "foreignlanguage": (2, "[{{"),
    "hyperlink": (1, "{{"), "colorbox": (2, "[{{"), "texorpdfstring": (1, "{{"),
}  # fmt: skip


class LatexError(ValueError):
    """LaTeX that cannot be read as text; the message says why."""


@lru_cache(maxsize=1)
def _decoder() -> Any:  # noqa: ANN401 (pylatexenc has no types)
    from pylatexenc import latex2text, latexwalker, macrospec  # heavy, and only needed where a field holds LaTeX

    walker = latexwalker.get_default_latex_context_db()
    text = latex2text.get_default_latex_context_db()
    walker.add_context_category(
        "shown", macros=[macrospec.std_macro(name, taken) for name, (_, taken) in _SHOWN.items()], prepend=True
    )
    text.add_context_category(
        "shown",
        macros=[
            *(latex2text.MacroTextSpec(name, _argument(at)) for name, (at, _) in _SHOWN.items()),
            *(latex2text.MacroTextSpec(name, sign) for name, sign in _SIGNS.items()),
        ],
        prepend=True,
    )
    decoder = latex2text.LatexNodes2Text(text, keep_braced_groups=False, math_mode="verbatim")
    return decoder, walker


def _argument(at: int) -> str:
    """Return what pylatexenc prints of a macro: the argument of that number, from 0."""
    return f"%({at + 1})s"


def decode(value: str) -> str:
    r"""Return a field as plain text: LaTeX, HTML and entities read, braces taken off, spaces folded.

    Raises
    ------
    LatexError
        If the LaTeX cannot be read.

    Examples
    --------
    >>> decode("Ili{\\'a}s and the {NNPS}"), decode(r"Zie \href{https://a.nl/x}{hier}")
    ('Iliás and the NNPS', 'Zie hier')
    >>> decode("Kunst &amp; <i>kind</i>")
    'Kunst & kind'
    """
    if "\\" in value:
        value = _BEFORE_ENTITY.sub(lambda match: html.unescape(match[1]), value)
        value = _from_latex(_MEANT.sub(r"\\\g<0>", _ADDRESS.sub(_kept, value)))
    elif "~" in value and "://" not in value:
        value = value.replace("~", " ")  # LaTeX's space at which no line breaks
    if "&" in value:
        value = _ENTITY.sub(lambda match: html.unescape(match[0]), value)
    if "<" in value:
        value = _MARKUP.sub("", value)
    if "{" in value or "}" in value:
        value = value.replace("{", "").replace("}", "")
    return " ".join(value.split())


def _kept(match: re.Match[str]) -> str:
    """Return an address as LaTeX that prints it as it stands: a tilde in it is no space."""
    return re.sub(r"\\?([_%#&])", r"\\\1", match[1]).replace("\\~{}", "~").replace("~", "{\\textasciitilde}")


def plainly(value: str) -> str:
    """Return a field that cannot be decoded with its commands taken out, so that its words are kept."""
    words = re.sub(r"\\[A-Za-z]+\*?|\\.", " ", value)
    return " ".join(words.replace("{", "").replace("}", "").split())


def _from_latex(value: str) -> str:
    from pylatexenc.latexwalker import LatexWalker

    decoder, context = _decoder()
    try:
        nodes, _, _ = LatexWalker(value, latex_context=context, tolerant_parsing=True).get_latex_nodes()
        return str(decoder.nodelist_to_text(nodes))
    except Exception as error:
        message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        raise LatexError(" ".join(message.split())[:120]) from error

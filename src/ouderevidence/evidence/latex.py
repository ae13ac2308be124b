"""Fields of BibTeX as plain text: LaTeX, HTML and entities decoded; what cannot be decoded is said, never lost."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.evidence.latex_commands import PLAIN, SHOWN, SIGNS, UNREAD
from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKUP: Final = re.compile(r"</?(?:i|em|sub|sup|span|scp|sc|jats:\w+)\b[^<>]{0,80}>", re.IGNORECASE)
_MEANT: Final = re.compile(r"(?<!\\)[%&]")  # a sign that LaTeX would take for its own
_BEFORE_ENTITY: Final = re.compile(r"\\?(&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,20});)")
_ADDRESS: Final = re.compile(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}")
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,20});")
_VERBATIM: Final = re.compile(r"\\(?:verb|lstinline)\*?([|!+/@\"])(.*?)\1")
_SPECIAL: Final = re.compile(r"[\\{}_%#&$~^]")
_LENGTH: Final = r"\s*[+-]?[\d.,]+\s*(?:pt|em|ex|mm|cm|in|mu|sp|bp|pc)\b"
_ARGUMENTS: Final = re.compile(r"\\([A-Za-z]+)\*?(?:\[[^\[\]]*\]|\{[^{}]*\}){2,}")
# Measures without braces, and the three arguments that \hyperref{..}{..}{..}{text} takes before what it shows.
_UNSHOWN: Final = re.compile(
    rf"\\(?:kern|[hv]skip){_LENGTH}(?:\s*(?:plus|minus){_LENGTH})*|(\\hyperref)\s*(?:\{{[^{{}}]*\}}\s*){{3}}(?=\{{)"
)


class LatexError(ValueError):
    """LaTeX that cannot be read as text: ``why``, and in ``text`` the words that can be kept of it."""

    def __init__(self, why: Text, text: str) -> None:
        super().__init__(why.en)
        self.why, self.text = why, text


@lru_cache(maxsize=1)
def _decoder() -> Any:  # noqa: ANN401 (pylatexenc has no types)
    from pylatexenc import latex2text, latexwalker, macrospec  # heavy, and only needed where a field holds LaTeX

    walker = latexwalker.get_default_latex_context_db()
    text = latex2text.get_default_latex_context_db()
    walker.add_context_category(
        "shown", macros=[macrospec.std_macro(name, taken) for name, (_, taken) in SHOWN.items()], prepend=True
    )
    text.add_context_category(
        "shown",
        macros=[
            *(latex2text.MacroTextSpec(name, shown, discard=not shown) for name, (shown, _) in SHOWN.items()),
            *(latex2text.MacroTextSpec(name, sign) for name, sign in SIGNS.items()),
            *(latex2text.MacroTextSpec(name, discard=False) for name in {*PLAIN, *UNREAD}),
        ],
        prepend=True,
    )
    text.set_unknown_macro_spec(latex2text.MacroTextSpec("", discard=False))
    known = {spec.macroname for spec in text.iter_macro_specs()} - {"", *UNREAD}
    decoder = latex2text.LatexNodes2Text(text, keep_braced_groups=False, math_mode="verbatim")
    return decoder, walker, known


def decode(value: str) -> str:
    r"""Return a field as plain text: LaTeX, HTML and entities read, braces taken off, spaces folded.

    Raises
    ------
    LatexError
        If the LaTeX cannot be read, or has a command that nobody knows; its words are kept in ``text``.

    Examples
    --------
    >>> decode("Ili{\\'a}s and the {NNPS}"), decode(r"Zie \href{https://a.nl/x}{hier}")
    ('Iliás and the NNPS', 'Zie hier')
    >>> decode("Kunst &amp; <i>kind</i>")
    'Kunst & kind'
    """
    unknown: list[str] = []
    if "\\" in value:
        value = _BEFORE_ENTITY.sub(lambda match: html.unescape(match[1]), value)
        value = _VERBATIM.sub(lambda match: _SPECIAL.sub(_literally, match[2]), _UNSHOWN.sub("", value))
        value, unknown = _from_latex(_MEANT.sub(r"\\\g<0>", _ADDRESS.sub(_kept, value)))
    elif "~" in value and "://" not in value:
        value = value.replace("~", " ")  # LaTeX's space at which no line breaks
    if "&" in value:
        value = _ENTITY.sub(lambda match: html.unescape(match[0]), value)
    if "<" in value:
        value = _MARKUP.sub("", value)
    if "{" in value or "}" in value:
        value = value.replace("{", "").replace("}", "")
    text = " ".join(value.split())
    if unknown:
        said = ", ".join(f"\\{name}" for name in unknown)
        raise LatexError(Text(f"onbekende opdracht {said}", f"unknown command {said}"), text)
    return text


def _literally(match: re.Match[str]) -> str:
    """Return a sign as LaTeX that prints it."""
    return {"\\": "{\\textbackslash}", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}"}.get(
        match[0], f"\\{match[0]}"
    )


def _kept(match: re.Match[str]) -> str:
    """Return an address as LaTeX that prints it as it stands: a tilde in it is no space."""
    return re.sub(r"\\?([_%#&])", r"\\\1", match[1]).replace("\\~{}", "~").replace("~", "{\\textasciitilde}")


def _plainly(value: str) -> str:
    """Return a field that cannot be decoded with its commands taken out, so that its words are kept."""
    words = re.sub(r"\\[A-Za-z]+\*?|\\.", " ", value)
    return " ".join(words.replace("{", "").replace("}", "").split())


def _from_latex(value: str) -> tuple[str, list[str]]:
    """Return LaTeX as text, and the commands in it that nobody knows."""
    from pylatexenc.latexwalker import LatexWalker

    decoder, context, known = _decoder()
    try:
        nodes, _, _ = LatexWalker(value, latex_context=context, tolerant_parsing=True).get_latex_nodes()
        unknown = [*dict.fromkeys(name for name in _names(nodes) if name not in known)]
        if unknown and "}{" in value:
            value = _ARGUMENTS.sub(
                lambda match: match[0].replace("}{", "} {") if match[1] in unknown else match[0], value
            )
            nodes, _, _ = LatexWalker(value, latex_context=context, tolerant_parsing=True).get_latex_nodes()
        return str(decoder.nodelist_to_text(nodes)), unknown
    except Exception as error:
        message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = " ".join(message.split())[:120]
        raise LatexError(Text(message, message), _plainly(value)) from error


def _names(nodes: Any) -> Iterator[str]:  # noqa: ANN401 (pylatexenc has no types)
    """Yield the names of the commands in LaTeX, formulas aside."""
    for node in nodes:
        if node is None or type(node).__name__ == "LatexMathNode":
            continue
        if hasattr(node, "macroname"):
            yield node.macroname
            if SHOWN.get(node.macroname, ("shown",))[0].strip() == "":
                continue
        given = getattr(node, "nodeargd", None)
        yield from _names([*(getattr(given, "argnlist", None) or ()), *(getattr(node, "nodelist", None) or ())])

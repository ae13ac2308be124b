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
# LaTeX that stands for one sign wherever it stands, as nearly all in real files does: "\'e", "\v{s}", "\%".
_SIGN: Final = re.compile(r"\\(?:[\"'`^~=.](?:[A-Za-z]|\{(?:[A-Za-z]|\\[ij])\})|[vcuHkr]\{[A-Za-z]\}|[%&_#])")
_LIGATURE: Final = re.compile(r"---?|``|''|[!?]`|~")
_LIGATURES: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "!`": "¡", "?`": "¿", "~": " "}
# A command with the sign behind it, which it may take; or a stretch of words, which the parser is spared.
_WORDS: Final = r"[^\\{}\[\]$~`'!?%&#^_\n-]"
_STRETCH: Final = re.compile(
    rf"(\\(?:[A-Za-z]+\*?|.)\s*[^\\]?)|(?!\s){_WORDS}(?:{_WORDS}|\{{{_WORDS}*+\}}){{11,}}", re.DOTALL
)
_HELD: Final = re.compile("[\U000f0000-\U0010fffd]")  # signs that no text has, each for a stretch
_FIRST: Final = 0xF0000
_MOST_HELD: Final = 0x1FFFE
COMMANDS: Final = 5_000  # that the parser reads in one text or file: half a second
SIGNS_EACH: Final = 200  # and one more for each so many signs
LONGEST: Final = 50_000  # that the parser reads of one text, stretches of words aside
DEEPEST: Final = 6  # braces within each other in LaTeX
_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)
TOO_MUCH: Final = Text(
    "meer LaTeX-opdrachten, of dieper in elkaar, dan gelezen worden; schrijf letters zoals ze zijn, zonder opmaak",
    "more commands of LaTeX, or deeper within each other, than are read; write letters as they are, without mark-up",
)
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
    if "\\" in value and (simple := _of_signs(value)) is not None:
        value = simple
    elif "\\" in value:
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


def is_too_much(text: str) -> bool:
    """Whether a file has more commands than are read in reasonable time, those aside that stand for one sign."""
    most = COMMANDS + len(text) // SIGNS_EACH
    return _count(text, "\\$") > most and _count(_SIGN.sub("", text), "\\$") > most


def _count(text: str, signs: str) -> int:
    return sum(map(text.count, signs))


def _depth(value: str) -> int:
    """Return how many braces are open at once: an accent on an accent doubles what is in it, each time."""
    depth = deepest = 0
    for sign in _BRACE.findall(value):
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    return deepest


def _of_signs(value: str) -> str | None:
    """Return LaTeX that is nothing but single signs and words as text; None if it is more than that."""
    if "$" in value:
        return None
    simple = _SIGN.sub(lambda match: _sign(match[0]), _BEFORE_ENTITY.sub(lambda match: html.unescape(match[1]), value))
    return None if "\\" in simple else _LIGATURE.sub(lambda match: _LIGATURES[match[0]], simple)


@lru_cache(maxsize=1000)
def _sign(command: str) -> str:
    """Return the sign that a command stands for."""
    return _from_latex(command)[0]


def _literally(match: re.Match[str]) -> str:
    """Return a sign as LaTeX that prints it."""
    return {"\\": "{\\textbackslash}", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}"}.get(
        match[0], f"\\{match[0]}"
    )


def _kept(match: re.Match[str]) -> str:
    """Return an address as LaTeX that prints it as it stands: a tilde in it is no space."""
    return re.sub(r"\\?([_%#&])", r"\\\1", match[1]).replace("\\~{}", "~").replace("~", "{\\textasciitilde}")


def without_commands(value: str) -> str:
    """Return LaTeX with a space for each command."""
    return re.sub(r"\\[A-Za-z]+\*?|\\.", " ", value)


def _plainly(value: str) -> str:
    """Return a field that cannot be decoded with its commands taken out, so that its words are kept."""
    return " ".join(without_commands(value).replace("{", "").replace("}", "").split())


def _from_latex(value: str) -> tuple[str, list[str]]:
    """Return LaTeX as text, and the commands in it that nobody knows."""
    from pylatexenc.latexwalker import LatexWalker

    if _count(value, "\\${") > COMMANDS + len(value) // SIGNS_EACH or _depth(value) > DEEPEST:
        raise LatexError(TOO_MUCH, _plainly(value))
    decoder, context, known = _decoder()
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        if match[1] is not None or len(held) >= _MOST_HELD:
            return match[0]
        held.append(match[0])
        return chr(_FIRST + len(held) - 1)

    def put_back(text: str) -> str:
        return _HELD.sub(lambda match: held[ord(match[0]) - _FIRST], text) if held else text

    value = value if _HELD.search(value) else _STRETCH.sub(hold, value)
    if len(value) > LONGEST:
        raise LatexError(TOO_MUCH, _plainly(put_back(value)))
    try:
        nodes, _, _ = LatexWalker(value, latex_context=context, tolerant_parsing=True).get_latex_nodes()
        unknown = [*dict.fromkeys(name for name in _names(nodes) if name not in known)]
        if unknown and "}{" in value:
            value = _ARGUMENTS.sub(
                lambda match: match[0].replace("}{", "} {") if match[1] in unknown else match[0], value
            )
            nodes, _, _ = LatexWalker(value, latex_context=context, tolerant_parsing=True).get_latex_nodes()
        return put_back(str(decoder.nodelist_to_text(nodes))), unknown
    except Exception as error:
        message = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = " ".join(message.split())[:120]
        raise LatexError(Text(message, message), _plainly(put_back(value))) from error


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

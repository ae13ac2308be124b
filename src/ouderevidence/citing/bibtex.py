"""A work as a BibTeX entry that reads back as the same work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.notes import more_authors, note

if TYPE_CHECKING:
    from ouderevidence.model.records import Name, Work

# Fields that hold an address: kept as they are, but for signs that BibTeX would trip over.
_ADDRESSES: Final = ("doi", "url", "eprint", "file")
_IN_ADDRESS: Final = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_IN_TEXT: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}
_PAGES: Final = re.compile(r"(?<=\w)[-–](?=\w)")
# " and " parts names; a comma parts the family from the given name.
_PARTS_A_NAME: Final = re.compile(r",|\band\b", re.IGNORECASE)


def to_bibtex(work: Work, *, language: str = "nl") -> str:
    r"""Return a work as a BibTeX entry in UTF-8, the signs special to LaTeX escaped.

    A work that was not identified for certain says so in ``note``, in the language.

    Examples
    --------
    >>> print(to_bibtex(library.work("epstein2001")).splitlines()[0])
    @book{epstein2001,
    """
    fields: dict[str, str] = {}
    if work.authors:
        fields["author"] = _names(work.authors, others=more_authors(work))
    if work.editors:
        fields["editor"] = _names(work.editors, others=False)
    for key, value in work.fields.items():
        fields[key] = _address(value) if key in _ADDRESSES else escape(value)
    if work.year:
        fields["year"] = escape(work.year)
    if "pages" in fields:
        fields["pages"] = _PAGES.sub("--", fields["pages"].replace("--", "-"))
    doubt = note(work, language)
    if doubt is not None:
        fields["note"] = escape(doubt)
    body = "".join(f",\n  {key} = {{{value}}}" for key, value in fields.items())
    return f"@{work.entry_type}{{{work.key}{body}\n}}\n"


def escape(text: str) -> str:
    r"""Return text with the signs that mean something to LaTeX written out.

    Examples
    --------
    >>> escape("100% {en} meer")
    '100\\% \\textbraceleft{}en\\textbraceright{} meer'
    """
    return "".join(_IN_TEXT.get(sign, sign) for sign in " ".join(text.split()))


def _address(text: str) -> str:
    return "".join(_IN_ADDRESS.get(sign, sign) for sign in "".join(text.split()))


def _names(names: tuple[Name, ...], *, others: bool) -> str:
    return " and ".join([*map(_name, names), *(["others"] if others else [])])


def _name(name: Name) -> str:
    if name.literal is not None:
        return f"{{{escape(name.literal)}}}"
    family = f"{_part(name.particle)} {_part(name.family)}".strip()
    return ", ".join(part for part in (family, _part(name.suffix), _part(name.given)) if part)


def _part(text: str) -> str:
    return f"{{{escape(text)}}}" if _PARTS_A_NAME.search(text) else escape(text)

"""The errors of the package: one family, each message ends with what to do."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, ClassVar, Final, Self

from ouderevidence.model.bilingual import LANGUAGES, Text, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ouderevidence.model.findings import Finding


def on_one_line(name: str) -> str:
    r"""Return a name without signs that are not printed: line ends, escapes, what is no text at all.

    Examples
    --------
    >>> on_one_line("a\nb\udcff.md")
    'a?b?.md'
    """
    return "".join(char if char.isprintable() else "?" for char in name)


class EvidenceError(Exception):
    """The common base: whatever the package raises on purpose.

    Parameters
    ----------
    message
        The message in both languages, or in English.
    """

    def __init__(self, message: str | Text) -> None:
        self.said = message if isinstance(message, Text) else Text(message, message)
        super().__init__(self.said.en)

    def in_words(self, language: str) -> str:
        """Return the message in ``"nl"`` or ``"en"``; in English where it has no Dutch."""
        return self.said.of(language)


_INVALID: Final = Text("fouten in de gegevens: {count}\n{lines}", "errors in the evidence: {count}\n{lines}")
_NO_SUCH: Final = Text("geen {noun} '{name}'{place}; {remedy}", "no {noun} '{name}'{place}; {remedy}")
_IN: Final = Text(" bij {where}", " in {where}")
_CHOOSE: Final = Text("kies {choices}", "choose {choices}")
_SEE: Final = Text("zie `{see}` voor alles wat er is", "see `{see}` for all there are")
_DID_YOU_MEAN: Final = Text("bedoelde u {near}?", "did you mean {near}?")
_NEAR_OF: Final = Text("bedoelde u {near}? Er zijn {choices}", "did you mean {near}? There are {choices}")
_THE_FILTERS: Final = Text("{remedy} De filters zijn {choices}.", "{remedy} The filters are {choices}.")
# What an option is called, where the two languages differ.
OPTIONS: Final[dict[str, Text]] = {
    "language": Text("taal", "language"),
    "reading": Text("lezing", "reading"),
    "order": Text("volgorde", "order"),
    "column": Text("kolom", "column"),
    "table": Text("tabel", "table"),
    "grouping": Text("groepering", "grouping"),
    "depth": Text("diepte", "depth"),
    "reference style": Text("stijl van verwijzen", "reference style"),
    "facet for rows": Text("facet voor de rijen", "facet for rows"),
    "facet for columns": Text("facet voor de kolommen", "facet for columns"),
    "second facet": Text("tweede facet", "second facet"),
}


def did_you_mean(names: Iterable[str]) -> Text:
    """Return the question whether one of these names was meant."""
    known = list(names)
    return fill(_DID_YOU_MEAN, near=Text(" of ".join(known), " or ".join(known)))


class ValidationError(EvidenceError):
    """The evidence does not hold together.

    Parameters
    ----------
    findings
        Every finding of the check, in the order of file and line.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        count = sum(1 for f in self.findings if f.severity == "error")
        lines = Text(*("\n".join(f.of(language) for f in self.findings) for language in LANGUAGES))
        super().__init__(fill(_INVALID, count=count, lines=lines))


class UnknownNameError(EvidenceError):
    """A name that does not exist; near names are suggested.

    Parameters
    ----------
    name
        What was given.
    near
        Names that look like it.
    where
        Where it was looked for: the keyword of a filter, a facet.
    choices
        All that there is, where that is little.
    see
        The command that lists what there is.
    """

    noun: ClassVar[Text] = Text("naam", "name")
    see = "ouderevidence terms"

    def __init__(
        self, name: str, near: Iterable[str] = (), *, where: str = "", choices: Sequence[str] = (), see: str = ""
    ) -> None:
        self.name = name
        self.near = tuple(near)
        self.where = where
        self.choices = tuple(choices)
        self.see = see or self.see
        super().__init__(self._told())

    def at(self, where: str) -> Self:
        """Name the place as the user knows it, such as the flag that was typed; return the error."""
        self.where = where
        self.said = self._told()
        self.args = (self.said.en,)
        return self

    def _told(self) -> Text:
        place = fill(_IN, where=self.where) if self.where else ""
        return fill(_NO_SUCH, noun=self.noun, name=on_one_line(self.name), place=place, remedy=self._remedy())

    def _remedy(self) -> Text:
        if self.near:
            return did_you_mean(self.near)
        if self.choices:
            return fill(_CHOOSE, choices=", ".join(self.choices))
        return fill(_SEE, see=self.see)


class UnknownOptionError(EvidenceError, ValueError):
    """An option has a value that it does not take: a language, a reading, an order; what it takes is listed.

    Parameters
    ----------
    what
        The option in words, such as ``language``.
    given
        What was given.
    choices
        What it takes.
    """

    def __init__(self, what: str, given: object, choices: Iterable[str]) -> None:
        self.given, self.choices = given, tuple(choices)
        near = difflib.get_close_matches(str(given), self.choices, n=1)
        remedy = fill(_NEAR_OF if near else _CHOOSE, near=near[0] if near else "", choices=", ".join(self.choices))
        noun = OPTIONS.get(what, Text(what, what))
        super().__init__(fill(_NO_SUCH, noun=noun, name=on_one_line(str(given)), place="", remedy=remedy))


class UnknownTermError(UnknownNameError):
    """A filter names a term that is not in the vocabulary."""

    noun = Text("term", "term")


class UnknownFilterError(UnknownNameError):
    """``where`` was given a keyword that is no filter; all filters are listed."""

    noun = Text("filter", "filter")

    def __init__(
        self, name: str, near: Iterable[str] = (), *, known: Sequence[str] = (), dutch: Sequence[str] = ()
    ) -> None:
        self._listed = Text(", ".join(dutch or known), ", ".join(known))
        super().__init__(name, near, choices=known)

    def _remedy(self) -> Text:
        if self.near:
            return fill(_THE_FILTERS, remedy=super()._remedy(), choices=self._listed)
        return fill(_CHOOSE, choices=self._listed)


class UnknownClaimError(UnknownNameError):
    """No claim has this id."""

    noun = Text("uitspraak", "claim")
    see = "ouderevidence table"


class UnknownWorkError(UnknownNameError):
    """No work has this cite key."""

    noun = Text("bron", "work")
    see = "ouderevidence works"


class OutputError(EvidenceError):
    """A file cannot be written: unknown extension, missing folder, read-only place."""


class RenderError(EvidenceError):
    """A document could not be made, or pandoc or typst warned while making it."""


class DocumentError(EvidenceError):
    """A document cannot be read.

    Parameters
    ----------
    name
        Name of the file.
    reason
        ``missing``, ``form``, ``broken``, ``encrypted``, ``empty``, ``pictures``, ``special``, ``large``, ``deep``
        or ``slow``.
    detail
        What the library that reads the format said, if anything.
    """

    SAID: ClassVar[dict[str, Text]] = {
        "missing": Text(
            "kan niet worden geopend; controleer de naam en of u het mag lezen",
            "cannot be opened; check its name and that you may read it",
        ),
        "form": Text(
            "heeft een vorm die niet wordt gelezen; bewaar het als .txt, .md, .html, .docx, .odt, .rtf, .pdf of .ipynb",
            "has a form that is not read; save it as .txt, .md, .html, .docx, .odt, .rtf, .pdf or .ipynb",
        ),
        "broken": Text(
            "kan niet worden gelezen, het is kapot of niet wat de naam zegt; bewaar het opnieuw vanuit het programma "
            "waarmee het is gemaakt",
            "cannot be read, it is broken or not what its name says; save it anew from the program that made it",
        ),
        "encrypted": Text(
            "is versleuteld, of in de oude vorm van Word; bewaar het zonder wachtwoord, als .docx of .pdf",
            "is encrypted, or in the old Word form; save it without a password, as .docx or .pdf",
        ),
        "empty": Text(
            "bevat geen tekst; controleer of het het goede bestand is", "holds no text; check that it is the right file"
        ),
        "special": Text(
            "is geen gewoon bestand; noem een bestand, geen pijp of apparaat",
            "is no regular file; name a file, not a pipe or a device",
        ),
        "large": Text(
            "is groter dan wat wordt gelezen, zelf of uitgepakt; splits het, of bewaar het opnieuw zonder afbeeldingen",
            "is larger than what is read, itself or unpacked; split it, or save it anew without pictures",
        ),
        "deep": Text(
            "is te diep genest; haal niveaus van lijsten, citaten of opmaak weg",
            "is nested too deeply; take levels of lists, quotes or mark-up out",
        ),
        "slow": Text(
            "kost te veel tijd om te lezen; splits het, en haal geneste haakjes en opmaak weg",
            "takes too long to read; split it, and take nested brackets and mark-up out",
        ),
        "pictures": Text(
            "bevat afbeeldingen van bladzijden en geen tekst; laat de tekst eerst herkennen (OCR)",
            "holds pictures of pages and no text; have the text recognised first (OCR)",
        ),
    }

    def __init__(self, name: str, reason: str, *, detail: str = "") -> None:
        self.name, self.reason, self.detail = on_one_line(name), reason, detail
        text = f" ({detail})" if detail else ""
        super().__init__(Text(*(f"{self.name} {self.SAID[reason].of(language)}{text}" for language in LANGUAGES)))

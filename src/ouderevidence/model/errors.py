"""The errors of the package: one family, each message ends with what to do."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ouderevidence.model.findings import Finding


class EvidenceError(Exception):
    """The common base: whatever the package raises on purpose."""


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
        lines = "\n".join(str(f) for f in self.findings)
        super().__init__(f"{count} error(s) in the evidence:\n{lines}")


class UnknownNameError(EvidenceError):
    """A name that does not exist; near names are suggested."""

    noun = "name"
    see = "ouderevidence terms"

    def __init__(
        self, name: str, near: Iterable[str] = (), *, where: str = "", choices: Sequence[str] = (), see: str = ""
    ) -> None:
        self.name = name
        self.near = tuple(near)
        place = f" in {where}" if where else ""
        if self.near:
            remedy = f"did you mean {' or '.join(self.near)}?"
        elif choices:
            remedy = f"choose {', '.join(choices)}"
        else:
            remedy = f"see `{see or self.see}` for all there are"
        super().__init__(f"no {self.noun} '{name}'{place}; {remedy}")


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
        hint = f"did you mean {near[0]}? There are" if near else "choose"
        super().__init__(f"no {what} '{given}'; {hint} {', '.join(self.choices)}")


class UnknownTermError(UnknownNameError):
    """A filter names a term that is not in the vocabulary."""

    noun = "term"


class UnknownFilterError(UnknownNameError):
    """``where`` was given a keyword that is no filter; all filters are listed."""

    noun = "filter"

    def __init__(self, name: str, near: Iterable[str] = (), *, known: Sequence[str] = ()) -> None:
        super().__init__(name, near, choices=known)
        if self.near:
            self.args = (f"{self.args[0]} The filters are {', '.join(known)}.",)


class UnknownClaimError(UnknownNameError):
    """No claim has this id."""

    noun = "claim"
    see = "ouderevidence table"


class UnknownWorkError(UnknownNameError):
    """No work has this cite key."""

    noun = "work"
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

    SAID: ClassVar[dict[str, str]] = {
        "missing": "cannot be opened; check its name and that you may read it",
        "form": "has a form that is not read; save it as .txt, .md, .html, .docx, .odt, .rtf, .pdf or .ipynb",
        "broken": "cannot be read, it is broken or not what its name says; save it anew from the program that made it",
        "encrypted": "is encrypted, or in the old Word form; save it without a password, as .docx or .pdf",
        "empty": "holds no text; check that it is the right file",
        "special": "is no regular file; name a file, not a pipe or a device",
        "large": "is larger than what is read, itself or unpacked; split it, or save it anew without pictures",
        "deep": "is nested too deeply; take levels of lists, quotes or mark-up out",
        "slow": "takes too long to read; split it, and take nested brackets and mark-up out",
        "pictures": "holds pictures of pages and no text; have the text recognised first (OCR)",
    }

    def __init__(self, name: str, reason: str, *, detail: str = "") -> None:
        self.name, self.reason, self.detail = name, reason, detail
        said = f" ({detail})" if detail else ""
        super().__init__(f"{name} {self.SAID[reason]}{said}")

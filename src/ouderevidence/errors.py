"""The errors of the package: one family, each message ends with what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ouderevidence.findings import Finding


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

    def __init__(self, name: str, near: Iterable[str] = (), *, where: str = "") -> None:
        self.name = name
        self.near = tuple(near)
        place = f" in {where}" if where else ""
        remedy = f"did you mean {' or '.join(self.near)}?" if self.near else "see `ouderevidence terms` for all terms"
        super().__init__(f"no {self.noun} '{name}'{place}; {remedy}")


class UnknownTermError(UnknownNameError):
    """A filter names a term that is not in the vocabulary."""

    noun = "term"


class UnknownClaimError(UnknownNameError):
    """No claim has this id."""

    noun = "claim"


class UnknownWorkError(UnknownNameError):
    """No work has this cite key."""

    noun = "work"


class OutputError(EvidenceError):
    """A file cannot be written: unknown extension, missing folder, read-only place."""


class RenderError(EvidenceError):
    """A document could not be made, or pandoc or typst warned while making it."""

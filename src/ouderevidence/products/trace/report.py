"""What a trace says: its codes, its findings, and its figures as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.findings import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ouderevidence.model.records import SentenceMark

CATALOGUE: Final[Mapping[str, Rule]] = {
    "T101": Rule(
        "passage {number} of '{claim}' reads '{printed}' where '{words}' was curated",
        "see whether the claim still says it, then copy the words as printed",
    ),
    "T102": Rule(
        "passage {number} of '{claim}' is not in the text: '{words}'", "revise the claim, or take the passage out"
    ),
    "T103": Rule(
        "passage {number} of '{claim}' stands outside section {section}: '{words}'", "give the section it stands in now"
    ),
    "T104": Rule("section {section} is not in the text; it held {claims}", "revise these claims"),
    "T105": Rule("the passage left out is not in the text: '{words}'", "take it out of left_out"),
    "T201": Rule("'{printed}' is printed and no claim links it{near}", "link it in the claim that it stands for"),
    "T202": Rule("'{as_cited}' of '{claim}' is linked and not printed there", "take the link out, or mend as_cited"),
    "T203": Rule("'{printed}' is printed where '{claim}' links '{as_cited}'", "see which work is meant, then mend it"),
    "T301": Rule("no claim covers '{words}'", "cover it with a passage, or list it in left_out with a reason"),
    "T401": Rule("new since the edition that was curated: '{words}'{near}", "see whether a claim has to say it"),
    "T402": Rule("gone since the edition that was curated: sentence {number} of section {section}", "{near}"),
    "T403": Rule("reworded since the edition that was curated: '{words}'{near}", "see whether the claim still holds"),
    "T404": Rule("moved since the edition that was curated: '{words}'", "nothing, unless its section changed"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one passage: ``exact``, ``nearly``, ``moved`` or ``not found``."""

    claim: str
    number: int
    section: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A citation as the text prints it, and the claims that link it."""

    text: str
    line: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A sentence of the text: its first words, and the claims or the reason that account for it; neither if nothing."""

    words: str
    line: int
    claims: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """The outcome of holding a text against the library.

    Parameters
    ----------
    findings
        Everything that does not hold, in order of place.
    passages, citations, sentences
        What was compared: each passage, each printed citation, each sentence.
    linked
        How many links from claims to works the library has for this factsheet.
    marks
        The fingerprints of the sentences, to be kept as the edition that was curated.
    """

    findings: tuple[Finding, ...]
    passages: tuple[Found, ...]
    citations: tuple[Printed, ...]
    sentences: tuple[Covered, ...]
    linked: int
    marks: tuple[SentenceMark, ...]

    @property
    def summary(self) -> str:
        """The figures in three lines."""
        outcomes = [found.outcome for found in self.passages]
        linked = sum(1 for printed in self.citations if printed.claims)
        claims = sum(1 for sentence in self.sentences if sentence.claims)
        left = sum(1 for sentence in self.sentences if not sentence.claims and sentence.reason)
        total = len(self.sentences)
        return "\n".join(
            (
                f"passages: {len(outcomes)}; exact {outcomes.count('exact')}, nearly {outcomes.count('nearly')}, "
                f"moved {outcomes.count('moved')}, not found {outcomes.count('not found')}",
                f"citations: {linked} of {len(self.citations)} printed are linked; the claims have {self.linked} links",
                f"sentences: {total}; covered by a claim {claims}, left out with a reason {left}, "
                f"neither {total - claims - left}",
            )
        )

    def table(self) -> pd.DataFrame:
        """Return one row per sentence: its line, first words, claims, and the reason where none covers it."""
        import pandas as pd

        rows = [(s.line, s.words, ", ".join(s.claims), s.reason or "") for s in self.sentences]
        return pd.DataFrame(rows, columns=["line", "sentence", "claims", "reason"])

    def findings_table(self) -> pd.DataFrame:
        """Return one row per finding: file, line, code, fact, remedy."""
        import pandas as pd

        rows = [(f.file, f.line, f.code, f.fact, f.remedy) for f in self.findings]
        return pd.DataFrame(rows, columns=["file", "line", "code", "fact", "remedy"])

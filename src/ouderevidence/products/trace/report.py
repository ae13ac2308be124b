"""What a trace says: its codes, its findings, and its figures as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.bilingual import Text
from ouderevidence.model.catalogue import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from ouderevidence.model.findings import Finding
    from ouderevidence.model.records import SentenceMark

CATALOGUE: Final[Mapping[str, Rule]] = {
    "T101": Rule(
        Text(
            "passage {number} van '{claim}' luidt '{printed}' waar '{words}' was vastgelegd",
            "passage {number} of '{claim}' reads '{printed}' where '{words}' was curated",
        ),
        Text(
            "kijk of de uitspraak nog klopt, en neem dan de woorden over zoals ze zijn afgedrukt",
            "see whether the claim still says it, then copy the words as printed",
        ),
    ),
    "T102": Rule(
        Text(
            "passage {number} van '{claim}' staat niet in de tekst: '{words}'",
            "passage {number} of '{claim}' is not in the text: '{words}'",
        ),
        Text("herzie de uitspraak, of haal de passage weg", "revise the claim, or take the passage out"),
    ),
    "T103": Rule(
        Text(
            "passage {number} van '{claim}' staat buiten paragraaf {section}: '{words}'",
            "passage {number} of '{claim}' stands outside section {section}: '{words}'",
        ),
        Text("geef de paragraaf waarin die nu staat", "give the section it stands in now"),
    ),
    "T104": Rule(
        Text(
            "paragraaf {section} staat niet in de tekst; daarin stonden {claims}",
            "section {section} is not in the text; it held {claims}",
        ),
        Text("herzie deze uitspraken", "revise these claims"),
    ),
    "T105": Rule(
        Text(
            "de weggelaten passage staat niet in de tekst: '{words}'",
            "the passage left out is not in the text: '{words}'",
        ),
        Text("haal die uit left_out", "take it out of left_out"),
    ),
    "T201": Rule(
        Text(
            "'{printed}' is afgedrukt en bij geen uitspraak gekoppeld{near}",
            "'{printed}' is printed and no claim links it{near}",
        ),
        Text("koppel het bij de uitspraak waar het voor staat", "link it in the claim that it stands for"),
    ),
    "T202": Rule(
        Text(
            "'{as_cited}' van '{claim}' is gekoppeld en staat daar niet",
            "'{as_cited}' of '{claim}' is linked and not printed there",
        ),
        Text("haal de koppeling weg, of herstel as_cited", "take the link out, or mend as_cited"),
    ),
    "T203": Rule(
        Text(
            "er staat '{printed}' waar '{claim}' '{as_cited}' koppelt",
            "'{printed}' is printed where '{claim}' links '{as_cited}'",
        ),
        Text("kijk welke bron is bedoeld, en herstel het", "see which work is meant, then mend it"),
    ),
    "T301": Rule(
        Text("geen uitspraak dekt '{words}'", "no claim covers '{words}'"),
        Text(
            "dek het met een passage, of zet het met een reden in left_out",
            "cover it with a passage, or list it in left_out with a reason",
        ),
    ),
    "T401": Rule(
        Text(
            "nieuw sinds de vastgelegde uitgave: '{words}'{near}",
            "new since the edition that was curated: '{words}'{near}",
        ),
        Text("kijk of een uitspraak het moet zeggen", "see whether a claim has to say it"),
    ),
    "T402": Rule(
        Text(
            "weg sinds de vastgelegde uitgave: zin {number} van paragraaf {section}",
            "gone since the edition that was curated: sentence {number} of section {section}",
        ),
        Text("{near}", "{near}"),
    ),
    "T403": Rule(
        Text(
            "anders gezegd sinds de vastgelegde uitgave: '{words}'{near}",
            "reworded since the edition that was curated: '{words}'{near}",
        ),
        Text("kijk of de uitspraak nog klopt", "see whether the claim still holds"),
    ),
    "T404": Rule(
        Text(
            "verplaatst sinds de vastgelegde uitgave: '{words}'", "moved since the edition that was curated: '{words}'"
        ),
        Text("niets, tenzij de paragraaf is veranderd", "nothing, unless its section changed"),
    ),
}


SUMMARY: Final = Text(
    "passages: {passages}; precies {exact}, bijna {nearly}, verplaatst {moved}, niet gevonden {lost}\n"
    "verwijzingen: {linked} van de {printed} afgedrukte zijn gekoppeld; de uitspraken hebben {links} koppelingen\n"
    "zinnen: {sentences}; gedekt door een uitspraak {covered}, met reden weggelaten {left}, geen van beide {neither}",
    "passages: {passages}; exact {exact}, nearly {nearly}, moved {moved}, not found {lost}\n"
    "citations: {linked} of {printed} printed are linked; the claims have {links} links\n"
    "sentences: {sentences}; covered by a claim {covered}, left out with a reason {left}, neither {neither}",
)


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
        """The figures in three lines, in English."""
        return self.summary_in("en")

    def summary_in(self, language: str) -> str:
        """Return the figures in three lines, in ``"nl"`` or ``"en"``."""
        outcomes = [found.outcome for found in self.passages]
        linked = sum(1 for printed in self.citations if printed.claims)
        claims = sum(1 for sentence in self.sentences if sentence.claims)
        left = sum(1 for sentence in self.sentences if not sentence.claims and sentence.reason)
        total = len(self.sentences)
        return SUMMARY.of(language).format(
            passages=len(outcomes),
            exact=outcomes.count("exact"),
            nearly=outcomes.count("nearly"),
            moved=outcomes.count("moved"),
            lost=outcomes.count("not found"),
            linked=linked,
            printed=len(self.citations),
            links=self.linked,
            sentences=total,
            covered=claims,
            left=left,
            neither=total - claims - left,
        )

    def table(self) -> pd.DataFrame:
        """Return one row per sentence: its line, first words, claims, and the reason where none covers it."""
        import pandas as pd

        rows = [(s.line, s.words, ", ".join(s.claims), s.reason or "") for s in self.sentences]
        return pd.DataFrame(rows, columns=["line", "sentence", "claims", "reason"])

    def findings_table(self, *, language: str = "en") -> pd.DataFrame:
        """Return one row per finding: file, line, code, and its fact and remedy in a language."""
        import pandas as pd

        rows = [(f.file, f.line, f.code, *f.words(language)) for f in self.findings]
        return pd.DataFrame(rows, columns=["file", "line", "code", "fact", "remedy"])

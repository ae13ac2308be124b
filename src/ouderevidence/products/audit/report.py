"""What an audit says: its remarks, what was cited and listed, and its figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import output
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import OutputError
from ouderevidence.products.audit.catalogue import CATALOGUE, NOT_CHECKED, SEVERITIES
from ouderevidence.products.audit.steps import steps
from ouderevidence.products.audit.wording import CAVEAT, JUDGED, LAWS
from ouderevidence.text.laws import KINDS

if TYPE_CHECKING:
    import pandas as pd

    from ouderevidence.library.library import Library
    from ouderevidence.text import Document
    from ouderevidence.text.laws import LawMention

COLUMNS: Final = ("place", "code", "severity", "words", "fact", "remedy", "claims")


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim of the library that a sentence resembles: its level, its caveats, and what was judged of a work."""

    id: str
    statement: str
    level: str
    caveats: tuple[str, ...] = ()
    note: str = ""
    code: str = ""

    def line(self, language: str) -> str:
        """Return the claim in one line: statement, level and code, what was judged, caveats."""
        return " ".join([self.head, *self.more(language)])

    @property
    def head(self) -> str:
        """The statement with its level and its code."""
        return f"{self.statement} [{self.level}; {self.code or self.id}]"

    def more(self, language: str) -> list[str]:
        """Return what was judged of the work, and the caveats."""
        caveats = [f"{CAVEAT.of(language)}: {caveat}" for caveat in self.caveats]
        return [f"{JUDGED.of(language)}: {self.note}", *caveats] if self.note else caveats


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding of an audit.

    Parameters
    ----------
    start, end
        Character offsets in the document's text; both 0 when it is about the document as a whole.
    code
        A code of ``auditing.CATALOGUE``.
    place
        Page or paragraph, for a reader; empty for the document as a whole.
    words
        At most eight words of the draft.
    fact, remedy
        What it is, and what to do.
    claims
        Claims of the library that could support or temper it.
    """

    start: int
    end: int
    code: str
    place: str
    words: str
    fact: str
    remedy: str
    claims: tuple[NearClaim, ...] = ()

    @property
    def severity(self) -> str:
        """``"error"``, ``"warning"`` or ``"hint"``."""
        return CATALOGUE[self.code].severity

    @property
    def message(self) -> str:
        """The fact and its remedy."""
        return f"{self.fact}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the draft: the entry of its list and the work of the library that it points to, if any.

    ``unlisted`` says that it should be in the list and is not; personal communication and what is cited in another work
    need not be.
    """

    text: str
    label: str
    place: str
    entry: str | None
    work: str | None
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the draft's reference list, the work of the library that it is, and how often it is cited."""

    key: str
    text: str
    work: str | None
    cited: int


@dataclass(frozen=True, slots=True)
class Audit:
    """The outcome of auditing a draft; the draft itself is never changed.

    Parameters
    ----------
    name
        The name of the file.
    language, profile
        The language of the remarks, and the reference style they follow.
    findings
        The remarks, in the order of the text.
    citations, references
        What the draft cites, and what its reference list holds.
    has_list
        Whether a reference list was found.
    laws
        The laws and official papers that the draft names: each kind with how often, in the order of the text.
    """

    name: str
    language: str
    profile: str
    findings: tuple[Remark, ...]
    citations: tuple[Cited, ...]
    references: tuple[Listed, ...]
    has_list: bool
    path: Path = field(repr=False, compare=False)
    document: Document = field(repr=False, compare=False)
    library: Library = field(repr=False, compare=False)
    laws: tuple[LawMention, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether there is no error and no warning; hints do not count."""
        return all(finding.severity == "hint" for finding in self.findings)

    @property
    def not_checked(self) -> tuple[str, ...]:
        """What no audit looks at; never to be read as "fine"."""
        return tuple(said.of(self.language) for said in NOT_CHECKED)

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do, first things first."""
        return steps(self.findings, self.language)

    @property
    def summary(self) -> str:
        """The figures and what was not checked, in a few lines."""
        counts = Counter(finding.severity for finding in self.findings)
        severities = ", ".join(f"{SEVERITIES[name].of(self.language)} {counts[name]}" for name in SEVERITIES)
        known = sum(1 for cited in self.citations if cited.work)
        listed = sum(1 for entry in self.references if entry.work)
        if self.language == "nl":
            lines = [
                f"verwijzingen: {len(self.citations)}, daarvan {known} naar een werk van de bibliotheek",
                f"bronnen in de literatuurlijst: {len(self.references)}, daarvan {listed} in de bibliotheek",
                f"opmerkingen: {len(self.findings)} ({severities})",
            ]
        else:
            lines = [
                f"citations: {len(self.citations)}, of which {known} to a work of the library",
                f"works in the reference list: {len(self.references)}, of which {listed} in the library",
                f"remarks: {len(self.findings)} ({severities})",
            ]
        note = self.library.language_note(self.language)
        return "\n".join([*lines, *self._named_laws(), *self.not_checked, *([note] if note else [])])

    def _named_laws(self) -> list[str]:
        """Say how many laws and official papers the draft names; nothing where it names none."""
        if not self.laws:
            return []
        counts = Counter(KINDS[law.kind].of(self.language) for law in self.laws)
        kinds = ", ".join(f"{name} {count}" for name, count in counts.items())
        return [LAWS.of(self.language).format(number=len(self.laws), kinds=kinds)]

    def annotate(self, path: str | Path) -> Path:
        """Write an annotated copy: comments in a Word file (.docx, of a Word draft), margin notes in a page (.html).

        Raises
        ------
        OutputError
            If the extension is another, the path is the draft itself, or the file cannot be written.
        DocumentError
            If a Word draft cannot be opened again.
        """
        target = Path(path)
        form = target.suffix.lower()
        if form not in {".docx", ".html"}:
            message = Text(
                f"kan geen geannoteerde kopie maken als '{target}': onbekende extensie '{form}'; neem .docx of .html",
                f"cannot annotate as '{target}': unknown extension '{form}'; use .docx or .html",
            )
            raise OutputError(message)
        if form == ".docx" and self.path.suffix.lower() != ".docx":
            message = Text(
                f"{self.name} is geen Word-bestand waar opmerkingen in kunnen; maak de geannoteerde kopie als .html",
                f"{self.name} is no Word file to put comments in; write the annotated copy as .html",
            )
            raise OutputError(message)
        if target.exists() and self.path.exists() and target.samefile(self.path):
            message = Text(
                f"{target} is het concept zelf, en dat wordt nooit veranderd; kies een andere naam",
                f"{target} is the draft itself, which is never changed; choose another name",
            )
            raise OutputError(message)
        output.check_place(target)
        from ouderevidence.products.audit.comments import commented
        from ouderevidence.products.audit.page import annotated_page

        output.write(target, commented(self) if form == ".docx" else annotated_page(self))
        return target

    def write_references(self, path: str | Path) -> Path:
        """Write a corrected reference list in APA 7: .md, .docx, .html or .pdf.

        It holds the works of the library that the draft cites; apart from these, marked as not checked, what the
        draft cites and the library does not hold.

        Raises
        ------
        OutputError
            If the extension is unknown, the path is the draft itself, or the file cannot be written.
        RenderError
            If pandoc or typst fails or warns.
        """
        from ouderevidence.document.render import FORMATS
        from ouderevidence.products.audit.literature import reference_list

        target = Path(path)
        form = output.form_of(target, FORMATS)
        output.check_apart(target, read=[self.path])
        output.write(target, reference_list(self, form))
        return target

    def table(self) -> pd.DataFrame:
        """Return one row per finding: place, code, severity, words, fact, remedy, claims."""
        import pandas as pd

        return pd.DataFrame([list(row.values()) for row in self.rows()], columns=list(COLUMNS))

    def rows(self) -> list[dict[str, Any]]:
        """Return the findings as plain rows, for JSON and tables."""
        return [
            {
                "place": finding.place,
                "code": finding.code,
                "severity": SEVERITIES[finding.severity].of(self.language),
                "words": finding.words,
                "fact": finding.fact,
                "remedy": finding.remedy,
                "claims": [claim.line(self.language) for claim in finding.claims],
            }
            for finding in self.findings
        ]

    def citations_table(self) -> pd.DataFrame:
        """Return one row per citation: its words, label, place, entry of the list, work of the library."""
        import pandas as pd

        return pd.DataFrame(
            [asdict(cited) for cited in self.citations], columns=["text", "label", "place", "entry", "work", "unlisted"]
        )

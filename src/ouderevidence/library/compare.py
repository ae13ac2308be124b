"""Two selections side by side: what is said of both, of one only, and how each is underpinned."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.library.tables import head
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.words import BEST_FIRST, LANGUAGES, LEVELS, READINGS, SUPPORTED, Text, option

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from ouderevidence.library.library import Library

_SIDE: Final = Text("Waar", "Where")
_BOTH: Final = Text("beide", "both")
_ONLY: Final = Text("alleen {name}", "only {name}")
_SELECTION: Final = Text("Keuze", "Selection")
_READING: Final = Text("Lezing", "Reading")
_SUPPORTED: Final = Text("Onderbouwd", "Supported")
_FINDINGS: Final = Text("Bevindingen", "Findings")
_SUMMARY: Final = Text(
    "{a}: uitspraken {a_claims}, bevindingen {a_graded}, onderbouwd met aanvullend onderzoek erbij {a_supported}. {b}: "
    "uitspraken {b_claims}, bevindingen {b_graded}, zo onderbouwd {b_supported}. Uitspraken over beide: {both}.",
    "{a}: claims {a_claims}, findings {a_graded}, supported with complementary research {a_supported}. {b}: claims "
    "{b_claims}, findings {b_graded}, so supported {b_supported}. Claims about both: {both}.",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two selections of one library.

    Parameters
    ----------
    a, b
        The selections.
    language
        ``"nl"`` or ``"en"``.
    """

    a: Library
    b: Library
    language: str = "nl"

    def __post_init__(self) -> None:
        """Refuse selections that have nothing to do with each other."""
        option("language", self.language, LANGUAGES)
        if self.a.whole is not self.b.whole:
            message = Text(
                "twee keuzes uit verschillende bibliotheken zijn niet te vergelijken; laad ze als één bibliotheek",
                "two selections of different libraries cannot be compared; load them as one library",
            )
            raise EvidenceError(message)

    @property
    def both(self) -> Library:
        """The claims about both."""
        return self.a & self.b

    @property
    def only_a(self) -> Library:
        """The claims about the first alone."""
        return self.a - self.b

    @property
    def only_b(self) -> Library:
        """The claims about the second alone."""
        return self.b - self.a

    def table(self) -> pd.DataFrame:
        """Return one row per claim: whether it is about both or one, the statement, and its level in both readings."""
        import pandas as pd  # slow to import; only tables need it

        say = self.language
        rows = [
            {
                _SIDE.of(say): side,
                head("code", say): claim.shown_code,
                head("claim", say): claim.statement.of(say),
                head("level", say): part.profile(claim.id).text.of(say),
                head("evidence_level", say): part.profile(claim.id, "evidence").text.of(say),
            }
            for side, part in self._parts()
            for claim in part.sort("level", reading="evidence")
        ]
        heads = [_SIDE.of(say), *(head(name, say) for name in ("code", "claim", "level", "evidence_level"))]
        return pd.DataFrame(rows, columns=heads)

    def levels(self) -> pd.DataFrame:
        """Return one row per selection and reading: how many findings have which level, and how many are supported."""
        import pandas as pd

        say = self.language
        rows = []
        for part in (self.a, self.b):
            for reading, words in READINGS.items():
                counted = Counter(part.profile(c.id, reading).level for c in part if c.kind in GRADED_KINDS)
                rows.append(
                    {
                        _SELECTION.of(say): self._name(part),
                        _READING.of(say): words.of(say),
                        **{LEVELS[level].of(say): counted[level] for level in BEST_FIRST},
                        _FINDINGS.of(say): sum(counted.values()),
                        _SUPPORTED.of(say): sum(counted[level] for level in SUPPORTED),
                    }
                )
        return pd.DataFrame(rows)

    def text(self) -> str:
        """Return the comparison in a few sentences."""
        numbers: dict[str, object] = {"both": len(self.both)}
        for name, part in (("a", self.a), ("b", self.b)):
            graded = [claim for claim in part if claim.kind in GRADED_KINDS]
            numbers |= {
                name: self._name(part),
                f"{name}_claims": len(part),
                f"{name}_graded": len(graded),
                f"{name}_supported": sum(part.profile(c.id, "evidence").level in SUPPORTED for c in graded),
            }
        return _SUMMARY.of(self.language).format(**numbers)

    def _parts(self) -> Iterator[tuple[str, Library]]:
        yield _BOTH.of(self.language), self.both
        yield _ONLY.of(self.language).format(name=self._name(self.a)), self.only_a
        yield _ONLY.of(self.language).format(name=self._name(self.b)), self.only_b

    def _name(self, part: Library) -> str:
        return part.filter_text(self.language)

    def _repr_html_(self) -> str:
        return str(self.levels().to_html(index=False)) + f"<p>{self.text()}</p>"


def compare(a: Library | str, b: Library | str, *, library: Library | None = None, language: str = "nl") -> Comparison:
    """Return two selections, or two parent groups by name, side by side.

    Parameters
    ----------
    a, b
        Selections of one library, or the names of parent groups.
    library
        Where parent groups are looked up; by default the curated library.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    UnknownTermError
        If a name is no parent group.
    EvidenceError
        If the selections are of different libraries.

    Examples
    --------
    >>> len(compare("vaders", "werkend", library=library).both)
    0
    """
    from ouderevidence.library.library import Library as Selection

    given = next((part.whole for part in (a, b) if isinstance(part, Selection)), library)
    if given is None:
        from ouderevidence.library.load import load

        given = load()
    first, second = (part if isinstance(part, Selection) else given.where(parent_group=part) for part in (a, b))
    return Comparison(first, second, language)

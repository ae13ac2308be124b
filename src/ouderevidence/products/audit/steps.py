"""What to do first with an audit: its remarks as a few steps, the most telling first, each with its first places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.products.audit.report import Remark

FEW: Final = 3  # places and codes that a step names

# Codes, and what is done about them; one of them, or more.
_STEPS: Final[tuple[tuple[frozenset[str], Text, Text], ...]] = (
    (
        frozenset({"A103", "A105", "A106", "A109"}),
        Text("Kijk of de literatuurlijst goed is gelezen", "See whether the reference list was read well"),
        Text("Kijk of de literatuurlijst goed is gelezen", "See whether the reference list was read well"),
    ),
    (
        frozenset({"A115"}),
        Text("Laat EndNote of Citavi de verwijzingen opmaken", "Let EndNote or Citavi format the citations"),
        Text("Laat EndNote of Citavi de verwijzingen opmaken", "Let EndNote or Citavi format the citations"),
    ),
    (
        frozenset({"A101", "A104", "A108", "A112"}),
        Text(
            "Herstel de verwijzing die niet bij de literatuurlijst past",
            "Mend the citation that does not fit the reference list",
        ),
        Text(
            "Herstel de {number} verwijzingen die niet bij de literatuurlijst passen",
            "Mend the {number} citations that do not fit the reference list",
        ),
    ),
    (
        frozenset({"A301", "A302"}),
        Text(
            "Zoek het werk op waarvan niet zeker is welk het is en of het bestaat",
            "Look up the work of which it is not certain which it is, or whether it exists",
        ),
        Text(
            "Zoek de {number} werken op waarvan niet zeker is welke het zijn en of ze bestaan",
            "Look up the {number} works of which it is not certain which they are, or whether they exist",
        ),
    ),
    (
        frozenset({"A401"}),
        Text("Zet een bron bij de zin die er geen heeft", "Add a source to the sentence that has none"),
        Text(
            "Zet een bron bij de {number} zinnen die er geen hebben",
            "Add a source to the {number} sentences that have none",
        ),
    ),
    (
        frozenset({"A102", "A107", "A110", "A111", "A113", "A114", "A116", "A303", "A304"}),
        Text("Vergelijk de naam, het jaar of de bron op één plek", "Compare the name, year or work in one place"),
        Text(
            "Vergelijk namen, jaren en bronnen op {number} plekken", "Compare names, years and works in {number} places"
        ),
    ),
    (
        frozenset({f"A2{number:02d}" for number in range(1, 100)}),
        Text("Verbeter op één plek de vorm", "Adjust the form in one place"),
        Text("Verbeter op {number} plekken de vorm", "Adjust the form in {number} places"),
    ),
)
_NOTHING: Final = Text("Er is niets te herstellen", "There is nothing to mend")


def steps(remarks: Iterable[Remark], language: str) -> tuple[str, ...]:
    """Return what to do, first things first: each step with its codes and its first places.

    Examples
    --------
    >>> steps((), "nl")
    ('Er is niets te herstellen',)
    """
    found = tuple(remarks)
    lines = []
    for codes, one, more in _STEPS:
        held = [remark for remark in found if remark.code in codes]
        if held:
            said = (one if len(held) == 1 else more).of(language).format(number=len(held))
            names = _few(sorted({remark.code for remark in held}), ", ")
            places = _few([remark.place for remark in held if remark.place], "; ")
            lines.append(f"{said} ({names})" + (f": {places}" if places else ""))
    return tuple(lines) or (_NOTHING.of(language),)


def _few(words: list[str], between: str) -> str:
    """Return the first words, once each, and a mark where there are more."""
    once = list(dict.fromkeys(words))
    return between.join(once[:FEW]) + (" …" if len(once) > FEW else "")

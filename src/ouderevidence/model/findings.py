"""Findings: what is wrong or doubtful in the evidence, as values with a stable code.

One catalogue, read by the checks, the tests, the documentation and the command line. ``E`` stops a build, ``W`` does
not unless asked to.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Rule:
    """A code's fact and remedy; both are templates that the finding fills."""

    fact: str
    remedy: str


CATALOGUE: Mapping[str, Rule] = {
    "E001": Rule("{what} is missing", "add it, or point to a folder that has it"),
    "E002": Rule("not UTF-8 at byte {at}", "save the file as UTF-8"),
    "E003": Rule("YAML cannot be read: {why}", "mend the YAML here"),
    "E004": Rule("YAML tag '{tag}'", "write the plain value; tags are not allowed"),
    "E005": Rule("YAML anchor or alias '{name}'", "write the value out; anchors and aliases are not allowed"),
    "E006": Rule("key '{key}' stands twice", "keep one of the two"),
    "E007": Rule("{what} should be {expected}", "write it in that form"),
    "E008": Rule("this is not read: {why}", "{remedy}"),
    "E101": Rule("unknown key '{key}' in {record}", "{near}"),
    "E102": Rule("{record} has no {key}", "add it"),
    "E103": Rule("{what} '{name}' is there twice; the first is at {first}", "rename or delete one"),
    "E104": Rule("id '{name}' is not lower-case kebab", "use letters, digits and single hyphens"),
    "E105": Rule("{what} has no {language} text", "write it in both languages"),
    "E106": Rule("no term '{name}' in {facet}", "{near}"),
    "E107": Rule("{what} cannot be '{name}'", "{near}"),
    "E108": Rule("term '{name}' is broader than itself", "break the circle"),
    "E109": Rule("{what} is no date: '{value}'", "write it as 2026-11-26"),
    "E110": Rule("code '{name}' is in use twice; the first is at {first}", "give this claim the next free letter"),
    "E111": Rule("code '{name}' belonged to a claim that is gone", "give this claim a letter that was never used"),
    "E112": Rule(
        "code '{name}' does not name a section of '{claim}' and letters",
        "write the section and a letter, such as {like}",
    ),
    "E113": Rule("{what} holds {sign}, a sign that nobody sees", "take the sign out"),
    "E201": Rule("no work '{name}' in references.bib", "{near}"),
    "E202": Rule("citation of '{work}' has no as_cited", "write it as the factsheet prints it"),
    "E203": Rule("the link to '{work}' as '{as_cited}' stands twice in '{claim}'", "keep one of the two"),
    "E204": Rule(
        "the judgement of '{work}' is '{judgement}' without a note", "say in a note what carries it and what is missing"
    ),
    "E205": Rule("judgement '{judgement}' with basis '{basis}'", "basis is none exactly when unchecked"),
    "E206": Rule("there is no passage {number} in '{claim}'", "count from 1"),
    "E207": Rule("'{claim}' rests on '{name}', which is no claim", "{near}"),
    "E208": Rule("rests_on runs in a circle: {circle}", "take one link out"),
    "E209": Rule("'{claim}' is a {kind} and has rests_on", "only a recommendation rests on claims"),
    "E210": Rule("a caveat of '{claim}' has no source", "name works, or sections of the factsheet"),
    "E211": Rule("no programme '{name}' in programmes.yml", "{near}"),
    "E212": Rule(
        "'{claim}' has '{work}' as a supplement and cites it from the factsheet too",
        "keep the citation; a supplement is for works that the factsheet does not cite there",
    ),
    "E213": Rule(
        "'{claim}' has supplements and no search account", "add an account to searches.yml that covers this claim"
    ),
    "E214": Rule("search account '{account}' covers '{name}', which is no claim", "{near}"),
    "E215": Rule("search account '{account}' is dated {date}, in the future", "write the day of the search"),
    "E216": Rule(
        "search account '{account}' read {read}, kept {kept} and left out {out}",
        "make the number read equal to what was kept and left out",
    ),
    "E217": Rule("section '{name}' of a caveat of '{claim}' is not in the factsheet", "{near}"),
    "E301": Rule("a passage of '{claim}' has no {end} words", "give its first and last words"),
    "E302": Rule("'{end}' of a passage has {count} words", "use at most six"),
    "E303": Rule("no section '{name}' in {factsheet}", "{near}"),
    "E304": Rule("passage {problem} in section {section}: '{words}'", "copy the words as they are printed"),
    "E305": Rule("passage {problem} in section {section}: '{words}'", "use words that stand in one place only"),
    "E306": Rule("'{as_cited}' is not printed in the passage", "write as_cited to the letter, or link another passage"),
    "E307": Rule("'{claim}' has no passage", "say where in the factsheet it stands"),
    "E308": Rule("section {section}: no claim covers '{words}'", "cover it with a passage or list it in left_out"),
    "E309": Rule(
        "chapter {name} of {factsheet} has no claim, and is not left out",
        "put its claims back, or list its text in left_out",
    ),
    "E310": Rule(
        "no claim of section {section} has the code {name}, and a later one is there",
        "put the claim back, or list its code in retired_codes",
    ),
    "E401": Rule("BibTeX block cannot be read: {why}", "mend the block"),
    "E402": Rule("cite key '{key}' stands twice", "rename or delete one"),
    "E403": Rule("'{key}' has the field '{field}' twice", "keep one of the two"),
    "E404": Rule("'{key}' uses the undefined @string '{name}' in {field}", "put the value in braces or define it"),
    "E405": Rule("'{key}' has no {field}", "add it, or say that the work is less than certain"),
    "E406": Rule(
        "the title of '{key}' is not known, yet it has a {field}", "take it out, or add the title that was seen"
    ),
    "E407": Rule("work '{key}' has no appraisal", "add it to appraisals.yml"),
    "E408": Rule("appraisal of '{key}', which is not in references.bib", "{near}"),
    "E409": Rule(
        "'{key}' is ours (origin: curator), yet '{claim}' cites it from the factsheet",
        "set its origin to factsheet, or make the link a supplement",
    ),
    "E410": Rule("'{key}' is certain and has alternatives", "take them out, or say that the work is less than certain"),
    "E601": Rule("claim '{name}' is in {other} too", "rename one of the two, or load one of the libraries"),
    "E602": Rule(
        "factsheet '{name}' is in {other} too", "rename the folder and id of one, or load one of the libraries"
    ),
    "E603": Rule("{what} '{name}' is not the same as in {other}: {fields}", "make the two the same, or rename one"),
    "W501": Rule("work '{key}' is never cited", "link it, or take it out"),
    "W502": Rule("'{key}' is ambiguous and names no alternatives", "list the candidates"),
    "W503": Rule("'{key}' has neither DOI nor URL", "add one where it is established"),
    "W504": Rule("term '{name}' of {facet} is never used", "use it or take it out"),
    "W505": Rule(
        "'{claim}' is a proposal and does not count yet",
        "write its statement in your own words, judge its links, then take out `proposed`",
    ),
    "W506": Rule("'{claim}' has no code, and other claims have", "give it its section and the next free letter"),
    "W507": Rule("term '{name}' of {facet} has no title", "write what a brief about it is called, in both languages"),
    "W508": Rule("{what} '{name}' of '{key}' is not known", "{near}"),
    "W509": Rule("'{key}' has a title and no langid", "say in which language it is written, such as dutch or english"),
    "W510": Rule("'{key}' has the DOI of '{other}'", "see whether the two are one work"),
    "W511": Rule("'{as_cited}' names neither an author of '{work}' nor its year", "see which work is meant"),
    "W512": Rule("'{work}' is judged full and only a summary by others was read", "read it, or judge it partial"),
    "W513": Rule(
        "'{claim}' stands in the file of chapter {chapter} and in section {section}",
        "move it to the file of its chapter",
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fact about one place; ``line`` counts from 1 (0: the file as a whole)."""

    file: str
    line: int
    code: str
    fact: str
    remedy: str

    @property
    def severity(self) -> str:
        """``"error"`` or ``"warning"``."""
        return "error" if self.code.startswith("E") else "warning"

    @property
    def message(self) -> str:
        """The fact and its remedy."""
        return f"{self.fact}; {self.remedy}"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {self.code} {self.message}"


LONGEST_NAME: Final = 200  # characters of a name that others are compared with: the work grows with its square


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Return up to three known names close to this one, best first."""
    return difflib.get_close_matches(name, sorted(set(known)), n=3, cutoff=0.6)


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return a remedy: near names, or all names where they are few."""
    choices = sorted(set(known))
    near = near_names(name, choices) if len(name) <= LONGEST_NAME else []
    if near:
        return f"did you mean {' or '.join(near)}?"
    few = 8
    return f"use one of {', '.join(choices)}" if choices and len(choices) <= few else "add it or mend the name"


class Report:
    """Collects the findings of one file; everything is reported, nothing is raised."""

    def __init__(self, file: str, catalogue: Mapping[str, Rule] = CATALOGUE) -> None:
        self.file = file
        self.catalogue = catalogue
        self.findings: list[Finding] = []

    def add(self, code: str, line: int, **values: object) -> None:
        """Add a finding by its code; the values fill the catalogue's template."""
        rule = self.catalogue[code]
        self.findings.append(Finding(self.file, line, code, rule.fact.format(**values), rule.remedy.format(**values)))

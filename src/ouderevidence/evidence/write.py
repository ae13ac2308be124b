"""The text of the files: records as YAML and BibTeX that people read and edit, and text put into files they edited."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.bibtex import to_bibtex
from ouderevidence.model.bilingual import LANGUAGES
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.words import FACETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ouderevidence.model.records import Factsheet, Passage, Work
    from ouderevidence.model.words import Text

UNCHECKED: Final = 'note: {nl: "Nog niet nagegaan.", en: "Not yet checked."}'
_EMPTY: Final = re.compile(r"\s*(?:\[\s*\]|\{\s*\})\s*")


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """A citation of a proposal: the cite key, or None where a person has to choose; as printed; and a remark."""

    work: str | None
    as_cited: str
    remark: Text | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that is yet to be written; ``start`` is where its passage begins in the text."""

    id: str
    passage: Passage
    start: int
    kind: str
    terms: Mapping[str, tuple[str, ...]]
    links: tuple[ProposedLink, ...]


def quoted(words: str) -> str:
    r"""Return words as a double-quoted YAML scalar.

    Examples
    --------
    >>> quoted('zo "heet" het')
    '"zo \\"heet\\" het"'
    """
    return json.dumps(words, ensure_ascii=False)


def claim_yaml(proposal: Proposal, language: str) -> str:
    """Return a proposal as a claim whose statement is empty."""
    intent = "defines" if proposal.kind == "definition" else "supports"
    lines = [
        f"- id: {proposal.id}",
        "  proposed: true",
        "  statement:",
        '    nl: ""',
        '    en: ""',
        f"  kind: {proposal.kind}",
        "  core: false",
        "  passages:",
        f"    - {_passage(proposal.passage)}",
    ]
    lines += [f"  {facet}: [{', '.join(proposal.terms.get(facet, ()))}]" for facet in FACETS]
    lines.append("  citations:" if proposal.links else "  citations: []")
    for link in proposal.links:
        if link.remark:
            lines.append(f"    # {link.as_cited}: {link.remark.of(language)}")
        lines += [
            f"    - work: {link.work or 'null'}",
            "      passage: 1",
            f"      as_cited: {quoted(link.as_cited)}",
            f"      intent: {intent}",
            "      judgement: unchecked",
            "      basis: none",
            f"      {UNCHECKED}",
        ]
    return "\n".join([*lines, "  caveats: []"]) + "\n"


def sheet_yaml(sheet: Factsheet, head: str) -> str:
    """Return the record of a factsheet; what is not known is null."""
    lines = [
        f"# {head}",
        f"id: {sheet.id}",
        f"title: {_both(sheet.title)}",
        "publisher: null",
        "year: null",
        "url: null",
        "as_of: null",
        *([f"languages: [{', '.join(sheet.languages)}]"] if sheet.languages != LANGUAGES else []),
        "sections:",
    ]
    for section in sheet.sections:
        lines += [f"  - id: {quoted(section.id)}", f"    title: {_both(section.title)}", "    ranges:"]
        lines += [f"      - {{starts: {quoted(a)}, ends: {quoted(b)}}}" for a, b in section.ranges]
    lines.append("left_out:" if sheet.left_out else "left_out: []")
    lines += [f"  - {_passage(left.passage)[:-1]}, reason: {left.reason}}}" for left in sheet.left_out]
    return "\n".join(lines) + "\n"


def appraisal_yaml(work: Work) -> str:
    """Return the appraisal of a work that nobody looked up yet."""
    found = work.appraisal
    return "\n".join(
        (
            f"{work.key}:",
            f"  as_cited: {quoted(found.as_cited or '')}",
            f"  identification: {found.identification}",
            f"  origin: {found.origin}",
            f"  designs: [{', '.join(found.designs)}]",
            "  size: null",
            f"  peer_reviewed: {found.peer_reviewed}",
            "  countries: []",
            f"  authors_complete: {'true' if found.authors_complete else 'false'}",
            "  finding: null",
            "  alternatives: []",
            "  details:",
            f"    confirmed: {quoted(found.confirmed)}",
            f"    from_memory: {quoted(found.from_memory)}",
            f"    checked_from: [{', '.join(quoted(words) for words in found.checked_from)}]",
            "  spelling_note: null",
            "",
        )
    )


def entry_bibtex(work: Work) -> str:
    """Return a work as an entry of references.bib; the doubt about it stands in its appraisal."""
    certain = replace(work.appraisal, identification="certain")
    others = "et al." if work.and_others else None
    return to_bibtex(replace(work, appraisal=replace(certain, authors_complete=not work.and_others, as_cited=others)))


def appended(text: str, addition: str) -> str:
    """Return a file's text with more at its end; an empty list or mapping gives way to it."""
    end = "\r\n" if "\r\n" in text else "\n"
    bare = re.sub(r"#.*", "", text)
    if _EMPTY.fullmatch(bare):
        text = re.sub(r"[\[{]\s*[\]}]", "", text)
    if text and not text.endswith("\n"):
        text += end
    return text + addition.replace("\n", end)


def inserted(text: str, additions: Sequence[tuple[int, str]]) -> str:
    """Return a list of records with more put in, each before the line of a record (from 1; 0 is the end).

    Comments directly above a record stay with it, those at the top of the file stay at the top.

    Raises
    ------
    EvidenceError
        If a record does not begin a line with ``- ``.
    """
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    indent = next((re.match(r"\ufeff?( *)-", line) for line in lines if re.match(r"\ufeff? *-", line)), None)
    margin = indent[1] if indent else ""
    tail: list[str] = []
    for line, addition in sorted(additions, key=lambda pair: -pair[0]):
        block = "".join(f"{margin}{row}{end}" for row in addition.splitlines())
        if line == 0:
            tail.append(block)
            continue
        at = _above(lines, line - 1)
        lines.insert(at, block)
    whole = "".join(lines)
    return appended(whole, "".join(tail).replace("\r\n", "\n")) if tail else whole


def _above(lines: list[str], at: int) -> int:
    """Return where the record on a line begins: with its dash, and with the comments directly above it."""
    if not re.match(r"\ufeff?\s*-", lines[at]):
        if at == 0 or lines[at - 1].strip() != "-":
            message = f"a record begins as '{lines[at].strip()[:40]}'; begin each on a line of its own with '- '"
            raise EvidenceError(message)
        at -= 1
    top = at
    while top > 0 and lines[top - 1].lstrip().startswith("#"):
        top -= 1
    return top if top > 0 else at


def _both(text: Text) -> str:
    return f"{{nl: {quoted(text.nl)}, en: {quoted(text.en)}}}"


def _passage(passage: Passage) -> str:
    return f"{{section: {quoted(passage.section)}, starts: {quoted(passage.starts)}, ends: {quoted(passage.ends)}}}"

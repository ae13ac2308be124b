"""The audit itself: read a draft, make every check, and put the remarks in the order of the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.style import PROFILES
from ouderevidence.model.words import LANGUAGES, option
from ouderevidence.products.audit.draft import Draft, Remarks, flat, needs_entry, work_of
from ouderevidence.products.audit.forms import check_forms
from ouderevidence.products.audit.listing import as_cited, check_keys, check_list, check_spelling
from ouderevidence.products.audit.places import check_places
from ouderevidence.products.audit.report import Audit, Cited, Listed
from ouderevidence.products.audit.statements import check_statements
from ouderevidence.products.audit.works import check_identity, check_use
from ouderevidence.text import read_document

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

CHECKS: Final = (
    check_list,
    check_keys,
    check_spelling,
    check_forms,
    check_places,
    check_identity,
    check_use,
    check_statements,
)


def audit(path: str | Path, library: Library, *, language: str = "nl", profile: str | None = None) -> Audit:
    """Audit a draft: its citations, its reference list, and statements without a source.

    The draft is read and never changed.

    Parameters
    ----------
    path
        The draft: any file that ``ouderevidence.text.read_document`` reads.
    library
        The library whose works and claims it is held against.
    language
        The language of the remarks, ``"nl"`` or ``"en"``.
    profile
        The reference style that the draft follows, one of ``style.PROFILES``: ``"radboud"``, ``"han"`` or ``"apa-en"``;
        by default ``"apa-en"`` for a draft that is clearly in English, else ``"radboud"``.

    Raises
    ------
    EvidenceError
        If the language or the style is unknown, or the draft cannot be read (``DocumentError`` says why).

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     draft = Path(folder, "plan.md")
    ...     _ = draft.write_text("Thuis telt (Boonk et al 2018).", encoding="utf-8")
    ...     audited = audit(draft, library)
    >>> [(finding.code, finding.words) for finding in audited.findings]
    [('A103', ''), ('A201', 'Boonk et al 2018'), ('A208', 'Boonk et al 2018')]
    """
    option("language", language, LANGUAGES)
    if profile is not None:
        option("reference style", profile, PROFILES)
    document = read_document(path)
    draft = Draft(document, library, profile, language, Path(path).parent)
    remarks = Remarks(document, language)
    for check in CHECKS:
        check(draft, remarks)
    return Audit(
        document.name,
        language,
        draft.style,
        tuple(sorted(remarks.found, key=lambda remark: (remark.start, remark.end, remark.code, remark.fact))),
        (*_cited(draft), *_keyed(draft)),
        _listed(draft),
        bool(draft.references or draft.keyed.entries),
        Path(path),
        document,
        library,
        draft.laws,
    )


def _cited(draft: Draft) -> tuple[Cited, ...]:
    return tuple(
        Cited(
            flat(mention.text),
            mention.label,
            draft.piece(mention.start).place(draft.language),
            listed.key,
            work.key if work else None,
            unlisted=listed.status == "unknown" and mention.start not in draft.slips and needs_entry(mention),
        )
        for mention, listed, work in zip(draft.mentions, draft.listed, draft.works, strict=True)
    )


def _keyed(draft: Draft) -> tuple[Cited, ...]:
    """Return the citations by key, each with the work of the library that its entry is."""
    found = []
    for field in draft.keyed.keyed:
        for key in field.keys:
            entry = draft.keyed.entries.get(key)
            work = work_of(entry, draft.library) if entry else None
            place = draft.piece(field.start).place(draft.language)
            label = as_cited(entry) if entry else f"@{key}"
            found.append(Cited(flat(draft.keyed.words(field)), label, place, key if entry else None,
                               work.key if work else None, unlisted=entry is None))  # fmt: skip
    return tuple(found)


def _listed(draft: Draft) -> tuple[Listed, ...]:
    return tuple(
        Listed(entry.key, flat(entry.text), work.key if work else None, draft.cited_entries[entry.key])
        for entry in draft.references
        for work in [draft.entry_works[entry.key]]
    )

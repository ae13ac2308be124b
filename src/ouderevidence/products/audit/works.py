"""The works of the library that a draft cites: how surely each was found, and whether it says what it is cited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.model.words import BASES, Text
from ouderevidence.products.audit.draft import flat, named
from ouderevidence.products.audit.likeness import likeness, near_claim

if TYPE_CHECKING:
    from ouderevidence.model.records import Citation, Claim, Work
    from ouderevidence.products.audit.draft import Draft, Remarks
    from ouderevidence.text import Mention

DOUBTS: Final = {"not_found": "A301", "ambiguous": "A302", "probable": "A303"}
COUNTS: Final = frozenset({"full", "partial"})
JUDGED: Final[dict[str, Text]] = {
    "not_seen": Text(
        "de bibliotheek heeft niet gezien dat het werk die steunt (gelezen: {basis})",
        "the library has not seen that the work supports it (read: {basis})",
    ),
    "not_shown": Text(
        "volgens de bibliotheek steunt het werk die niet (gelezen: {basis})",
        "according to the library the work does not support it (read: {basis})",
    ),
    "contradicts": Text(
        "volgens de bibliotheek spreekt het werk die tegen (gelezen: {basis})",
        "according to the library the work contradicts it (read: {basis})",
    ),
}


def check_identity(draft: Draft, remarks: Remarks) -> None:
    """Say once of each work in doubt that it is; its DOI in the draft's own list settles which work is meant."""
    entries = {entry.key: entry for entry in draft.references}
    seen: set[str] = set()
    for mention, listed, work in zip(draft.mentions, draft.listed, draft.works, strict=True):
        if work is None or work.key in seen or work.appraisal.identification not in DOUBTS:
            continue
        seen.add(work.key)
        entry = entries.get(listed.key or "")
        doi = work.fields.get("doi", "").lower()
        if entry is not None and entry.doi and entry.doi == doi:
            continue
        remarks.add(
            DOUBTS[work.appraisal.identification],
            (mention.start, mention.end),
            cited=named(work, draft.library, draft.language),
        )


def check_use(draft: Draft, remarks: Remarks) -> None:
    """Hint where a sentence resembles a claim for which its work was judged not to show it."""
    works = {mention.start: work for mention, work in zip(draft.mentions, draft.works, strict=True)}
    for (start, end), mentions in draft.mentions_at.items():
        sentence = _without(draft.text[start:end], start, mentions)
        for mention in mentions:
            work = works[mention.start]
            found = _nearest(draft, sentence, work) if work is not None else None
            if work is None or found is None:
                continue
            claim, citation = found
            basis = BASES[citation.basis].of(draft.language)
            judged = JUDGED[citation.judgement].of(draft.language).format(basis=basis)
            note = citation.note.of(draft.language) if citation.note else ""
            near = near_claim(draft.library, claim, draft.language, note)
            remarks.add("A304", (mention.start, mention.end), judged=judged, claims=(near,),
                        cited=named(work, draft.library, draft.language))  # fmt: skip


def _nearest(draft: Draft, sentence: str, work: Work) -> tuple[Claim, Citation] | None:
    """Return the claim that cites the work and resembles the sentence most, if the work does not show that one."""
    ranked = likeness(draft.library).ranked(sentence, draft.library.claims_of(work.key))
    if not ranked:
        return None
    claim = ranked[0]
    links = [citation for citation in claim.citations if citation.work == work.key]
    if any(link.judgement in COUNTS for link in links):
        return None
    return next(((claim, link) for link in links if link.judgement in JUDGED), None)


def _without(sentence: str, start: int, mentions: tuple[Mention, ...]) -> str:
    """Return a sentence without the names and years it cites."""
    for mention in reversed(mentions):
        sentence = sentence[: mention.start - start] + " " + sentence[mention.end - start :]
    return flat(sentence)

"""From a sentence to its source: what stands behind each sentence of evidence in a brief, read from the brief itself.

The check is made on the finished document and fails closed: a sentence of evidence without a claim, a claim without a
passage, a work that is not there, or evidence that stands outside a marked sentence stops the brief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ouderevidence.citing import references
from ouderevidence.document import marks, nodes
from ouderevidence.model.errors import RenderError
from ouderevidence.products.brief import selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.document.nodes import Node
    from ouderevidence.library.library import Library
    from ouderevidence.library.profile import Link
    from ouderevidence.model.records import Citation, Claim, Supplement

    Known = dict[str, frozenset[tuple[str, str, str]]]


def trace(library: Library, document: Node, language: str) -> list[dict[str, Any]]:
    """Return one record per sentence of evidence in a document, in reading order.

    Keys: ``place`` (the heading it stands under), ``part`` (``statement``, ``gist``, ``note``, ``effect``, ``finding``
    or ``caveat``), ``sentence``, ``claim``, ``kind``, ``underpinning``, ``factsheet``, ``passages``, ``works`` (for a
    note, an effect or a finding the one work it is about).

    Raises
    ------
    RenderError
        If a sentence cannot be traced, or evidence stands outside a marked sentence.
    """
    selection.require_traceable(library)
    labels = {
        **references.labels(library.whole.cited_works(), language=language),
        **references.labels(library.cited_works(), language=language),
    }
    known = _known(library, language)
    records = []
    for place, node in _sentences(document["blocks"]):
        said = marks.pairs_of(node)
        sentence = " ".join(marks.words(node))
        claim = _claim_behind(library, said, sentence, known)
        records.append(
            {
                "place": place,
                "part": said["part"],
                "sentence": sentence,
                "claim": claim.id,
                "kind": claim.kind,
                "underpinning": library.whole.profile(claim.id).code,
                "with_complementary": library.whole.profile(claim.id, "evidence").code,
                "factsheet": claim.factsheet,
                "passages": [{"section": p.section, "starts": p.starts, "ends": p.ends} for p in claim.passages],
                "works": [
                    _link(library, link, labels)
                    for link in (*library.whole.links_of(claim.id), *_complementary(library, claim))
                    if link.work.key == said.get("work", link.work.key)
                ],
            }
        )
    return records


def require_marked(library: Library, document: Node, language: str) -> None:
    """Refuse a document in which evidence stands outside a marked sentence, or a mark leads nowhere.

    Raises
    ------
    RenderError
        If a sentence cannot be traced.
    """
    known = _known(library, language)
    for _, node in _sentences(document["blocks"]):
        _claim_behind(library, marks.pairs_of(node), " ".join(marks.words(node)), known)
    unmarked = f" {' '.join(marks.words(document['blocks'], unmarked=True))} "
    for claim in library.records:
        for part, work, sentence in sorted(known[claim.id]):
            if sentence and f" {sentence} " in unmarked:
                about = f" of '{work}'" if work else ""
                message = f"a {part}{about} of claim '{claim.id}' stands in the brief without its mark; report this"
                raise RenderError(message)


def _sentences(blocks: list[Node]) -> Iterator[tuple[str, Node]]:
    """Yield the marked sentences with the heading they stand under."""
    place = ""
    for block in blocks:
        if block.get("t") == "Header":
            place = " ".join(marks.words(block))
        if block.get("t") == "Div":
            yield from ((inner or place, node) for inner, node in _sentences(block["c"][1]))
        else:
            yield from ((place, node) for node in marks.marked(block))


def _claim_behind(library: Library, said: dict[str, str], sentence: str, known: Known) -> Claim:
    """Return the claim of a marked sentence, when the sentence is one of its own."""
    identifier = said.get("claim", "")
    if identifier not in library.whole:
        message = f"the sentence '{sentence[:60]}' names claim '{identifier}', which is not in the library"
        raise RenderError(message)
    claim = library.whole.claim(identifier)
    if (said.get("part", ""), said.get("work", ""), sentence) not in known[identifier]:
        message = f"the sentence '{sentence[:60]}' is not a {said.get('part')} of claim '{identifier}'"
        raise RenderError(message)
    return claim


def _known(library: Library, language: str) -> Known:
    """Return the sentences of evidence of every claim, each as part, work and words."""
    return {claim.id: frozenset(_evidence(library, claim, language)) for claim in library.whole}


def _evidence(library: Library, claim: Claim, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield every sentence of evidence that belongs to a claim: part, work, words."""
    statement = _plain(claim.statement.of(language))
    yield "statement", "", statement
    yield "statement", "", statement.removesuffix(".")
    links: list[Citation | Supplement] = [*claim.citations, *claim.supplements]
    for citation in links:
        if citation.note:
            yield "note", citation.work, _plain(citation.note.of(language))
        finding = library.work(citation.work).appraisal.finding
        if finding:
            yield "finding", citation.work, _plain(finding.of(language))
        if citation.effect:
            yield "effect", citation.work, _plain(citation.effect.of(language))
    for supplement in claim.supplements:
        if supplement.counterpoint:
            yield "counterpoint", supplement.work, _plain(supplement.counterpoint.of(language))
            yield "counterpoint", supplement.work, _plain(supplement.counterpoint.of(language)).removesuffix(".")
    for part, words in (("gist", claim.gist), ("missing", claim.missing)):
        if words:
            yield part, "", _plain(words.of(language))
    for caveat in claim.caveats:
        yield "caveat", "", _plain(caveat.text.of(language))


def _plain(sentence: str) -> str:
    return nodes.flat(sentence)


def _complementary(library: Library, claim: Claim) -> list[Link]:
    return [link for link in library.whole.links_of(claim.id, "evidence") if link.complementary]


def _link(library: Library, link: Link, labels: dict[str, str]) -> dict[str, Any]:
    return {
        "work": link.work.key,
        "label": labels[link.work.key],
        "complementary": link.complementary,
        "as_cited": link.as_cited,
        "passage": link.passage,
        "intent": link.citation.intent,
        "judgement": link.citation.judgement,
        "basis": link.citation.basis,
        "identification": library.work(link.work.key).appraisal.identification,
    }

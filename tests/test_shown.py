"""Nothing is shown to people that was written for curators: no working notes, and no English in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import ouderevidence as oe
    from ouderevidence.model.words import Text

WORKSHOP = re.compile(
    r"geheugen|from memory|corpus|5dok|studylib|scribd|doorzocht|defended|pagina gezien", re.IGNORECASE
)
# Words that no Dutch sentence of ours has, and every English one does.
ENGLISH = re.compile(r"\b(?:the|and|with|that|which|they|from|their|this|were|not)\b")
REFERENCE = re.compile(r"\(\d{4}\)\.|https?://")  # a candidate, with its title
# Names of works, programmes and institutes that stand in Dutch sentences.
NAMES = re.compile(
    r"[‘“\"'].*?[’”\"']|National Network[\w ]*|Evidence for \w+|Head Start[\w ]*|[A-Z]\w+ (?:and|of|the) [A-Z]\w+"
)


def shown(library: oe.Library) -> Iterator[tuple[str, Text]]:
    """Yield every text of the evidence that a product can show."""
    for claim in library:
        yield claim.id, claim.statement
        yield from ((claim.id, text) for text in (claim.hedge,) if text)
        yield from ((claim.id, x.note) for x in claim.citations if x.note)
        yield from ((claim.id, x.note) for x in claim.supplements if x.note)
        yield from ((claim.id, caveat.text) for caveat in claim.caveats)
    for key, work in library.bibliography.items():
        found = work.appraisal
        texts = (found.finding, found.size, found.spelling_note, *found.alternatives)
        yield from ((key, text) for text in texts if text)
    for account in library.searches:
        yield from ((account.id, text) for text in (account.question, account.looked_in, account.counter))
        yield from ((account.id, group.reason) for group in account.excluded)
    for term in library.vocabulary:
        yield from ((term.id, text) for text in (term.label, term.definition, term.title) if text)
    for programme in library.programmes.values():
        texts = (programme.finding, programme.spelling_note)
        yield from ((programme.id, text) for text in texts if text)
    for sheet in library.factsheets:
        yield from ((sheet.id, text) for text in (sheet.title, sheet.note) if text)
        for resource in sheet.further_reading:
            texts = (resource.finding, resource.status, resource.note)
            yield from ((resource.id, text) for text in texts if text)


def test_no_text_that_is_shown_is_a_note_of_the_workshop(library: oe.Library) -> None:
    found = [(name, text) for name, text in shown(library) if WORKSHOP.search(f"{text.nl} {text.en}")]
    assert found == []


def test_no_dutch_text_is_english(library: oe.Library) -> None:
    texts = [(name, text.nl) for name, text in shown(library) if not REFERENCE.search(text.nl)]
    assert [(name, words) for name, words in texts if len(ENGLISH.findall(NAMES.sub("", words))) > 1] == []


def test_the_test_can_fail() -> None:
    assert WORKSHOP.search("dat komt uit het geheugen")
    assert len(ENGLISH.findall(NAMES.sub("", "None that can be defended from the pages"))) > 1
    assert ENGLISH.findall(NAMES.sub("", "Wat ouders thuis doen, telt het meest.")) == []

"""Which works does a person mean: a cite key, or words of the authors, the year and the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.model.errors import UnknownWorkError
from ouderevidence.model.findings import LONGEST_NAME, near_names
from ouderevidence.text.words import MAX_WORDS, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.model.records import Work


def works_named(works: Iterable[Work], said: str) -> tuple[Work, ...]:
    """Return the work with this key; else every work of which each word begins a word of key, names, year or title.

    Raises
    ------
    UnknownWorkError
        If there is none; near keys are suggested, and the keys of works with a near name.
    """
    known = {work.key: work for work in works}
    if said in known:
        return (known[said],)
    asked = _words(said)
    spoken = {key: _words(f"{key} {_people(work)} {work.year} {work.title or ''}") for key, work in known.items()}
    found = [known[key] for key, words in spoken.items() if asked and all(_begins(one, words) for one in asked)]
    if not found:
        raise UnknownWorkError(said, _near(said, known.values()))
    return tuple(sorted(found, key=lambda work: work.key))


def _people(work: Work) -> str:
    return " ".join(name.full_family for name in (*work.authors, *work.editors))


def _words(text: str) -> list[str]:
    # What is quoted or typed as a label ("Boonk et al., 2018") names the same work.
    words = "".join(char if char.isalnum() else " " for char in fold(text)).split()
    return [word for word in words if word not in ("et", "al", "en", "and")]


def _begins(word: str, words: Iterable[str]) -> bool:
    return any(one.startswith(word) for one in words)


def _near(said: str, works: Iterable[Work]) -> list[str]:
    """Return keys near to what was said, or of works whose first author's name is near to it."""
    known = list(works)
    keys = near_names(said.casefold(), [work.key for work in known]) if len(said) <= LONGEST_NAME else []
    names: dict[str, str] = {}
    for work in known:
        for name in (*work.authors, *work.editors)[:1]:
            names.setdefault(fold(name.full_family), work.key)
    named = [names[name] for word in _words(said)[:MAX_WORDS] for name in near_names(word, names)]
    return list(dict.fromkeys((*keys, *named)))[:3]

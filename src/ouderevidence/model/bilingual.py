"""The same words in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["nl", "en"]
LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Dutch and in English; one of the two is empty where a library is in one language."""

    nl: str
    en: str

    def of(self, language: str) -> str:
        """Return the words in ``"nl"`` or ``"en"``; where there are none, those of the other language.

        Raises
        ------
        UnknownOptionError
            If the language is another.
        """
        if language == "nl":
            return self.nl or self.en
        if language == "en":
            return self.en or self.nl
        from ouderevidence.model.errors import UnknownOptionError  # whose own words are in both languages

        raise UnknownOptionError("language", language, LANGUAGES)


def languages_of(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the languages that are named anywhere, in their fixed order; both where none is.

    Examples
    --------
    >>> languages_of([["nl"], ["nl"]]), languages_of([])
    (('nl',), ('nl', 'en'))
    """
    named = {language for languages in several for language in languages}
    return tuple(language for language in LANGUAGES if language in named) or LANGUAGES


def fill(text: Text, **values: object) -> Text:
    """Return a template filled in both languages; a value that is a ``Text`` gives each its own words.

    Examples
    --------
    >>> fill(Text("geen {what}", "no {what}"), what=Text("bron", "work"))
    Text(nl='geen bron', en='no work')
    """
    return Text(*(text.of(name).format(**{k: in_language(v, name) for k, v in values.items()}) for name in LANGUAGES))


def in_language(value: object, language: str) -> object:
    """Return the words of a ``Text``; anything else as it is."""
    return value.of(language) if isinstance(value, Text) else value

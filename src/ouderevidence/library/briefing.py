"""The briefing table as in a good report: grouped, with level marks, citations, a caption and a source note."""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.references import labels
from ouderevidence.library.facets import FACETS, facet
from ouderevidence.library.filters import none_found
from ouderevidence.library.profile import known_reading
from ouderevidence.model.words import (
    BEST_FIRST,
    CONTESTED,
    KINDS,
    LANGUAGES,
    LEVEL_SIGNS,
    LEVELS,
    Text,
    day,
    option,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from great_tables import GT

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

GROUPINGS: Final = ("building_block", "parent_group")
COLUMNS: Final[dict[str, Text]] = {
    "code": Text("Kenmerk", "Code"),
    "claim": Text("Uitspraak", "Claim"),
    "kind": Text("Soort", "Kind"),
    "level": Text("Onderbouwing in de factsheet", "Sourcing in the factsheet"),
    "evidence_level": Text("Met aanvullend onderzoek", "With complementary research"),
    "citations": Text("Bronnen van de factsheet", "Sources of the factsheet"),
    "supplements": Text("Aanvullend onderzoek", "Complementary research"),
}
USUAL: Final = {
    "sourcing": ("code", "claim", "level", "citations"),
    "evidence": ("code", "claim", "level", "evidence_level", "citations", "supplements"),
}
WIDTHS: Final = {"code": "4.5rem", "claim": "26rem", "level": "9rem", "evidence_level": "9rem", "kind": "8rem"}
_TITLE: Final = Text("Uitspraken en hun onderbouwing", "Claims and how they are underpinned")
_NOTE: Final = Text(
    "Bron: {sheets}; beoordeeld op {date}. De balkjes zeggen hoe goed een bevinding is onderbouwd: {key}. Andere "
    "uitspraken krijgen geen niveau. Dit is geen systematisch overzicht van onderzoek.",
    "Source: {sheets}; judged on {date}. The bars say how well a finding is underpinned: {key}. Other claims get no "
    "level. This is not a systematic review of research.",
)
_SEVERAL: Final = Text("Over meer tegelijk", "About several")
_NEITHER: Final = Text("Overig", "Other")
_NONE: Final = "–"


def briefing_table(
    library: Library,
    *,
    group_by: str = "building_block",
    columns: Sequence[str] | None = None,
    reading: str = "evidence",
    language: str = "nl",
) -> GT:
    """Return the briefing table of a library; see ``Library.briefing_table``."""
    import pandas as pd  # slow to import, as is great_tables; only this table needs them
    from great_tables import GT, style
    from great_tables import loc as place

    option("language", language, LANGUAGES)
    key = option("grouping", facet(group_by).key, GROUPINGS)
    shown = list(USUAL[known_reading(reading)] if columns is None else columns)
    for name in shown:
        option("column", name, COLUMNS)
    named = labels(library.cited_works(), language)
    rows = [
        {"group": group, **{name: _cell(library, claim, name, named, language) for name in shown}}
        for group, claims in _grouped(library, key, language)
        for claim in claims
    ]
    return (
        GT(pd.DataFrame(rows, columns=["group", *shown]), groupname_col="group", id=_name(rows), locale=language)
        .tab_header(title=_TITLE.of(language), subtitle=f"{library.filter_text(language)} ({len(library)})")
        .cols_label({name: COLUMNS[name].of(language) for name in shown})
        .cols_align(align="left")
        .cols_width({name: WIDTHS[name] for name in shown if name in WIDTHS})
        .fmt_markdown(columns=[name for name in shown if name in ("level", "evidence_level")])
        .tab_source_note(_note(library, language))
        .tab_style(style=style.css("vertical-align: top;"), locations=place.body())
        .tab_options(
            table_font_size="0.9rem", heading_align="left", row_group_font_weight="bold", table_width="100%",
            table_background_color="white", table_font_color="#1c2429", row_group_background_color="#e4edf3",
            column_labels_font_weight="bold", source_notes_font_size="0.8rem",
        )
    )  # fmt: skip


def shown_html(library: Library, rows: int, language: str = "nl") -> str:
    """Return the first rows of the briefing table as HTML, and how many more there are or that there are none."""
    part = library.first(rows)
    made: str = briefing_table(part, language=language).as_raw_html()
    caption = f"{_TITLE.of(language)} ({library.filter_text(language)}; {len(library)})"
    made = re.sub(r"(<table\b[^>]*>)", lambda found: f"{found[1]}<caption>{escape(caption)}</caption>", made, count=1)
    if not library and library.filters:
        return f'{made}<p lang="{language}">{escape(none_found(library, language))}</p>'
    more = len(library) - len(part)
    if not more:
        return made
    words = Text(
        f"Verdere uitspraken: {more}; zie .table(), .briefing_table() of .where(…).",
        f"Further claims: {more}; see .table(), .briefing_table() or .where(…).",
    )
    return f'{made}<p lang="{language}">{escape(words.of(language))}</p>'


def _name(rows: Sequence[Mapping[str, str]]) -> str:
    """Return a name for the table that follows from what is in it: great_tables would make another every time."""
    return f"briefing-{hashlib.sha256(repr(rows).encode()).hexdigest()[:10]}"


def _grouped(library: Library, key: str, language: str) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the groups in the order of the vocabulary, each claim once; those about several groups or none last."""
    field = FACETS[key].field or ""
    terms = {term.id: term for term in library.vocabulary.terms(field)}
    top = {name: term.broader or name for name, term in terms.items()}
    groups: dict[str, list[Claim]] = {}
    for claim in library:
        found = {top[name] for name in getattr(claim, field)}
        name = terms[found.pop()].label.of(language).capitalize() if len(found) == 1 else ""
        groups.setdefault(name or (_SEVERAL if found else _NEITHER).of(language), []).append(claim)
    order = [terms[name].label.of(language).capitalize() for name in terms if terms[name].broader is None]
    last = [_SEVERAL.of(language), _NEITHER.of(language)]
    yield from ((name, groups[name]) for name in [*order, *last] if name in groups)


def _cell(library: Library, claim: Claim, name: str, named: dict[str, str], language: str) -> str:
    match name:
        case "code":
            return claim.shown_code
        case "claim":
            return claim.statement.of(language)
        case "kind":
            return KINDS[claim.kind].of(language)
        case "level":
            return _level(library, claim, "sourcing", language)
        case "evidence_level":
            return _level(library, claim, "evidence", language)
    ours = name == "supplements"
    links = library.links_of(claim.id, "evidence" if ours else "sourcing")
    keys = dict.fromkeys(link.work.key for link in links if link.complementary == ours)
    return "; ".join(named[key] for key in keys) or _NONE


def _level(library: Library, claim: Claim, reading: str, language: str) -> str:
    found = library.profile(claim.id, reading)
    words = found.text.of(language)
    if found.level is None:
        return f"{KINDS[claim.kind].of(language)}, {words}"
    words = f"{words}, {CONTESTED.of(language)}" if found.contested else words
    return f'<span aria-hidden="true">{LEVEL_SIGNS[found.level]}</span> {words}'


def _note(library: Library, language: str) -> str:
    key = "; ".join(f"{LEVEL_SIGNS[level]} {LEVELS[level].of(language)}" for level in BEST_FIRST)
    sheets = "; ".join(f"{sheet.title.of(language)} ({sheet.publisher})" for sheet in library.factsheets)
    date = day(max((sheet.as_of for sheet in library.factsheets), default=""), language)
    return " ".join(
        [_NOTE.of(language).format(sheets=sheets, date=date, key=key), library.language_note(language)]
    ).rstrip()

"""The words of the figures, in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.library.profile import OLD_AFTER_YEARS
from ouderevidence.model.words import GAPS, LEVELS, SUPPORTED, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ouderevidence.library.library import Library

MAP_TITLE: Final = Text(
    "Overzichtskaart onderbouwing: leeg is waar deze factsheet niets zegt, niet waar onderzoek ontbreekt",
    "Sourcing map: empty is where this factsheet says nothing, not where research is lacking",
)
MAP_HEADS: Final = {
    "n_claims": Text("Uitspraken", "Claims"),
    "n_works": Text("Bronnen", "Works"),
    "gap": Text("Onderbouwing in deze factsheet", "Sourcing in this factsheet"),
}
NOTHING_SAID: Final = GAPS["empty"]
MAP_EMPTY: Final = Text(
    "Een lege cel betekent dat de factsheet daar niets zegt. Een witte cel met een open balk betekent dat zij daar "
    "geen bevinding met een bron heeft. Geen van beide betekent dat er geen onderzoek is.",
    "An empty cell means that the factsheet says nothing there. A white cell with an open bar means that it has no "
    "finding with a source there. Neither means that there is no research.",
)
MAP_EMPTY_FILTERED: Final = Text(
    "Een lege cel betekent dat de factsheet daar binnen deze keuze niets zegt. Een witte cel met een open balk "
    "betekent dat zij daar geen bevinding met een bron heeft. Geen van beide betekent dat er geen onderzoek is.",
    "An empty cell means that the factsheet says nothing there within this selection. A white cell with an open bar "
    "means that it has no finding with a source there. Neither means that there is no research.",
)
MAP_SEVERAL: Final = Text(
    "Geteld zijn bronnen van de factsheet, geen aanvullend onderzoek. Eén uitspraak kan in meer cellen staan. Alleen "
    "bevindingen en uitspraken over hoe vaak iets voorkomt hebben een niveau.",
    "Only sources of the factsheet are counted, no complementary research. One claim can stand in several cells. Only "
    "findings and claims of prevalence have a level.",
)
KEY_HEADS: Final = (
    Text("Balk en kleur: onderbouwing", "Bar and colour: sourcing"),
    Text("Teken: bevindingen per niveau", "Sign: findings by level"),
    Text("Getallen", "Numbers"),
)
KEY_NUMBERS: Final = (Text("uitspraken", "claims"), Text("bronnen", "works"))
KEY_EMPTY: Final = NOTHING_SAID


def noted(caption: str, library: Library, language: str) -> str:
    """Return a caption, with what is said where the texts are there only in the other language."""
    return f"{caption} {library.language_note(language)}".rstrip()


def titled(title: Text, library: Library, language: str) -> str:
    """Return a title, with the filter in words where there is one."""
    chosen = f" ({library.filter_text(language)})" if library.filters else ""
    return title.of(language) + chosen


def not_on_map(missing: int, claims: int, names: Sequence[str], language: str) -> str:
    """Say how many claims have no place on the map, and why."""
    return Text(
        f"{missing} van de {claims} uitspraken {'staat' if missing == 1 else 'staan'} niet op de kaart, want daar "
        f"staat geen term voor “{names[0]}” of “{names[1]}” bij.",
        f"{missing} of the {claims} claims {'is' if missing == 1 else 'are'} not on the map, for want of a term for "
        f"“{names[0]}” or “{names[1]}”.",
    ).of(language)


def map_without_claims(names: Sequence[str], library: Library, language: str) -> str:
    """Say that nothing is on the map."""
    chosen = library.filter_text(language)
    return Text(
        f"Lege kaart van {names[0]} en {names[1]}: geen enkele uitspraak ({chosen}) heeft hier een plaats.",
        f"Empty map of {names[0]} against {names[1]}: no claim ({chosen}) has a place here.",
    ).of(language)


def map_main(confirmed: int, total: int, names: Sequence[str], language: str) -> str:
    """Say the main thing: how much of the map is confirmed."""
    both = {"nl": f"{names[0]} en {names[1]}", "en": f"{names[0]} and {names[1]}"}[language]
    if not confirmed:
        return Text(
            f"In geen van de {total} combinaties van {both} steunt een bron, geheel of deels, een bevinding "
            "van deze factsheet.",
            f"In none of the {total} combinations of {both} does a work support, in whole or in part, a finding "
            "of this factsheet.",
        ).of(language)
    return Text(
        f"In {confirmed} van de {total} combinaties van {both} steunt een bron, geheel of deels, een bevinding "
        "van deze factsheet.",
        f"In {confirmed} of the {total} combinations of {both} a work supports, in whole or in part, a finding "
        "of this factsheet.",
    ).of(language)


def map_gaps(counts: Sequence[int], language: str) -> str:
    """Say how the cells divide: confirmed, doubtful, without a source, empty."""
    return Text(
        f"Verdeling: {counts[0]} bevestigd, {counts[1]} met een bron maar niet bevestigd, {counts[2]} zonder bevinding "
        f"met een bron en {counts[3]} leeg.",
        f"Division: {counts[0]} confirmed, {counts[1]} with a source but not confirmed, {counts[2]} without a "
        f"finding with a source and {counts[3]} empty.",
    ).of(language)


def map_where(cells: Sequence[str], language: str) -> str:
    """Say which cells are confirmed."""
    return {"nl": "Bevestigd: ", "en": "Confirmed: "}[language] + "; ".join(cells) + "."


def map_most(cell: str, claims: int, works: int, language: str) -> str:
    """Say where the factsheet says most."""
    return Text(
        f"De meeste uitspraken: {cell} ({count(claims, 'uitspraak', 'uitspraken')}, "
        f"{count(works, 'bron', 'bronnen')}).",
        f"Most claims: {cell} ({count(claims, 'claim', 'claims')}, {count(works, 'work', 'works')}).",
    ).of(language)


def count(number: int, one: str, more: str) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else more}"


LEVELS_TITLE: Final = Text(
    "Hoe goed onderbouwt deze factsheet haar bevindingen, per bouwsteen?",
    "How well does this factsheet source its findings, by building block?",
)
LEVELS_ALL: Final = Text("alle bevindingen", "all findings")
LEVELS_NO_BLOCK: Final = Text("geen bouwsteen", "no building block")
LEVELS_TOTAL: Final = Text("totaal", "total")
LEVELS_CAPTION: Final = Text(
    "Bevindingen en uitspraken over hoe vaak iets voorkomt; andere uitspraken hebben geen niveau. Een bevinding kan "
    "bij meer bouwstenen horen; de onderste rij telt elke bevinding één keer. Het niveau gaat over de bronnen van deze "
    "factsheet, niet over wat onderzoek verder laat zien.",
    "Findings and claims of prevalence; other claims have no level. A finding can belong to several building blocks; "
    "the last row counts each finding once. The level is about the sources of this factsheet, not about what research "
    "shows beyond it.",
)
READINGS_TITLE: Final = Text("Hoe goed is dit onderbouwd?", "How well is this underpinned?")
READINGS_HEAD: Final = Text("Lezing", "Reading")
READING_LABELS: Final = {
    "sourcing": Text("Bronnen van de factsheet", "Sources of the factsheet"),
    "evidence": Text("Met aanvullend onderzoek", "With complementary research"),
}
READINGS_CAPTION: Final = Text(
    "Aantal bevindingen per niveau: met de bronnen die de factsheet noemt, en met het aanvullende onderzoek dat wij "
    "zochten.",
    "Number of findings by level: with the sources that the factsheet names, and with the complementary research that "
    "we looked for.",
)
YEARS_TITLE: Final = Text(
    "Welke bronnen haalt deze factsheet aan, en hoe oud zijn die?",
    "Which works does this factsheet cite, and how old are they?",
)
YEARS_CLASSES: Final = {
    "synthesis": Text("Overzichtsstudies", "Reviews"),
    "empirical": Text("Ander empirisch onderzoek", "Other empirical research"),
    "other": Text("Overig of onbekend", "Other or unknown"),
}
YEARS_ALL: Final = Text("alle bronnen", "all works")
YEARS_NONE: Final = Text("z.d.", "n.d.")
YEARS_HEADS: Final = {
    "year": Text("Jaar", "Year"),
    "design": Text("Onderzoeksopzet", "Study design"),
    "works": Text("Bronnen", "Works"),
    "which": Text("Welke", "Which"),
}
YEARS_CAPTION: Final = Text(
    "Bronnen die de factsheet aanhaalt, met hun aantal per jaar. Een bron met twee opzetten telt in beide rijen; de "
    "onderste rij telt elke bron één keer.",
    "Works that the factsheet cites, with their number by year. A work with two designs counts in both rows; the last "
    "row counts each work once.",
)
NETWORK_TITLE: Final = Text(
    "Welke bronnen dragen deze factsheet?",
    "Which works carry this factsheet?",
)
NETWORK_HEADS: Final = {
    "work": Text("Bron", "Work"),
    "claims": Text("Uitspraken bij de bron", "Claims citing the work"),
    "claim": Text("Uitspraak", "Claim"),
    "counts": Text("Telt mee", "Counts"),
    "level": Text("Onderbouwing", "Level"),
    "without": Text("Zonder deze bron", "Without this work"),
}
YES_NO: Final = {True: Text("ja", "yes"), False: Text("nee", "no")}
NETWORK_CAPTION: Final = Text(
    "Het getal bij een bron telt de uitspraken waarbij de factsheet haar aanhaalt. Dat zegt niets over de waarde van "
    "het onderzoek zelf. Een uitspraak zonder teken is van een soort die geen niveau krijgt, zoals een definitie.",
    "The number at a work counts the claims for which the factsheet cites it. It says nothing of the value of the "
    "research itself. A claim without a sign is of a kind that gets no level, such as a definition.",
)
NETWORK_KEY: Final = {
    "carries": Text("zonder deze bron daalt het niveau", "without this work the level falls"),
    "counts": Text("telt mee", "counts"),
    "idle": Text("aangehaald, telt niet mee", "cited, does not count"),
}
NETWORK_NONE: Final = Text(
    "Bij deze keuze haalt de factsheet geen bron aan.", "In this selection the factsheet cites no work."
)
NETWORK_SIDES: Final = (Text("Bronnen", "Works"), Text("Uitspraken", "Claims"))
YEARS_EMPTY: Final = NETWORK_NONE
LEVELS_EMPTY: Final = Text("Deze keuze bevat geen bevindingen.", "This selection holds no findings.")


def levels_main(counts: Mapping[str, int], language: str) -> str:
    """Say the main thing: how many findings name no source, and how many are supported."""
    total = sum(counts.values())
    supported = sum(counts[level] for level in SUPPORTED)
    return Text(
        f"Beperkt of beter onderbouwd: {supported} van {count(total, 'bevinding', 'bevindingen')}; zonder bron in de "
        f"factsheet: {counts['none']}.",
        f"Sourced at level limited or better: {supported} of {count(total, 'finding', 'findings')}; without a source "
        f"in the factsheet: {counts['none']}.",
    ).of(language)


def levels_row(label: str, counts: Mapping[str, int], language: str) -> str:
    """Say the levels of one building block."""
    parts = [f"{number} {LEVELS[level].of(language)}" for level, number in counts.items() if number]
    return f"{label}: {', '.join(parts) or LEVELS_EMPTY.of(language).rstrip('.').lower()}."


def readings_alt(counts: Mapping[str, Mapping[str, int]], language: str) -> str:
    """Say the levels of both readings."""
    parts = []
    for reading, levels in counts.items():
        said = ", ".join(f"{number} {LEVELS[level].of(language)}" for level, number in levels.items() if number)
        parts.append(f"{READING_LABELS[reading].of(language)}: {said or LEVELS_EMPTY.of(language).rstrip('.').lower()}")
    return "; ".join(parts) + "."


def years_main(total: int, middle: int | None, language: str) -> str:
    """Say the main thing: how many works, and from when half of them are."""
    if middle is None:
        return Text(
            f"De factsheet haalt {count(total, 'bron', 'bronnen')} zonder bekend jaar aan.",
            f"The factsheet cites {count(total, 'work', 'works')} of unknown year.",
        ).of(language)
    return Text(
        f"De factsheet haalt hier {count(total, 'bron', 'bronnen')} aan; minstens de helft is van {middle} of later.",
        f"The factsheet cites {count(total, 'work', 'works')} here; at least half are from {middle} or later.",
    ).of(language)


def years_old(old: int, first: int, language: str) -> str:
    """Say how many works are older than fifteen years."""
    return Text(
        f"{count(old, 'bron is', 'bronnen zijn')} van voor {first}, dus ouder dan {OLD_AFTER_YEARS} jaar.",
        f"{count(old, 'work is', 'works are')} from before {first}, so older than {OLD_AFTER_YEARS} years.",
    ).of(language)


def years_line(first: int, language: str) -> str:
    """Say what the dashed line is."""
    return Text(
        f"Links van de streeplijn: van voor {first}, dus ouder dan {OLD_AFTER_YEARS} jaar.",
        f"Left of the dashed line: from before {first}, so older than {OLD_AFTER_YEARS} years.",
    ).of(language)


def years_designs(counts: Mapping[str, int], language: str) -> str:
    """Say how many works there are of each design, most first."""
    head = {"nl": "Naar onderzoeksopzet: ", "en": "By study design: "}[language]
    most = sorted(counts.items(), key=lambda pair: -pair[1])
    return head + ", ".join(f"{label} {number}" for label, number in most) + "."


def network_main(first: Sequence[str], most: int, total: int, language: str) -> str:
    """Say the main thing: which work most claims name, or that several do."""
    if len(first) == 1:
        return Text(
            f"{first[0]} is het vaakst aangehaald: bij {most} van de {total} uitspraken met een bron.",
            f"{first[0]} is cited most often: for {most} of the {total} claims with a source.",
        ).of(language)
    return Text(
        f"Geen bron steekt erbovenuit: {len(first)} bronnen zijn elk bij {most} van de {total} uitspraken met een bron "
        f"aangehaald ({'; '.join(first)}).",
        f"No work stands out: {len(first)} works are each cited for {most} of the {total} claims with a source "
        f"({'; '.join(first)}).",
    ).of(language)


def network_carries(claims: int, supported: int, works: Sequence[str], language: str) -> str:
    """Say how many levels fall without one work, and which works those are."""
    if not works:
        return Text(
            "Geen onderbouwde bevinding hangt aan één bron.",
            "No supported finding hangs on one work.",
        ).of(language)
    return Text(
        f"Bij {claims} van {count(supported, 'onderbouwde bevinding', 'onderbouwde bevindingen')} daalt het niveau als "
        f"één bron wegvalt: "
        f"{'; '.join(works)}.",
        f"For {claims} of {count(supported, 'supported finding', 'supported findings')} the level falls when one work "
        f"drops out: "
        f"{'; '.join(works)}.",
    ).of(language)


def network_left_out(works: int, most: int, language: str) -> str:
    """Say how many works are not drawn."""
    return Text(
        f"{count(works, 'bron', 'bronnen')} met hoogstens {count(most, 'uitspraak', 'uitspraken')} "
        f"{'staat' if works == 1 else 'staan'} er niet bij.",
        f"{count(works, 'work', 'works')} with at most {count(most, 'claim', 'claims')} "
        f"{'is' if works == 1 else 'are'} left out.",
    ).of(language)

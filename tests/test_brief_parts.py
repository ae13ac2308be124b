"""What the first page of a brief says word for word, on small libraries: worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest import mock

import PIL.Image
import pytest

import ouderevidence as oe
import small_library as small
from ouderevidence.document import marks, nodes
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.library.load import load
from ouderevidence.model.errors import RenderError
from ouderevidence.model.records import Caveat, Factsheet, Name, Supplement, Term
from ouderevidence.model.words import SUPPORTED, Text
from ouderevidence.products.brief import (
    Brief,
    answer,
    document,
    front,
    items,
    measure,
    method,
    plan,
    selection,
    summary,
)
from ouderevidence.products.brief.phrases import Phrases

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.document.nodes import Node
    from ouderevidence.model.records import Claim, Work


def both(words: str) -> Text:
    return Text(words, words)


def term(facet: str, identifier: str) -> Term:
    return Term(
        identifier,
        facet,
        both(identifier),
        None,
        None,
        "factsheet",
        (),
        empirical=True,
        synthesis=identifier == "meta-analyse",
    )


VOCABULARY = Vocabulary(
    term(facet, name)
    for facet, name in (
        ("building_blocks", "thuisbetrokkenheid"), ("building_blocks", "communicatie"), ("parent_groups", "vaders"),
        ("parent_groups", "alle-ouders"), ("designs", "meta-analyse"), ("designs", "enquete"), ("actors", "gemeente"),
        ("actors", "school"), ("actors", "rijk"), ("phases", "po"),
    )
)  # fmt: skip


def study(key: str, *, year: str = "2020", **appraisal: Any) -> Work:
    made = small.work(key, Name(key.capitalize()), year=year)
    return replace(made, appraisal=replace(made.appraisal, **appraisal))


WORKS = [study(key) for key in "abcde"]


def claim(name: str, *links: tuple[str, str], kind: str = "finding", **fields: Any) -> Claim:
    made = small.claim(name, f"Dit is {name}.", *(small.link(name, *one) for one in links), kind=kind)
    return replace(made, **fields)


def advice(name: str, *actors: str, rests_on: tuple[str, ...] = (), **fields: Any) -> Claim:
    return claim(name, kind="recommendation", actors=actors, rests_on=rests_on, **fields)


STRONG = claim("strong", ("a", "full"), ("b", "full"))
MODERATE = claim("moderate", ("a", "full"))
LIMITED = claim("limited", ("a", "partial"))
DOUBTED = claim("doubted", ("a", "not_seen"))
BARE = claim("bare")


def of(*claims: Claim, works: list[Work] | None = None) -> Library:
    made = small.library(list(claims), works or WORKS)
    return Library(replace(made._corpus, vocabulary=VOCABULARY))


def phrases(*claims: Claim, works: list[Work] | None = None, **options: Any) -> Phrases:
    return Phrases(Brief(of(*claims, works=works), **options))


AROUND = {"Strong": "*", "Emph": "_"}
FIXED = {"Space": " ", "LineBreak": " / "}


def shown(part: Any) -> str:
    """Return a part of a document as one line: bold *, italics _, a break /, [works], <links>, {names}, pictures !."""
    if isinstance(part, list):
        return "".join(shown(item) for item in part)
    kind, content = part["t"], part.get("c")
    match kind:
        case "Str" | "Space" | "LineBreak":
            words = content or FIXED[kind]
        case "Code" | "RawInline":
            words = content[1]
        case "Cite":
            named = [f"{shown(one['citationPrefix'])}@{one['citationId']}" for one in content[0]]
            words = f"[{'; '.join(named)}{shown(content[0][-1]['citationSuffix'])}]"
        case "Link":
            words = f"<{shown(content[1])} {content[2][0]}>"
        case "Span" | "Div":
            name = content[0][0]
            words = f"{{{name}}}{shown(content[1])}" if name else shown(content[1])
        case "Image":
            words = f"!{shown(content[1])}"
        case "Table":
            rows = [*content[3][1], *(row for body in content[4] for row in body[3])]
            words = " // ".join(" | ".join(shown(cell[4]) for cell in row[1]) for row in rows)
        case _:
            words = f"{AROUND.get(kind, '')}{shown(content)}{AROUND.get(kind, '')}"
    return str(words)


def lines(blocks: list[Node]) -> list[str]:
    """Return blocks as lines: a heading with its level and its name, an item of a list, another block."""
    found: list[str] = []
    for block in blocks:
        match block["t"]:
            case "Header":
                level, (name, *_), words = block["c"]
                found.append(f"{'#' * level} {shown(words)} #{name}")
            case "BulletList":
                found += [f"- {shown(item)}" for item in block["c"]]
            case "OrderedList":
                found += [f"{number}. {shown(item)}" for number, item in enumerate(block["c"][1], 1)]
            case "Div" if "small" in block["c"][0][1]:
                found += lines(block["c"][1])
            case "RawBlock":
                continue
            case _:
                found.append(shown(block))
    return found


BEGIN = "*Om te beginnen (ons voorstel):*"
STEPS = (BEGIN, "*To begin with (our proposal):*")


def page(*claims: Claim, **options: Any) -> list[str]:
    """Return the first page, without the figure and the steps to begin with."""
    told = lines(front.front(phrases(*claims, **options)))
    return [line for line in told if not line.startswith(("!", *STEPS))]


def steps(*claims: Claim, **options: Any) -> str:
    """Return the steps to begin with, which stand last below the advice."""
    told = lines(front.front(phrases(*claims, **options)))
    return told[told.index("# Waar u op moet letten #grootste-twijfel") - 1].removeprefix(BEGIN).lstrip()


def below(told: list[str], heading: str) -> list[str]:
    """Return the lines below a heading, up to the next, without the steps to begin with."""
    start = next(at for at, line in enumerate(told) if line.startswith(f"# {heading}"))
    after = next((at for at, line in enumerate(told) if at > start and line.startswith("#")), len(told))
    return [line for line in told[start + 1 : after] if not line.startswith(STEPS)]


READ_LITTLE = "- Wij lazen vooral samenvattingen van onderzoek en zochten gericht: dit is geen systematisch overzicht."
ABOUT_ALL = "_Algemeen advies over alle ouders (niet nagegaan of het voor deze groep geldt):_"
ASK = "vraag ouders wat zij willen. Kosten en lokale cijfers ontbreken hier."


# -- how to begin -----------------------------------------------------------------------------------------------------


def test_a_brief_says_how_to_begin_with_its_messages_and_its_advice() -> None:
    claims = [advice("doe", "school"), advice("ga", "gemeente")]
    assert steps(STRONG, *claims) == (
        "neem de kernboodschap over met het voorbehoud erbij; bespreek de adviezen (<ga #claim-ga>, <doe #claim-doe>) "
        f"met degenen die ze uitvoeren; {ASK}"
    )


def test_several_messages_without_advice_are_put_in_policy() -> None:
    assert steps(STRONG, LIMITED) == f"neem de kernboodschappen over met het voorbehoud erbij; {ASK}"


def test_without_a_message_nothing_is_put_in_policy_as_fact() -> None:
    assert steps(BARE) == f"noem wat hier staat als iets wat de factsheet zegt, niet als feit; {ASK}"


CONTESTED = claim("twist", ("a", "full"), ("b", "full"), ("c", "contradicts"))


def test_where_works_contradict_every_message_none_is_put_in_policy() -> None:
    not_on = "maak van de {} geen uitgangspunt: onderzoeken spreken elkaar tegen; {}".format
    assert steps(CONTESTED) == not_on("kernboodschap", ASK)
    assert steps(CONTESTED, replace(gist(CONTESTED, 2), gist=None)) == not_on("kernboodschappen", ASK)
    assert steps(CONTESTED, LIMITED) == steps(STRONG, LIMITED)


# -- the page ---------------------------------------------------------------------------------------------------------


def test_the_first_page_of_one_message_one_other_claim_and_one_advice() -> None:
    assert page(STRONG, BARE, advice("doe", "school", rests_on=("strong",))) == [
        "Kennisnotitie voor gemeenten, schoolbesturen en voorscholen, op basis van de factsheet [@factsheet-klein; "
        "3 uitspraken hierover, waarvan 2 bevindingen].",
        "# Kort antwoord #kort-antwoord",
        "Van de 2 bevindingen hierover heeft er één steun in onderzoek (stevig). "
        "De steun komt uit bronnen die de factsheet zelf noemt.",
        "_balken:_ aantal bevindingen; "
        "_stevig (3 van 3):_ een overzichtsstudie steunt dit volledig, een tweede onderzoek ook.",
        "# Kernboodschap #kernboodschappen",
        "1. *Dit is strong.* (▮▮▮ _stevig_; {boodschap-strong}strong) / Factsheet: [@a] en [@b].",
        "# De factsheet zegt verder #de-factsheet-zegt",
        "- Dit is bare. (– _geen bron genoemd_; {boodschap-bare}bare)",
        "# Wie kan wat doen? #handelen",
        "- *School:* Dit is doe. (<doe #claim-doe>) "
        "De factsheet baseert dit op kernboodschap 1 (<strong #claim-strong>; ▮▮▮ _stevig_).",
        "# Waar u op moet letten #grootste-twijfel",
        "- Bij één van de 2 bevindingen (bare) vonden wij geen onderzoek dat haar steunt. "
        "Dat betekent niet dat zij onjuist is.",
        "- Van de 2 onderzoeken die de kernboodschap steunen, gaan er, voor zover te zien, 2 over Nederland.",
        READ_LITTLE,
    ]  # fmt: skip


def test_the_first_page_of_one_claim_without_a_source() -> None:
    assert page(BARE, author="A. Boer", organisation="Gemeente", date="2026-11-05", placeholders=True) == [
        "A. Boer, Gemeente · 5 november 2026"
        "Kennisnotitie voor gemeenten, schoolbesturen en voorscholen, op basis van de factsheet "
        "[@factsheet-klein; 1 uitspraak hierover].",
        "# Kort antwoord #kort-antwoord",
        "Met onderzoek onderbouwd is dit niet; hieronder staat wat de factsheet zegt. Wij konden niet bevestigen dat "
        "een bron deze bevinding steunt. Dat betekent niet dat zij onjuist is.",
        "_balken:_ aantal bevindingen.",
        "# De factsheet zegt #de-factsheet-zegt",
        "- Dit is bare. (– _geen bron genoemd_; {boodschap-bare}bare)",
        "# Wie kan wat doen? #handelen",
        "De factsheet beveelt hier niemand iets aan.",
        "# Waar u op moet letten #grootste-twijfel",
        READ_LITTLE,
        "# In te vullen door de gemeente #zelf-invullen",
        "Onderdeel | Invulling // Gevraagd besluit | [nog in te vullen] // Kosten en dekking | [nog in te vullen] // "
        "Lokale cijfers | [nog in te vullen] // Besproken met | [nog in te vullen]",
    ]


def test_the_first_page_of_no_claim_says_so_and_ends() -> None:
    assert page() == [
        "Kennisnotitie voor gemeenten, schoolbesturen en voorscholen, op basis van de factsheet "
        "[@factsheet-klein; 0 uitspraken hierover].",
        "De factsheet bevat geen uitspraken die bij deze keuze passen.",
    ]


def test_the_opening_counts_the_claims_and_the_findings_among_them() -> None:
    def counted(*claims: Claim, **options: Any) -> str:
        return page(*claims, **options)[0].partition("[@factsheet-klein; ")[2].partition("]")[0]

    wat, bare = claim("wat", kind="definition"), replace(BARE, id="leeg")
    assert counted(wat) == "1 uitspraak hierover"
    assert counted(wat, advice("doe")) == "2 uitspraken hierover"
    assert counted(wat, BARE) == "2 uitspraken hierover, waarvan 1 bevinding"
    assert counted(wat, BARE, STRONG) == "3 uitspraken hierover, waarvan 2 bevindingen"
    assert counted(BARE, STRONG, bare) == "3 uitspraken hierover"  # which are all findings
    assert counted(wat, BARE, STRONG, language="en") == "3 claims on this, of which 2 findings"


def test_the_opening_cites_every_factsheet_and_counts_behind_the_last() -> None:
    made = of(BARE, STRONG)
    first, second = (replace(small.FACTSHEET, id=name) for name in ("een", "klein"))
    library = Library(replace(made._corpus, factsheets=(first, second)))
    told = lines(front.front(Phrases(Brief(library))))[0]
    assert " de factsheet [@factsheet-een; @factsheet-klein; 2 uitspraken hierover]." in told


def test_the_opening_says_who_made_the_one_factsheet_where_its_publisher_names_them() -> None:
    def opening(*sheets: Factsheet) -> str:
        made = of(BARE, STRONG)
        return lines(front.front(Phrases(Brief(Library(replace(made._corpus, factsheets=sheets))))))[0]

    named = replace(small.FACTSHEET, publisher="GOAB (Oberon en Sardes)")
    assert " van de factsheet van Oberon en Sardes [@factsheet-klein; 2 uitspraken hierover]." in opening(named)
    assert " van de factsheet [@factsheet-klein; 2 " in opening(small.FACTSHEET)
    assert " van de factsheet [@factsheet-een; @factsheet-klein; 2 " in opening(replace(named, id="een"), named)
    serial = replace(named, publisher="GOAB (Oberon, Sardes, and CED-Groep)")
    assert " van de factsheet van Oberon, Sardes en CED-Groep [@factsheet-klein; 2 " in opening(serial)
    for publisher in ("Nederlands Jeugdinstituut (NJi)", "Bureau (voor onderzoek) Noord"):  # names no maker
        assert " van de factsheet [@factsheet-klein; 2 " in opening(replace(named, publisher=publisher))


def test_the_opening_speaks_of_complementary_research_only_where_some_was_looked_for() -> None:
    def opening(library: Library, **options: Any) -> str:
        return lines(front.front(Phrases(Brief(library, **options))))[0]

    told = " en van onderzoek dat wij, de makers van ouderevidence, erbij zochten."
    ours = Supplement("strong", "c", "supports", "full", "abstract", "2026-11-20")
    assert opening(of(replace(STRONG, supplements=(ours,)))).endswith(told)
    assert opening(load().where(parent_group="vaders")).endswith(told)
    assert opening(of(STRONG)).endswith("[@factsheet-klein; 1 uitspraak hierover].")
    assert opening(of(STRONG), language="en").endswith("[@factsheet-klein; 1 claim on this].")


def test_the_makers_and_the_day_stand_on_a_line_of_their_own() -> None:
    def by(**options: Any) -> list[str]:
        facts = front.front(phrases(BARE, **options))[0]["c"][1]
        return [shown(line) for line in facts][:-1]

    assert by() == []
    assert by(author="A. Boer") == ["A. Boer"]
    assert by(organisation="Gemeente") == ["Gemeente"]
    assert by(date="2026-11-05") == ["5 november 2026"]
    assert by(author="A. Boer", date="2026-11-05") == ["A. Boer · 5 november 2026"]


def test_the_first_page_of_a_definition_alone_has_no_figure_and_no_levels() -> None:
    told = lines(front.front(phrases(claim("wat", kind="definition"))))
    assert not [line for line in told if line.startswith("!")]
    assert below(told, "Kort antwoord") == [
        "De factsheet noemt hierover geen bevindingen; hieronder staat wat zij omschrijft, vraagt of aanbeveelt."
    ]
    assert below(told, "De factsheet zegt") == ["- Dit is wat. (definitie, zonder bron; {boodschap-wat}wat)"]
    assert [line for line in lines(front.front(phrases(BARE))) if line.startswith("!")]


def test_pictures_have_their_words_and_their_size(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    PIL.Image.new("RGB", (6, 3), "navy").save(logo)
    made = [
        front.front(phrases(BARE, logo=logo, organisation=name, placeholders=True)) for name in ("Gemeente X", None)
    ]
    named, unnamed = (blocks[0] for blocks in made)
    assert (shown(named), shown(unnamed)) == ("!Logo Gemeente X", "!Logo")
    assert named["c"][0] == ["", ["logo"], []]
    (_, _, size), _, (address, _) = named["c"][1][0]["c"][0]["c"]
    assert size == [["height", "1.4cm"]]
    assert address.startswith("data:image/png;base64,")
    assert made[0][3]["c"][0][1] == ["answer"]
    (_, _, size), words, (address, _) = made[0][4]["c"][1][0]["c"][0]["c"]
    assert size == [["width", "100%"]]
    assert shown(words)
    assert address == "levels"  # the chart of that name is drawn when the document is whole
    widths = [width["c"] for _, width in made[0][-1]["c"][2]]
    assert widths == sorted(widths)  # room to write in
    assert sum(widths) == 1
    assert min(widths) > 0


# -- one message ------------------------------------------------------------------------------------------------------


def message(one: Claim, **options: Any) -> str:
    return shown(items.message(phrases(one, **options), one))


def test_a_message_has_its_reserve_level_sources_size_and_first_caveat() -> None:
    caveats = (Caveat(both("Dit dooft uit."), ("b",)), Caveat(both("Dit zegt zij niet."), ()))
    sized = tuple(replace(link, effect=both("klein")) for link in MODERATE.citations)
    one = replace(MODERATE, citations=sized, caveats=caveats)
    assert message(one) == (
        "*Dit is moderate; dat is aannemelijk.* (▮▮▯ _redelijk_; {boodschap-moderate}moderate) / Factsheet: [@a]; "
        "omvang volgens [@a]: klein. _Bedenk daarbij:_ Dit dooft uit. [@b]"
    )
    assert message(LIMITED).startswith("*Dit is limited; onderzoek steunt dit deels.* (▮▯▯ _beperkt_;")


def test_a_message_that_is_contested_says_so_in_the_sentence_or_behind_it() -> None:
    one = claim("both", ("a", "full"), ("b", "full"), ("c", "contradicts"))
    said = message(one)
    assert said.startswith("*Dit is both; maar onderzoeken spreken elkaar hierover tegen.* (")
    assert ", omstreden_; {boodschap-both}both) / Factsheet: [@a] en [@b]; ertegen: [@c]." in said
    several = replace(one, statement=both("Dit is zo. Dat ook."))
    assert message(several).startswith("*Dit is zo. Dat ook. Maar onderzoeken spreken elkaar hierover tegen.* (")
    plausible = replace(MODERATE, statement=both("Dit is zo. Dat ook."))
    assert message(plausible).startswith("*Dit is zo. Dat ook. Dit is aannemelijk.* (")
    sure = replace(STRONG, statement=both("Dit is zo. Dat ook."))
    assert message(sure).startswith("*Dit is zo. Dat ook.* (▮▮▮")


def test_where_a_code_leads_depends_on_where_it_stands() -> None:
    codes = {
        (depth, at): shown(phrases(BARE, depth=depth).claim_code(BARE, at=at))
        for depth in ("page", "summary", "full")
        for at in ("", "message", "table", "account")
    }
    assert codes == {
        ("page", ""): "<bare #boodschap-bare>",
        ("page", "message"): "{boodschap-bare}bare",
        ("page", "table"): "{claim-bare}<bare #boodschap-bare>",
        ("page", "account"): "{volledig-bare}<bare #boodschap-bare>",
        ("summary", ""): "<bare #claim-bare>",
        ("summary", "message"): "{boodschap-bare}bare",
        ("summary", "table"): "{claim-bare}bare",
        ("summary", "account"): "{volledig-bare}<bare #boodschap-bare>",
        ("full", ""): "<bare #volledig-bare>",
        ("full", "message"): "{boodschap-bare}<bare #volledig-bare>",
        ("full", "table"): "{claim-bare}<bare #volledig-bare>",
        ("full", "account"): "{volledig-bare}<bare #boodschap-bare>",
    }


# -- which works, in which order, and how many ------------------------------------------------------------------------


def carried(one: Claim, *others: Claim, works: list[Work] | None = None, most: int = 2, **options: Any) -> str:
    return shown(phrases(one, *others, works=works, **options).carried_by(one, most=most))


def test_the_weightiest_works_are_named_full_before_partial_reviews_and_reviewed_and_new_before_others() -> None:
    links = (("a", "partial"), ("b", "full"), ("c", "full"), ("d", "full"), ("e", "full"))
    one = claim("one", *links)
    works = [
        study("a", year="2024"),
        study("b", year="2019"),
        study("c", year="2020"),
        study("d", year="2022", peer_reviewed="no"),
        study("e", year="2023", designs=("enquete",)),
    ]
    assert [carried(one, works=works, most=most).removeprefix("Factsheet: ") for most in (1, 2, 3, 4)] == [
        "[@c] en nog 4",
        "[@c], [@b] en nog 3",
        "[@c], [@b], [@d] en nog 2",
        "[@c], [@b], [@d], [@e] en [@a]",  # no "one more"
    ]


def test_a_brief_of_one_page_or_on_many_claims_names_one_work_each() -> None:
    one = claim("one", *((key, "full") for key in "abc"))
    two = claim("two", *((key, "full") for key in "ab"))
    filling = [claim(f"f{number}") for number in range(24)]
    assert carried(one) == "Factsheet: [@a], [@b] en [@c]"
    assert carried(one, depth="page") == "Factsheet: [@a] en nog 2"
    assert carried(two, depth="page") == "Factsheet: [@a] en nog 1"
    assert carried(one, *filling[:23]) == "Factsheet: [@a], [@b] en [@c]"
    assert carried(one, *filling) == "Factsheet: [@a] en nog 2"


def test_a_message_cites_as_support_only_what_counts() -> None:
    ours = Supplement("one", "d", "supports", "full", "abstract", "2026-11-20")
    against = Supplement("one", "e", "supports", "contradicts", "abstract", "2026-11-20")
    one = replace(claim("one", ("a", "full"), ("b", "not_seen"), ("c", "unchecked")), supplements=(ours, against))
    assert carried(one) == ("Factsheet: [@a]; niet bevestigd: [@b] en [@c]; aanvullend onderzoek: [@d]; ertegen: [@e]")
    assert (
        carried(replace(one, citations=one.citations[1:], supplements=())) == "Factsheet, niet bevestigd: [@b] en [@c]"
    )
    assert carried(BARE) == "Factsheet: geen bron"


def test_works_that_were_not_found_stand_apart_from_those_that_do_not_confirm() -> None:
    works = [study("a"), study("b"), small.stub("x", Name("Xander")), small.stub("y", Name("Yvers"))]
    links = (("a", "full"), ("b", "not_seen"), ("x", "unchecked"), ("y", "not_seen"))
    assert carried(claim("one", *links), works=works) == (
        "Factsheet: [@a]; niet bevestigd: [@b] en Yvers [2020, geciteerd in@factsheet-klein]; "
        "niet gevonden: Xander (2020)"
    )
    assert carried(claim("one", links[2]), works=works) == "Factsheet, niet gevonden: Xander (2020)"


def test_a_work_that_is_cited_twice_for_a_claim_is_named_and_counted_once() -> None:
    one = claim("one", ("a", "full"), ("a", "full"), ("b", "full"), ("c", "not_seen"), ("c", "not_seen"))
    assert carried(one) == "Factsheet: [@a] en [@b]; niet bevestigd: [@c]"
    assert carried(one, depth="page") == "Factsheet: [@a] en nog 1, samen 2 van de 3 bronnen die zij noemt"
    assert shown(phrases(claim("one", ("a", "full"), ("a", "full"))).supported_by(one)) == "gesteund door [@a]"
    disputed = tempered(("b", "disputes", "partial"), ("b", "disputes", "partial"), own=(("a", "full"),))
    assert carried(disputed) == "Factsheet: [@a]; deels tegengesproken door [@b]"


def test_a_body_that_was_not_found_keeps_the_sign_in_its_name() -> None:
    works = [small.stub("x", Name(literal="Bureau K&H")), small.stub("y", Name(literal="Ernst & Jong"), Name("Yvers"))]
    one = claim("one", ("x", "unchecked"), ("y", "unchecked"))
    said = "Factsheet, niet gevonden: Bureau K&H (2020), en Ernst & Jong en Yvers (2020)"
    assert carried(one, works=works) == said


def test_a_work_whose_title_was_never_seen_and_that_carries_a_finding_is_cited_in_the_factsheet() -> None:
    unseen = small.stub("x", Name("Xander"), Name("Yvers"))
    works = [study("a"), replace(unseen, appraisal=replace(unseen.appraisal, identification="certain"))]
    one = claim("one", ("a", "full"), ("x", "full"))
    cited = "Xander en Yvers [2020, geciteerd in@factsheet-klein]"
    assert carried(one, works=works) == f"Factsheet: [@a], en {cited}"
    alone = sized(replace(one, citations=one.citations[1:]))
    made = phrases(alone, works=works)
    assert shown(made.supported_by(alone)) == f"gesteund door {cited}"
    assert shown(made.effect(alone)) == f"omvang volgens {cited}: d = 0,x"
    english = phrases(alone, works=works, language="en").supported_by(alone)
    assert shown(english) == "supported by Xander and Yvers [2020, as cited in@factsheet-klein]"


def tempered(*links: tuple[str, str, str], own: tuple[tuple[str, str], ...] = ()) -> Claim:
    """Return a claim of the factsheet with works of ours: each with what it does and how far."""
    ours = (Supplement("one", key, intent, judgement, "abstract", "2026-11-20") for key, intent, judgement in links)
    return replace(claim("one", *own), supplements=tuple(ours))


def test_works_that_dispute_in_part_or_qualify_a_claim_are_named_apart_behind_those_that_carry_it() -> None:
    both_ways = (("a", "qualifies", "partial"), ("b", "disputes", "partial"))
    works = [study("a", year="2021"), study("b"), study("c")]
    apart = "deels tegengesproken door [@b]; genuanceerd door [@a]"
    assert carried(tempered(*both_ways), works=works) == f"Factsheet: geen bron; {apart}"
    assert carried(tempered(both_ways[1]), works=works) == "Factsheet: geen bron; deels tegengesproken door [@b]"
    assert carried(tempered(*both_ways, own=(("c", "full"),))) == f"Factsheet: [@c]; {apart}"
    assert carried(tempered(*both_ways, ("c", "supports", "partial"))) == (
        f"Factsheet: geen bron; aanvullend onderzoek: [@c]; {apart}"
    )
    assert carried(tempered(*both_ways, ("c", "supports", "contradicts"))) == (
        f"Factsheet: geen bron; ertegen: [@c]; {apart}"
    )


def test_a_page_of_its_own_says_how_many_of_the_sources_of_the_factsheet_carry_the_finding() -> None:
    works = [study("a"), study("b"), study("c"), small.stub("x", Name("Xander"))]

    def sources(*links: tuple[str, str], **options: Any) -> str:
        return carried(claim("one", *links), works=works, **{"depth": "page"} | options)

    links = (("a", "full"), ("b", "full"), ("c", "not_seen"), ("x", "unchecked"))
    assert sources(links[0], *links[2:]) == "Factsheet: [@a], één van de 3 bronnen die zij noemt"
    assert sources(*links) == "Factsheet: [@a] en nog 1, samen 2 van de 4 bronnen die zij noemt"
    assert sources(*links, language="en") == "Factsheet: [@a] and 1 more, together 2 of the 4 sources that it names"
    assert sources(*links[:2]) == "Factsheet: [@a] en nog 1"
    against = ("b", "contradicts")
    assert sources(links[0], against) == "Factsheet: [@a], één van de 2 bronnen die zij noemt; ertegen: [@b]"
    assert sources(links[0], against, links[2]) == (
        "Factsheet: [@a], één van de 3 bronnen die zij noemt; ertegen: [@b]"
    )
    assert sources(links[2]) == "Factsheet, niet bevestigd: [@c]"
    assert sources(links[0], links[3], depth="summary") == "Factsheet: [@a]; niet gevonden: Xander (2020)"


def counter(*said: str, own: tuple[tuple[str, str], ...] = (("e", "full"),)) -> Claim:
    """Return a claim that a work of its own supports, with works of ours that qualify it and some say what instead."""
    ours = (
        Supplement(
            "one", key, "qualifies", "partial", "abstract", "2026-11-20", counterpoint=both(words) if words else None
        )
        for key, words in zip("abcd", said, strict=False)
    )
    return replace(claim("one", *own), supplements=tuple(ours))


def test_a_message_says_what_other_research_says_against_it_and_counts_or_names_the_rest() -> None:
    many = [claim(f"f{at}", kind="context") for at in range(12)]
    told = message(counter("Elders bleek dit niet.", "", "Het effect was klein."))
    assert told.endswith(
        "Factsheet: [@e]; ook genuanceerd door [@b]. "
        "_Ander onderzoek:_ Elders bleek dit niet [@a]. Het effect was klein [@c]."
    )
    one = counter("Elders bleek dit niet.", "", "")
    assert "[@e]; ook genuanceerd door 2 andere werken. _Ander" in shown(items.message(phrases(one, *many), one))
    one = counter("Elders bleek dit niet.", "")
    assert "[@e]; ook genuanceerd door één ander werk. _Ander" in shown(items.message(phrases(one, *many), one))
    assert message(counter("Elders bleek dit niet.")).endswith("[@e]. _Ander onderzoek:_ Elders bleek dit niet [@a].")


def test_other_works_are_counted_by_whether_they_dispute_in_part_or_qualify() -> None:
    many = [claim(f"f{at}", kind="context") for at in range(12)]
    told = counter("Elders niet.").supplements
    disputing, other = ("b", "disputes", "partial"), ("c", "disputes", "partial")
    qualifying = ("d", "qualifies", "partial")

    def against(*links: tuple[str, str, str], others: list[Claim]) -> str:
        one = tempered(*links, own=(("e", "full"),))
        one = replace(one, supplements=(*told, *one.supplements))
        said = shown(items.message(phrases(one, *others), one))
        return said.partition("[@e]; ")[2].partition(". _Ander onderzoek:_ Elders niet [@a]")[0]

    assert against(disputing, others=many) == "deels tegengesproken door [@b]"
    assert against(disputing, other, others=many) == "deels tegengesproken door [@b] en [@c]"
    assert against(disputing, qualifying, others=many) == (
        "deels tegengesproken door [@b]; ook genuanceerd door één ander werk"
    )
    assert against(disputing, qualifying, others=[]) == (
        "ook deels tegengesproken door [@b]; ook genuanceerd door [@d]"
    )


def test_a_finding_that_is_qualified_or_contested_is_called_so_with_its_level_and_the_key_says_what_that_is() -> None:
    one = tempered(("b", "qualifies", "partial"), own=(("a", "partial"),))
    doubted = replace(tempered(("b", "qualifies", "partial")), id="doubted")
    assert "(▮▯▯ _beperkt, genuanceerd_; {boodschap-one}one)" in message(one)
    assert "(▮▯▯ _beperkt, omstreden_; {boodschap-twist}twist)" in message(CONTESTED)
    assert shown(items.line(phrases(doubted), doubted)).startswith(
        "Dit is one. (▯▯▯ _niet bevestigd, genuanceerd_; {boodschap-doubted}doubted)"
    )
    qualified = "; _genuanceerd:_ ander onderzoek zwakt dit af of spreekt het deels tegen"
    contested = "; _omstreden:_ onderzoeken spreken elkaar tegen"
    for told, words in (((one,), qualified), ((CONTESTED,), contested), ((CONTESTED, one), qualified + contested)):
        assert keyed(phrases(*told), told).endswith(f"alleen deels{words}.")
    assert keyed(phrases(one, LIMITED), (LIMITED,)).endswith("alleen deels.")  # the page does not tell the other
    doe = advice("doe", "school", rests_on=("one",))
    elsewhere = Phrases(Brief(of(replace(one, parent_groups=()), doe).where(parent_group="vaders")))
    assert keyed(elsewhere, (), (doe,)).endswith(f"alleen deels{qualified}.")


def test_a_long_table_says_with_the_level_that_a_finding_is_qualified_and_a_short_one_names_the_works() -> None:
    many = [claim(f"f{at}", kind="context") for at in range(12)]
    others = [claim(f"g{at}", ("a", "full")) for at in range(6)]  # which the first page tells
    one = replace(counter("", own=(("e", "partial"),)), id="one")
    long, short = (" ".join(lines(summary.findings(phrases(*others, one, *rest)))) for rest in (many, []))
    assert "_beperkt, genuanceerd_" in long
    assert "genuanceerd door" not in long
    assert "_beperkt, genuanceerd_" in short
    assert "genuanceerd door [@a]" in short


def test_every_finding_that_is_supported_and_qualified_says_what_other_research_says() -> None:
    library = oe.load()
    for one in library:
        links = library.links_of(one.id, "evidence")
        said = [link for link in links if link.counterpoint]
        assert all(map(selection.tempers, said))
        if library.profile(one.id, "evidence").level in SUPPORTED:
            assert bool(said) == any(map(selection.tempers, links)), one.code
        for link in said:
            assert link.counterpoint is not None
            assert all(1 < len(link.counterpoint.of(language)) <= 160 for language in ("nl", "en"))


def test_all_works_of_a_message_stand_behind_a_small_summary_that_could_not_name_them() -> None:
    one, two = claim("one", *((key, "full") for key in "abcd")), claim("two", ("e", "full"))
    said = "- <{0} #claim-{0}> Factsheet: [@a], [@b], [@c] en [@d]."
    assert lines(summary.message_sources(phrases(one, two))) == [
        "# Alle bronnen van kernboodschap 1 #alle-bronnen",
        said.format("one"),
    ]
    three = replace(claim("three", *((key, "full") for key in "abcd")), core=False)
    assert lines(summary.message_sources(phrases(one, STRONG, three))) == [
        "# Alle bronnen van kernboodschappen 1 en 3 #alle-bronnen",
        said.format("one"),
        said.format("three"),
    ]
    assert lines(summary.message_sources(phrases(one, STRONG, three, language="en")))[0] == (
        "# All sources of key messages 1 and 3 #alle-bronnen"
    )
    assert lines(summary.message_sources(phrases(STRONG, replace(one, core=False), language="en")))[0] == (
        "# All sources of key message 2 #alle-bronnen"
    )
    assert summary.message_sources(phrases(two)) == []
    filling = [claim(f"f{number}") for number in range(12)]
    assert summary.message_sources(phrases(one, *filling[:11]))
    assert summary.message_sources(phrases(one, *filling)) == []


def test_a_work_that_was_not_found_is_cited_in_the_factsheet_and_last() -> None:
    one = claim("one", ("a", "unchecked"), ("z", "full"))
    works = [small.stub("a", Name("Aarts")), study("z"), small.stub("b", Name("Bos"), year="2021")]
    one = replace(one, citations=(*one.citations, small.link("one", "b", "unchecked")))
    made = phrases(one, works=works)
    assert shown(made.cited(works[:2], one)) == "[@z; Aarts, 2020, geciteerd in@factsheet-klein]"
    assert shown(made.cited(works[::-1], one)) == "[@z; Aarts, 2020; Bos, 2021, geciteerd in@factsheet-klein]"
    assert made.cited([], one) == []


def sized(one: Claim) -> Claim:
    """Return a claim of which each work gives a size."""
    return replace(one, citations=tuple(replace(link, effect=both(f"d = 0,{link.work}")) for link in one.citations))


def test_sizes_of_an_effect_name_their_works_the_weightiest_first() -> None:
    works = [study("a"), study("b", year="2022"), study("c"), study("d", year="2024")]
    one = sized(claim("one", ("a", "full"), ("b", "full"), ("c", "partial"), ("d", "not_seen")))
    made = phrases(one, works=works)
    assert shown(made.effect(one)) == "omvang volgens [@b]: d = 0,b"
    assert shown(made.effect(one, most=2)) == "omvang volgens [@b]: d = 0,b; [@a]: d = 0,a"
    assert shown(made.effect(one, most=9)) == "omvang volgens [@b]: d = 0,b; [@a]: d = 0,a; [@c]: d = 0,c"
    assert [marks.pairs_of(node) for node in marks.marked(made.effect(one, most=2))] == [
        {"claim": "one", "part": "effect", "work": "b"},
        {"claim": "one", "part": "effect", "work": "a"},
    ]
    bare = replace(one, citations=(small.link("one", "b"), *one.citations[2:]))
    assert shown(phrases(bare, works=works).effect(bare, most=2)) == "omvang volgens [@c]: d = 0,c"
    assert phrases(BARE).effect(BARE) == []


def test_a_message_gives_two_sizes_and_on_one_page_one() -> None:
    one = sized(claim("one", *((key, "full") for key in "abc")))
    assert message(one).endswith("; omvang volgens [@a]: d = 0,a; [@b]: d = 0,b.")
    assert message(one, depth="page").endswith("; omvang volgens [@a]: d = 0,a.")


def test_a_caveat_has_its_works_its_sections_and_its_day() -> None:
    made = phrases(STRONG)
    whole = Caveat(both("Dit dooft uit."), ("b",), sections=("2.1", "3.4"), checked_on="2026-11-23")
    assert shown(made.caveat(STRONG, whole)) == (
        "Dit dooft uit. [@b] (factsheet, paragraaf 2.1, 3.4; nagegaan op 23 november 2026)"
    )
    assert shown(made.caveat(STRONG, Caveat(both("Let op."), ()))) == "Let op."
    assert shown(made.caveat(STRONG, Caveat(both("Let op."), (), checked_on="2026-11-23"))) == (
        "Let op. (nagegaan op 23 november 2026)"
    )
    assert [marks.pairs_of(one) for one in marks.marked(made.caveat(STRONG, whole))] == [
        {"claim": "strong", "part": "caveat"}
    ]


def test_the_small_words_of_a_claim_and_its_links() -> None:
    made = phrases(STRONG, works=[study("a", finding=both("Het werkt.")), study("b")])
    first, second = made.library.links_of("strong", "evidence")
    assert shown(made.named(both("Groep"), nodes.text("vaders"))) == "*Groep:* vaders"
    assert shown(made.lead_in(STRONG)) == "Bevinding."
    assert shown(made.note_of(STRONG, first)) == "Alleen in het kort."
    assert [marks.pairs_of(one) for one in marks.marked(made.note_of(STRONG, second))] == [
        {"claim": "strong", "part": "note", "work": "b"}
    ]
    assert shown(made.finding(STRONG, first.work)) == "Het werkt."
    assert [marks.pairs_of(one) for one in marks.marked(made.finding(STRONG, first.work))] == [
        {"claim": "strong", "part": "finding", "work": "a"}
    ]
    assert made.finding(STRONG, second.work) == []
    assert (
        made.terms("parent_groups", replace(STRONG, parent_groups=("vaders", "alle-ouders"))) == "vaders, alle-ouders"
    )
    assert made.terms("levers", STRONG) == "–"
    assert (made.date("2026-11-05"), made.date("ooit")) == ("5 november 2026", "ooit")
    assert made.judgement("full") == "volledig"
    assert made.gist(STRONG) == []


def test_a_level_with_its_reasons_ends_without_a_full_stop_in_brackets() -> None:
    made = phrases(STRONG, BARE, claim("wat", kind="definition"))
    profile = made.library.profile("strong", "evidence")
    reasons = [reason.nl.rstrip(".") for reason in profile.reasons]
    assert reasons
    assert shown(made.reasoned(profile)) == f"▮▮▮ _stevig_ ({'; '.join(reasons)})"
    assert shown(made.reasoned(replace(profile, reasons=()))) == "▮▮▮ _stevig_"
    assert shown(made.reasoned(replace(profile, reasons=(), contested=True))) == "▮▮▮ _stevig, omstreden_"
    standing = made.library.profile("wat", "evidence")
    assert shown(made.level(standing)) == "zonder bron"
    assert shown(made.level(standing, kind="definition")) == "definitie, zonder bron"


def test_a_finding_that_one_source_supports_fully_has_indications_and_one_supported_in_part_says_so() -> None:
    works = [study(key, designs=("enquete",)) for key in "ab"]

    def of_links(*links: tuple[str, str]) -> str:
        one = claim("een", *links)
        return shown(items.message(Phrases(Brief(of(one, works=works))), one))

    assert of_links(("a", "full")).startswith("*Dit is een; daar zijn aanwijzingen voor.* (▮▯▯ _beperkt_;")
    assert of_links(("a", "full"), ("b", "contradicts")).startswith("*Dit is een; maar onderzoeken spreken elkaar")
    for in_part in ((("a", "partial"),), (("a", "partial"), ("b", "partial"))):
        assert of_links(*in_part).startswith("*Dit is een; onderzoek steunt dit deels.* (▮▯▯ _beperkt_;")


def test_a_message_about_all_parents_in_a_brief_about_some_says_so() -> None:
    wide = replace(LIMITED, parent_groups=("alle-ouders", "vaders"))
    own = replace(MODERATE, parent_groups=("vaders",))
    about = "gaat over alle ouders; of het onderzoek ook over deze groep apart gaat, is niet nagegaan."
    for told, said in (((wide,), f"- De kernboodschap {about}"), ((wide, own), f"- Kernboodschap 2 {about}")):
        part = of(*told)
        group = lines(front.front(Phrases(Brief(part.where(parent_group="vaders")))))
        assert said in group
        assert not any("gaat over alle ouders" in line for line in lines(front.front(Phrases(Brief(part)))))
        everyone = lines(front.front(Phrases(Brief(part.where(parent_group="alle-ouders")))))
        assert not any("gaat over alle ouders" in line for line in everyone)


def test_several_messages_about_all_parents_are_named_in_the_plural() -> None:
    wide = [replace(gist(STRONG, at), parent_groups=("alle-ouders", "vaders")) for at in (1, 2)]
    own = replace(MODERATE, parent_groups=("vaders",))
    for language, said in (
        ("nl", "- Kernboodschappen 1 en 2 gaan over alle ouders; of het onderzoek ook over deze groep apart gaat, is "
         "niet nagegaan."),
        ("en", "- Key messages 1 and 2 are about all parents; whether the research is also about this group apart was "
         "not checked."),
    ):  # fmt: skip
        part = of(*wide, own).where(parent_group="vaders")
        assert said in lines(front.front(Phrases(Brief(part, language=language))))


def test_an_advice_names_the_messages_it_rests_on_in_their_order() -> None:
    told = below(page(STRONG, LIMITED, advice("rust", "school", rests_on=("limited", "strong"))), "Wie kan wat doen?")
    assert told[0].index("kernboodschap 1") < told[0].index("kernboodschap 2")


def test_a_message_says_what_is_missing_and_where_there_is_little_room_no_caveat_beside_it() -> None:
    one = replace(LIMITED, missing=both("Peuters zijn niet gezien."), caveats=(Caveat(both("Let op."), ("e",)),))
    many = [claim(f"f{at}", kind="context") for at in range(12)]
    missing, caveat = "_Wat ontbreekt:_ Peuters zijn niet gezien.", "_Bedenk daarbij:_ Let op. [@e]"
    start = (
        "*Dit is limited; onderzoek steunt dit deels.* (▮▯▯ _beperkt_; {boodschap-limited}limited) / Factsheet: [@a]."
    )
    for made, said in (
        (phrases(one), f"{missing} {caveat}"),
        (phrases(one, depth="page"), missing),
        (phrases(one, *many), missing),
        (phrases(replace(one, missing=None), *many), caveat),
    ):
        assert (
            shown(items.message(made, one if "ontbreekt" in said else replace(one, missing=None))) == f"{start} {said}"
        )


def test_every_finding_that_is_supported_says_what_is_missing_and_no_other() -> None:
    library = oe.load()
    supported = {claim.id for claim in library if library.profile(claim.id, "evidence").level in SUPPORTED}
    assert len(supported) > 40
    assert {claim.id for claim in library if claim.missing} == supported


# -- advice -----------------------------------------------------------------------------------------------------------


def test_advice_stands_under_the_first_actor_of_the_vocabulary_and_names_the_others() -> None:
    claims = [
        advice("los"),
        advice("samen", "school", "gemeente", "rijk"),
        advice("rust", "school", rests_on=("strong", "limited")),
        advice("wankel", "gemeente", rests_on=("doubted",)),
    ]
    told = below(page(STRONG, LIMITED, DOUBTED, *claims), "Wie kan wat doen?")
    assert told == [
        "- *Gemeente, school en rijk:* Dit is samen. (<samen #claim-samen>) De factsheet noemt hierbij geen bevinding.",
        "- *Gemeente:* Dit is wankel. (<wankel #claim-wankel>) "
        "De factsheet baseert dit op <doubted #claim-doubted> (▯▯▯ _niet bevestigd_).",
        "- *School:* Dit is rust. (<rust #claim-rust>) "
        "De factsheet baseert dit op kernboodschap 1 (<strong #claim-strong>; ▮▮▮ _stevig_); "
        "kernboodschap 2 (<limited #claim-limited>; ▮▯▯ _beperkt_).",
        "- *Voor iedereen (geen partij genoemd):* Dit is los. (<los #claim-los>) "
        "De factsheet noemt hierbij geen bevinding.",
    ]


def test_advice_says_itself_what_it_rests_on_where_the_brief_does_not() -> None:
    ground = replace(sized(STRONG), gist=both("dit zo is"), parent_groups=())
    asked = advice(
        "doe", "school", rests_on=("strong",), caveats=(Caveat(both("Let op."), ("e",)), Caveat(both("En."), ()))
    )
    whole = of(ground, asked, BARE)
    here = Phrases(Brief(whole.where(parent_group="vaders")))
    said, bear = (
        "Dit is doe. (<doe #claim-doe>) De factsheet baseert dit op {}. _Bedenk daarbij:_ Let op. [@e]".format,
        "▮▮▮ _stevig_",
    )
    elsewhere = f"de bevinding dat dit zo is (<strong #claim-strong>; {bear})"
    for on_page in (True, False):
        assert shown(items.advice(here, asked, {}, on_page=on_page)) == said(
            f"{elsewhere}, omvang volgens [@a]: d = 0,a"
        )
        assert shown(items.advice(here, asked, {"strong": 0}, on_page=on_page)) == said(
            f"<strong #claim-strong> ({bear})"
        )
        assert shown(items.advice(here, asked, {"strong": 3}, on_page=on_page)) == said(
            f"kernboodschap 3 (<strong #claim-strong>; {bear})"
        )
    silent = Phrases(
        Brief(of(replace(ground, gist=None, citations=STRONG.citations), asked).where(parent_group="vaders"))
    )
    assert shown(items.advice(silent, asked, {})) == said(f"de bevinding (<strong #claim-strong>; {bear})")


def test_the_full_account_of_all_claims_names_every_work_behind_advice_about_all_parents() -> None:
    library = oe.load()
    account = Phrases(Brief(library, depth="full"))
    grounds = {name for claim, wide in _wide(library) if wide for name in claim.rests_on}
    works = {link.work.key for name in grounds for link in library.links_of(name, "evidence") if not link.work.is_stub}
    built, _ = document.build(account.brief)
    cited = set(nodes.cited(built["blocks"]))
    assert len(grounds) > 5
    assert works <= cited


def _wide(library: oe.Library) -> list[tuple[Claim, bool]]:
    """Return what is advised about all parents, as a brief on fathers tells it."""
    part = library.where(parent_group="vaders")
    return [pair for _, claims in selection.advice(part) for pair in claims]


def test_a_ground_without_a_level_has_its_code_alone() -> None:
    wat = claim("wat", kind="definition")
    asked = advice("doe", rests_on=("wat",))
    made = phrases(wat, asked)
    assert shown(items.advice(made, asked, {"wat": 0})).endswith(" De factsheet baseert dit op <wat #claim-wat>.")
    assert shown(items.advice(made, asked, {})).endswith(
        " De factsheet baseert dit op de definitie (<wat #claim-wat>)."
    )


def test_behind_a_ground_that_the_annex_tells_stands_no_more_than_its_level() -> None:
    ground = replace(tempered(("b", "qualifies", "partial"), own=(("a", "partial"),)), gist=both("dit zo is"))
    asked = advice("doe", "school", rests_on=("one",))
    said = (
        "Dit is doe. (<doe #{0}-doe>) "
        "De factsheet baseert dit op de bevinding dat dit zo is (<one #{0}-one>; ▮▯▯ _beperkt, genuanceerd_)"
    ).format
    for one in (sized(ground), ground):
        for depth, place in (("summary", "claim"), ("full", "volledig")):
            annexed = phrases(one, asked, depth=depth)
            assert shown(items.advice(annexed, asked, {}, on_page=True)) == f"{said(place)}."
        alone = phrases(one, asked, depth="page")  # which has no room for what it says
        code = "Dit is doe. (<doe #boodschap-doe>) De factsheet baseert dit op <one #boodschap-one>"
        assert shown(items.advice(alone, asked, {}, on_page=True)) == f"{code} (▮▯▯ _beperkt, genuanceerd_)."


def test_behind_a_ground_told_elsewhere_stand_its_size_and_the_weightiest_work_that_qualifies_it() -> None:
    plain = replace(
        tempered(("b", "qualifies", "partial"), ("c", "supports", "contradicts"), own=(("a", "partial"),)),
        gist=both("dit zo is"),
        parent_groups=(),
    )
    asked = advice("doe", "school", rests_on=("one",))
    said = (
        "Dit is doe. (<doe #claim-doe>) "
        "De factsheet baseert dit op de bevinding dat dit zo is (<one #claim-one>; ▮▯▯ _beperkt, omstreden_)"
    )
    against = "tegengesproken door [@c], genuanceerd door [@b]."
    here = Phrases(Brief(of(sized(plain), asked).where(parent_group="vaders")))
    for on_page in (True, False):
        assert (
            shown(items.advice(here, asked, {}, on_page=on_page)) == f"{said}, omvang volgens [@a]: d = 0,a, {against}"
        )
        for number in (0, 1):
            told = shown(items.advice(here, asked, {"one": number}, on_page=on_page))
            assert "_beperkt, omstreden_" in told
            assert "genuanceerd" not in told
    unsized = Phrases(Brief(of(plain, asked).where(parent_group="vaders")))
    assert shown(items.advice(unsized, asked, {}, on_page=True)) == f"{said}, gesteund door [@a], {against}"
    assert shown(items.advice(unsized, asked, {})) == f"{said}, {against}"


def test_of_those_that_temper_a_ground_the_ones_that_contradict_go_first_and_then_those_that_do_in_part() -> None:
    one = tempered(
        ("b", "qualifies", "partial"), ("d", "disputes", "partial"), ("e", "disputes", "partial"),
        ("c", "supports", "contradicts"),
    )  # fmt: skip
    assert shown(phrases(one).tempered_by(one)) == (
        "tegengesproken door [@c], deels tegengesproken door onder meer [@d], genuanceerd door [@b]"
    )


def test_what_was_read_is_looked_up_once_for_all_claims() -> None:
    claims = [claim(name, ("x", "unchecked")) for name in ("one", "two", "three")]
    made = phrases(*claims, works=[small.stub("x", Name("Xander"))])
    with mock.patch.object(selection, "read", wraps=selection.read) as looked:
        for one in claims:
            made.carried_by(one)
    assert looked.call_count == 1


def test_a_comma_parts_works_of_which_one_has_two_authors() -> None:
    two = replace(study("b"), authors=(Name("Boon"), Name("Daal")))
    one = claim("one", ("a", "full"), ("b", "full"))
    made = phrases(one, works=[study("a"), two])
    assert shown(made.carried_by(one)) == "Factsheet: [@a], en [@b]"
    assert shown(phrases(one, works=[study("a"), study("b")]).carried_by(one)) == "Factsheet: [@a] en [@b]"


def test_advice_for_all_parents_has_no_size_of_theirs() -> None:
    ground = replace(sized(STRONG), parent_groups=("alle-ouders",), gist=both("dit zo is"))
    own = advice("eigen", "school", rests_on=("strong",))
    wide = advice("breed", "school", rests_on=("strong",), parent_groups=("alle-ouders",))
    here = Phrases(Brief(of(ground, own, wide).where(parent_group="vaders")))
    said = "- *School:* Dit is breed. (<breed #claim-breed>) De factsheet baseert dit op {}.".format
    level = "▮▮▮ _stevig_"
    told = f"de bevinding dat dit zo is (<strong #claim-strong>; {level})"
    for on_page, rests in ((True, f"{told}, gesteund door onder meer [@a]"), (False, told)):
        found = [
            lines(items.advice_list(here, selection.advice(here.library), {}, wide=wide, on_page=on_page))
            for wide in (False, True)
        ]
        assert [["omvang" in line for line in told] for told in found] == [[True], [False]]
        assert found[1] == [said(rests)]


def test_the_weightiest_work_that_supports_a_claim_is_named_ours_too_and_how_many_more_do() -> None:
    works = [study("a", year="2019"), study("b"), study("c", year="2021"), study("d", year="2022"), study("e")]
    ours = (
        Supplement("one", "c", "supports", "full", "abstract", "2026-11-20"),
        Supplement("one", "d", "supports", "contradicts", "abstract", "2026-11-20"),
    )
    one = claim("one", ("a", "full"), ("b", "full"), ("e", "not_seen"))
    assert shown(phrases(one, works=works).supported_by(one)) == "gesteund door onder meer [@b]"
    more = replace(one, supplements=ours, parent_groups=())
    library = of(more, advice("doe", rests_on=("one",)), works=works)
    elsewhere = Phrases(Brief(library.where(parent_group="vaders"), language="en"))
    assert shown(elsewhere.supported_by(more)) == "supported by works such as [@c]"
    assert shown(phrases(MODERATE).supported_by(MODERATE)) == "gesteund door [@a]"
    assert phrases(DOUBTED).supported_by(DOUBTED) == []


def wide_library() -> Library:
    """Return a library with advice for fathers and advice for all parents."""
    return of(
        STRONG,
        advice("eigen", "school", rests_on=("strong",)),
        advice("breed", "gemeente", rests_on=("strong",), parent_groups=("alle-ouders",), phases=("po",)),
        advice(
            "elders",
            "gemeente",
            rests_on=("strong",),
            parent_groups=("alle-ouders",),
            building_blocks=("communicatie",),
        ),
        advice("los", "gemeente", parent_groups=("alle-ouders",)),
    )


def told_advice(library: Library) -> list[tuple[str, list[tuple[str, bool]]]]:
    return [(actor, [(one.id, wide) for one, wide in claims]) for actor, claims in selection.advice(library)]


def test_advice_for_all_parents_comes_along_for_a_group_if_it_rests_and_passes_the_other_filters() -> None:
    whole = wide_library()
    fathers = whole.where(parent_group="vaders")
    assert told_advice(fathers) == [("gemeente", [("breed", True), ("elders", True)]), ("school", [("eigen", False)])]
    assert told_advice(fathers.where(building_block="communicatie")) == [("gemeente", [("elders", True)])]
    assert told_advice(fathers.where(phase="po")) == [("gemeente", [("breed", True)])]
    assert told_advice(fathers.where(actor="school")) == [("school", [("eigen", False)])]
    assert told_advice(fathers.where(level="strong")) == [("gemeente", [("breed", True), ("elders", True)])]
    assert told_advice(whole.where(building_block="communicatie")) == [("gemeente", [("elders", False)])]
    both_groups = whole.where(parent_group=["vaders", "alle-ouders"])
    assert [wide for _, claims in told_advice(both_groups) for _, wide in claims] == [False] * 4
    plain = small.library(list(whole), WORKS).where(parent_group="vaders")  # a vocabulary without "all parents"
    assert told_advice(plain) == [("", [("eigen", False)])]


def test_the_page_says_that_advice_is_for_all_parents_after_that_of_the_group() -> None:
    fathers = wide_library().where(parent_group="vaders")
    told = below(lines(front.front(Phrases(Brief(fathers)))), "Wie kan wat doen?")
    assert [line.split(" (<")[0] for line in told] == [
        "- *School:* Dit is eigen.",
        f"De factsheet geeft gemeente geen advies over deze groep. {ABOUT_ALL}",
        "- *Gemeente:* Dit is breed.",
        "- *Gemeente:* Dit is elders.",
    ]


def before_general(library: Library, language: str = "nl") -> list[str]:
    """Return what the page says between the advice of a group and that for all parents."""
    told = lines(front.front(Phrases(Brief(library, language=language))))
    advised = below(told, "Who can" if language == "en" else "Wie kan")
    return [line for line in advised if not line.startswith("- ")]


def test_before_general_advice_the_page_says_for_which_readers_the_group_has_none_of_its_own() -> None:
    wide = advice("breed", "rijk", rests_on=("strong",), parent_groups=("alle-ouders",))
    missing = "De factsheet geeft {} geen advies over deze groep. {}".format

    def told(*own: Claim, language: str = "nl", **asked: str) -> list[str]:
        return before_general(of(STRONG, wide, *own).where(parent_group="vaders", **asked), language)  # type: ignore[arg-type]

    assert told() == [missing("gemeente en school", ABOUT_ALL)]  # "rijk" reads no brief
    assert told(language="en") == [
        "For gemeente and school the factsheet gives no advice on this group. "
        "_General advice about all parents (whether it holds for this group was not checked):_"
    ]
    assert told(advice("eigen", "rijk")) == told()
    assert told(advice("eigen", "rijk", "gemeente")) == [missing("school", ABOUT_ALL)]
    assert told(advice("eigen", "school", "gemeente")) == [ABOUT_ALL]
    assert told(advice("eigen", "school"), advice("ook", "gemeente")) == [ABOUT_ALL]
    assert told(advice("eigen", "school"), advice("ook", "rijk"), actor="rijk") == [missing("gemeente", ABOUT_ALL)]
    assert told(
        advice("eigen", "gemeente", building_blocks=("communicatie",)), building_block="thuisbetrokkenheid"
    ) == [
        missing("school", ABOUT_ALL)  # whatever else was asked: it is about fathers
    ]
    assert told(advice("eigen", "school", "gemeente"), level="strong") == [ABOUT_ALL]
    far = long(advice("ver", "school", "gemeente"), 60)  # found no room, and is advice all the same
    assert told(far) == [ABOUT_ALL, "Nog één advies voor de gemeente staat in de bijlage."]


def test_nothing_is_said_of_advice_that_is_missing_where_no_group_was_asked_for_nor_in_the_annex() -> None:
    whole = wide_library()
    assert before_general(whole) == before_general(whole.where(building_block="communicatie")) == []
    own = of(STRONG, advice("eigen", "rijk")).where(parent_group="vaders")
    assert before_general(own) == ["De factsheet geeft gemeente en school geen advies over deze groep."]
    made = Phrases(Brief(whole.where(parent_group="vaders")))
    made.plan = plan.Plan()
    told = lines(summary.all_advice(made))
    assert [line for line in told if not line.startswith(("- ", "#"))] == [
        "_Algemeen advies over alle ouders (niet nagegaan voor deze groep; bronnen in de uitgebreide notitie):_"
    ]


def test_the_annex_names_a_ground_as_key_message_where_it_tells_no_more_of_it_itself() -> None:
    doe = [advice(f"doe{at}", "school", rests_on=("strong",)) for at in range(4)]
    last = "- *School:* Dit is doe3. (<doe3 #{0}-doe3>) De factsheet baseert dit op {1}.".format
    level = "▮▮▮ _stevig_"
    filling = [claim(f"f{at}", kind="context") for at in range(8)]
    number = last("claim", f"kernboodschap 1 (<strong #claim-strong>; {level})")
    assert lines(summary.all_advice(phrases(STRONG, *doe, *filling[:7])))[-1] == number
    assert lines(summary.all_advice(phrases(STRONG, *doe, *filling)))[-1] == last(
        "claim", f"<strong #claim-strong> ({level})"
    )
    assert lines(summary.all_advice(phrases(STRONG, *doe, depth="full")))[-1] == last(
        "volledig", f"<strong #volledig-strong> ({level})"
    )


def test_the_annex_of_many_claims_says_itself_what_advice_rests_on_that_is_told_in_the_full_account_alone() -> None:
    ground = replace(LIMITED, core=False, gist=both("dit zo is"))
    doe = [advice(f"doe{at}", "school", rests_on=("strong",)) for at in range(3)]
    last = advice("laatst", "school", rests_on=("limited", "strong"), core=False)
    filling = [gist(STRONG, at) for at in range(1, 20)]
    said = (
        "- *School:* Dit is laatst. (<laatst #{0}-laatst>) "
        "De factsheet baseert dit op {1}<limited #{0}-limited>{2}▮▯▯ _beperkt_); "
    ).format
    for more, depth, words in (
        (filling, "summary", ("claim", "de bevinding dat dit zo is (", "; ")),  # 25 claims
        (filling[1:], "summary", ("claim", "", " (")),
        (filling, "full", ("volledig", "", " (")),
    ):
        told = lines(summary.all_advice(phrases(STRONG, *more, ground, *doe, last, depth=depth)))
        assert told[-1].startswith(said(*words)), depth
        assert told[-1].endswith(f"; <strong #{words[0]}-strong> (▮▮▮ _stevig_).")


def test_the_page_says_how_many_advices_stand_elsewhere_and_where() -> None:
    def last(number: int, **options: Any) -> str:
        claims = [advice(f"doe{at}", "school") for at in range(number)]
        return below(page(*claims, **options), "Who can" if "language" in options else "Wie kan")[-1]

    assert last(3).startswith("- *School:* Dit is doe2.")
    assert last(4) == "Nog één advies staat in de bijlage."
    assert last(5) == "Nog 2 adviezen staan in de bijlage."
    assert last(4, depth="page") == "Nog één advies staat in de langere notitie."
    assert last(4, language="en") == "One more recommendation is in the annex."
    assert last(5, depth="page", language="en") == "Another 2 recommendations are in the longer brief."


def test_the_page_says_how_many_advices_elsewhere_are_for_the_municipality() -> None:
    def last(theirs: int, *others: tuple[str, ...], **options: Any) -> str:
        claims = [advice(f"g{at}", "gemeente") for at in range(3 + theirs)]
        claims += [advice(f"s{at}", *actors) for at, actors in enumerate((("school",),) * 3 + others)]
        return below(page(*claims, **options), "Who can" if options else "Wie kan")[-1]

    assert last(1) == "Nog één advies voor de gemeente staat in de bijlage."
    assert last(2) == "Nog 2 adviezen voor de gemeente staan in de bijlage."
    assert last(1, ("school",)) == "Nog 2 adviezen (1 voor de gemeente) staan in de bijlage."
    assert last(2, ("school",)) == "Nog 3 adviezen (2 voor de gemeente) staan in de bijlage."
    assert last(0, ("school", "rijk")) == "Nog één advies staat in de bijlage."
    assert last(1, ("school",), language="en") == (
        "Another 2 recommendations (1 for the municipality) are in the annex."
    )
    assert last(1, language="en") == "One more recommendation for the municipality is in the annex."


def test_the_page_of_many_claims_says_how_many_of_the_advices_elsewhere_the_annex_tells() -> None:
    filling = [claim(f"f{at}", kind="context", core=False) for at in range(24)]

    def last(resting: int, loose: int, actor: str = "school", **options: Any) -> str:
        claims = [advice(f"r{at}", actor, rests_on=("strong",)) for at in range(3 + resting)]
        claims += [advice(f"l{at}", actor) for at in range(loose)]
        return below(page(STRONG, *filling, *claims, **options), "Who can" if "language" in options else "Wie kan")[-1]

    assert last(2, 3) == "Van de 5 overige adviezen noemt de bijlage er 2; alle staan in de uitgebreide notitie."
    assert last(2, 3, "gemeente") == (
        "Van de 5 overige adviezen noemt de bijlage er 2 (2 voor de gemeente); alle staan in de uitgebreide notitie."
    )
    assert last(2, 3, language="en") == (
        "Of the 5 other recommendations the annex names 2; all stand in the full account."
    )
    assert last(0, 3) == "Nog 3 adviezen staan in de uitgebreide notitie."
    assert last(2, 0) == "Nog 2 adviezen staan in de bijlage."
    assert last(2, 3, depth="page") == "Nog 5 adviezen staan in de langere notitie."
    assert last(2, 3, depth="full") == "Nog 5 adviezen staan in de bijlage."


def test_works_that_were_not_found_and_have_no_year_end_in_one_full_stop() -> None:
    undated = [small.stub("x", Name("Xander"), year="")]
    told = lines(method.uncertain_works(phrases(claim("one", ("x", "unchecked")), works=undated), ()))
    assert told == ["*Bronnen die wij niet vonden (alleen naam en jaar bekend):* Xander, z.d."]


def test_the_account_of_method_speaks_of_the_letter_of_a_code_only_where_there_is_one() -> None:
    def told(*claims: Claim) -> str:
        return " ".join(lines(method.method(phrases(*claims))))

    coded = "Uitspraken staan hier in eigen woorden; een kenmerk als 1.0b (paragraaf en letter) is van ons. Per bron"
    assert coded in told(STRONG, replace(BARE, code="1.0b"))
    assert "Uitspraken staan hier in eigen woorden. Per bron" in told(STRONG)


def test_the_account_of_method_says_of_which_of_several_factsheets_a_note_is() -> None:
    made = of(STRONG)
    (one,) = made.factsheets
    first, second = (
        replace(one, id=name, title=both(name.title()), note=both(f"Over {name}.")) for name in ("een", "twee")
    )

    def told(*sheets: Factsheet) -> str:
        return " ".join(lines(method.method(Phrases(Brief(Library(replace(made._corpus, factsheets=sheets)))))))

    assert "*Factsheet:* Over een. -" in told(first)
    assert "*Factsheet:* Een, GOAB. Over een. Twee, GOAB. Over twee. -" in told(first, second)


def test_the_annex_of_many_claims_begins_by_saying_that_it_tells_the_core_of_them() -> None:
    def annex(*claims: Claim, depth: str = "summary") -> str:
        built, _ = document.build(Brief(of(*claims), depth=depth))
        return " ".join(marks.words(built["blocks"])).partition(" Bijlage: ")[2]

    many = [claim(f"f{at}", core=False) for at in range(23)]
    said = (
        "Deze bijlage noemt de kernuitspraken. Alle 25 uitspraken, met al hun bronnen, staan in de uitgebreide notitie."
    )
    assert annex(STRONG, BARE, *many).startswith(f"bevindingen, adviezen en bronnen {said} ")
    assert said not in annex(STRONG, BARE, *many, depth="full")
    for claims in ((STRONG, *many), (STRONG, BARE, *(replace(one, core=True) for one in many))):
        assert annex(*claims).startswith("bevindingen, adviezen en bronnen ")
        assert "Deze bijlage noemt" not in annex(*claims)
    none = "Geen van de 25 uitspraken is als kernuitspraak gemerkt; alle staan, met al hun bronnen, in de uitgebreide"
    assert annex(*(replace(one, core=False) for one in (STRONG, BARE)), *many).startswith(
        f"bevindingen, adviezen en bronnen {none} notitie. "
    )


def test_the_page_says_of_advice_elsewhere_that_all_of_it_is_about_all_parents() -> None:
    wide = [
        long(advice(f"w{at}", "gemeente", rests_on=("strong",), parent_groups=("alle-ouders",)), 30) for at in range(2)
    ]

    def last(*claims: Claim, language: str = "nl") -> str:
        made = Phrases(Brief(of(STRONG, *claims).where(parent_group="vaders"), language=language))
        told = lines(front.page(made, plan.Plan((STRONG,))))
        return below(told, "Wie kan" if language == "nl" else "Who can")[-1]

    assert last(*wide) == "Nog 2 algemene adviezen over alle ouders voor de gemeente staan in de bijlage."
    assert last(wide[0]) == "Nog één algemeen advies over alle ouders voor de gemeente staat in de bijlage."
    assert last(*wide, advice("eigen", "school")) == "Nog 3 adviezen (2 voor de gemeente) staan in de bijlage."
    assert last(wide[0], language="en") == (
        "One more general recommendation about all parents for the municipality is in the annex."
    )


# -- the short answer -------------------------------------------------------------------------------------------------


def answered(*claims: Claim, **options: Any) -> list[str]:
    return [shown(said) for said in answer.sentences(phrases(*claims, **options))]


def gist(one: Claim, number: int = 0) -> Claim:
    name = f"{one.id}{number or ''}"
    links = tuple(replace(link, claim=name) for link in one.citations)
    return replace(one, id=name, gist=both(f"{name} waar is"), citations=links)


def test_the_short_answer_names_three_findings_by_level_and_none_that_is_contested() -> None:
    contested = claim("twist", ("a", "full"), ("b", "full"), ("c", "contradicts"))
    claims = [gist(contested), gist(LIMITED), gist(MODERATE, 1), gist(MODERATE, 2), gist(STRONG)]
    assert answered(*claims)[:2] == [
        "Stevig onderbouwd is dat strong waar is.",
        "Aannemelijk is dat moderate1 waar is en dat moderate2 waar is.",
    ]
    assert answered(*claims)[2] == (
        "Alle 5 bevindingen hierover hebben steun in onderzoek (1 stevig, 2 redelijk en 2 beperkt)."
    )
    many = [gist(STRONG, number) for number in (1, 2, 3, 4, 5)]
    three = "Stevig onderbouwd is dat strong1 waar is, dat strong2 waar is en dat strong3 waar is."
    assert answered(*many)[0] == answered(*many[:3])[0] == three
    assert answered(*many)[1] == "Voor alle 5 bevindingen is de steun in onderzoek stevig."
    assert answered(*many[:4])[0] == (  # rather a fourth than one untold
        "Stevig onderbouwd is dat strong1 waar is, dat strong2 waar is, dat strong3 waar is en dat strong4 waar is."
    )
    assert answered(*many[:3], gist(LIMITED))[:2] == [three, "Deels door onderzoek gesteund is dat limited waar is."]
    assert answered(*claims)[-1] == "Over één bevinding spreken onderzoeken elkaar tegen: dat twist waar is."
    assert answered(contested, *claims[1:])[-1] == "Over één bevinding spreken onderzoeken elkaar tegen."
    assert (
        answered(gist(contested, 1), gist(contested, 2))[-1] == "Over 2 bevindingen spreken onderzoeken elkaar tegen."
    )


def test_the_short_answer_counts_one_both_all_and_some() -> None:
    def counted(*claims: Claim) -> str:
        return answered(*claims)[0]

    assert counted(STRONG) == "Voor de enige bevinding hierover is de steun in onderzoek stevig."
    assert counted(STRONG, LIMITED) == ("Beide bevindingen hierover hebben steun in onderzoek (1 stevig en 1 beperkt).")
    assert counted(STRONG, LIMITED, MODERATE) == (
        "Alle 3 bevindingen hierover hebben steun in onderzoek (1 stevig, 1 redelijk en 1 beperkt)."
    )
    alike = [replace(gist(LIMITED, at), gist=None) for at in range(11)]
    assert counted(*alike[:2]) == "Voor beide bevindingen is de steun in onderzoek beperkt."
    assert counted(*alike[:3]) == "Voor alle 3 bevindingen is de steun in onderzoek beperkt."
    assert counted(*alike) == "Voor alle 11 bevindingen is de steun in onderzoek beperkt."
    assert counted(STRONG, BARE) == ("Van de 2 bevindingen hierover heeft er één steun in onderzoek (stevig).")
    assert counted(STRONG, LIMITED, BARE) == (
        "Van de 3 bevindingen hierover hebben er 2 steun in onderzoek (1 stevig en 1 beperkt)."
    )
    assert answered(BARE, DOUBTED)[1].startswith("Bij geen van de bevindingen konden wij bevestigen")


def test_the_short_answer_says_whose_sources_carry_it() -> None:
    ours = replace(claim("ours"), supplements=(Supplement("ours", "a", "supports", "full", "abstract", "2026-11-20"),))
    assert answered(ours)[1].startswith("De steun komt niet uit bronnen van de factsheet, maar uit onderzoek")
    assert answered(STRONG)[1] == "De steun komt uit bronnen die de factsheet zelf noemt."
    assert answered(STRONG, MODERATE, ours)[1] == (
        "Voor 2 daarvan noemt de factsheet zelf een steunende bron; voor één komt de steun alleen uit onderzoek dat "
        "wij erbij zochten."
    )
    assert answered(STRONG, MODERATE, ours, language="en")[1] == (
        "For 2 of them the factsheet itself names a supporting source; for one the support comes only from research "
        "that we added."
    )


def by_others(one: Claim, *keys: str) -> Claim:
    """Return a claim of which some works were read in a summary by others."""
    links = (replace(link, basis="summary") if link.work in keys else link for link in one.citations)
    return replace(one, citations=tuple(links))


def test_what_the_factsheet_cites_may_all_be_known_through_others_alone() -> None:
    def alone(*claims: Claim) -> bool:
        return selection.only_by_others(of(*claims), claims)

    assert alone(by_others(STRONG, "a", "b"))
    assert alone(by_others(STRONG, "a", "b"), by_others(LIMITED, "a"))
    assert not alone(STRONG)
    assert not alone(by_others(STRONG, "a"))
    for mixed in ((by_others(STRONG, "a", "b"), LIMITED), (LIMITED, by_others(STRONG, "a", "b"))):
        assert not alone(*mixed)
    unread = claim("uit", ("a", "full"), ("b", "not_seen"))
    assert alone(by_others(unread, "a"))  # what was read of b carries nothing
    assert not alone(by_others(unread, "b"))
    ours = (Supplement("strong", "c", "supports", "full", "abstract", "2026-11-20"),)
    assert alone(replace(by_others(STRONG, "a", "b"), supplements=ours))


def test_the_short_answer_says_that_we_know_sources_of_the_factsheet_only_through_others() -> None:
    ours = replace(claim("ours"), supplements=(Supplement("ours", "a", "supports", "full", "abstract", "2026-11-20"),))
    known = [by_others(STRONG, "a", "b"), by_others(MODERATE, "a")]
    assert answered(*known)[1] == (
        "De steun komt uit bronnen die de factsheet zelf noemt (alleen via een samenvatting elders bekend)."
    )
    assert answered(*known, ours)[1] == (
        "Voor 2 daarvan noemt de factsheet zelf een steunende bron (alleen via een samenvatting elders bekend); "
        "voor één komt de steun alleen uit onderzoek dat wij erbij zochten."
    )
    assert answered(known[0], ours, language="en")[1] == (
        "For one of them the factsheet itself names a supporting source (known only through a summary elsewhere); "
        "for one the support comes only from research that we added."
    )
    assert answered(*known, ours, LIMITED)[1] == (
        "Voor 3 daarvan noemt de factsheet zelf een steunende bron; voor één komt de steun alleen uit onderzoek dat "
        "wij erbij zochten."
    )
    second = (replace(ours.supplements[0], basis="summary"),)
    assert "via anderen" not in answered(replace(ours, supplements=second))[1]


# -- what to watch for ------------------------------------------------------------------------------------------------


def doubts(*claims: Claim, works: list[Work] | None = None) -> list[str]:
    made = phrases(*claims, works=works)
    return [shown(said) for said in items.doubts(made, selection.key_messages(made.library))]


def test_what_hangs_on_one_study_is_counted_and_at_most_two_studies_are_named() -> None:
    single = [claim(f"een{key}", (key, "full")) for key in "abc"]
    assert doubts(single[0])[0] == "De onderbouwing van de kernboodschap hangt aan één onderzoek. [@a]"
    assert doubts(*single[:2])[0] == (
        "Bij elk van de 2 kernboodschappen hangt de onderbouwing aan één onderzoek. [@a; @b]"
    )
    assert doubts(*single)[0] == "Bij elk van de 3 kernboodschappen hangt de onderbouwing aan één onderzoek."
    assert doubts(single[0], STRONG)[0] == (
        "Bij één van de 2 kernboodschappen hangt de onderbouwing aan één onderzoek. [@a]"
    )
    assert doubts(*single[:2], STRONG)[0] == (
        "Bij 2 van de 3 kernboodschappen hangt de onderbouwing aan één onderzoek. [@a; @b]"
    )


def test_studies_about_home_are_counted_only_where_there_are_two_or_more() -> None:
    abroad = [study(key, countries=("US",)) for key in "abc"]
    assert not [said for said in doubts(MODERATE) if "over Nederland" in said]
    for works, words in (
        (abroad, "gaat er, voor zover te zien, geen"),
        ([WORKS[0], *abroad[1:]], "gaat er, voor zover te zien, één"),
        (WORKS, "gaan er, voor zover te zien, 2"),
    ):
        assert f"Van de 2 onderzoeken die de kernboodschap steunen, {words} over Nederland." in doubts(
            STRONG, works=works
        )


def test_the_short_answer_says_how_many_findings_other_research_qualifies() -> None:
    one, two = counter("Anders."), replace(counter("Anders."), id="two")
    end = " bevindingen met steun is er ook onderzoek dat {} nuanceert of tegenspreekt.".format
    assert answered(STRONG, one)[-1] == "Bij één van de 2" + end("haar")
    assert answered(STRONG, one, two)[-1] == "Bij 2 van de 3" + end("ze")
    three, there = replace(two, id="three"), "is er ook onderzoek dat nuanceert of tegenspreekt."
    assert answered(one, two, BARE)[-1] == f"Bij beide bevindingen met steun {there}"
    assert answered(one, two, three, BARE)[-1] == f"Bij alle 3 bevindingen met steun {there}"
    assert answered(one, two)[-1] == f"Bij beide {there}"
    assert answered(one, two, three)[-1] == f"Bij alle 3 {there}"
    assert answered(one)[-1] == "Er is ook onderzoek dat deze bevinding nuanceert of tegenspreekt."
    assert "nuanceert" not in " ".join(answered(STRONG, MODERATE))


def test_the_short_answer_begins_by_saying_that_support_is_about_all_parents_alone() -> None:
    wide = replace(STRONG, parent_groups=("alle-ouders", "vaders"))
    own = replace(MODERATE, parent_groups=("vaders",))
    said = "De bevindingen met steun gaan over alle ouders, niet over deze groep in het bijzonder."
    for claims, group, told in (
        ((wide,), "vaders", True),
        ((wide, own), "vaders", False),
        ((wide,), "alle-ouders", False),
    ):
        part = of(*claims).where(parent_group=group)
        answer = [shown(sentence) for sentence in Phrases(Brief(part)).answer]
        assert (answer[0] == said) is told


def test_studies_that_were_read_in_a_summary_by_others_alone_are_counted() -> None:
    number = (
        "Meestal lazen wij alleen de samenvatting, bij {} een samenvatting elders; dit is geen systematisch overzicht."
    ).format
    assert doubts(by_others(STRONG))[-1] == READ_LITTLE[2:]
    assert doubts(by_others(STRONG, "b"))[-1] == number("één onderzoek")
    assert doubts(by_others(STRONG, "a", "b"))[-1] == number("2 onderzoeken")
    assert doubts(by_others(STRONG, "a", "b"), by_others(MODERATE, "a"))[-1] == number("2 onderzoeken")
    for mixed in ((by_others(STRONG, "a", "b"), MODERATE), (MODERATE, by_others(STRONG, "a", "b"))):
        assert doubts(*mixed)[-1] == number("één onderzoek")  # of a we read more
    unread = claim("uit", ("a", "full"), ("b", "not_seen"))
    assert doubts(by_others(unread, "b"))[-1] == READ_LITTLE[2:]  # it carries nothing


# -- the key of the page ----------------------------------------------------------------------------------------------


def keyed(
    made: Phrases, told: tuple[Claim, ...] = (), advised: tuple[Claim, ...] = (), measures: tuple[str, ...] = ()
) -> str:
    return shown(items.key(made, told, advised, measures))


def test_the_key_holds_the_levels_of_these_findings() -> None:
    assert keyed(phrases(STRONG, LIMITED, DOUBTED)) == (
        "_balken:_ aantal bevindingen; "
        "_stevig (3 van 3):_ een overzichtsstudie steunt dit volledig, een tweede onderzoek ook; "
        "_beperkt (1 van 3):_ steun van één bron, of alleen deels; "
        "_niet bevestigd:_ geen steun gezien in wat wij lazen; dat is geen weerlegging."
    )
    assert keyed(phrases(MODERATE)) == (
        "_balken:_ aantal bevindingen; "
        "_redelijk (2 van 3):_ een overzichtsstudie steunt dit volledig, of twee bronnen, waarvan een "
        "onderzoek volledig."
    )
    assert keyed(phrases(BARE), (BARE,)) == "_balken:_ aantal bevindingen."
    assert keyed(phrases(BARE, language="en"), (BARE,)) == "_bars:_ number of findings."
    wat = claim("wat", kind="definition")
    assert items.key(phrases(wat), (wat,), (), ()) == []  # no finding, no figure
    ours = replace(claim("ours"), supplements=(Supplement("ours", "a", "supports", "full", "abstract", "2026-11-20"),))
    assert keyed(phrases(ours)).startswith(
        "_balken:_ aantal bevindingen; _redelijk (2 van 3):_ "
    )  # the figure has both readings


def test_the_key_holds_the_levels_of_what_the_advice_on_the_page_rests_on() -> None:
    doe = advice("doe", "school", rests_on=("limited", "bare"))
    elsewhere = [replace(one, parent_groups=()) for one in (LIMITED, BARE)]
    made = Phrases(Brief(of(*elsewhere, doe).where(parent_group="vaders")))
    assert keyed(made, (), (doe,)) == "_beperkt (1 van 3):_ steun van één bron, of alleen deels."
    assert keyed(made) == ""


def test_the_key_explains_the_measures_of_size_and_the_first_code_of_the_page() -> None:
    size = "grootte van een verschil, verband of effect (0: geen)"
    wat = claim("wat", kind="definition")
    made = phrases(wat)
    assert keyed(made, measures=("d",)) == f"_d:_ {size}."
    assert keyed(made, measures=("r", "d")) == f"_d en r:_ {size}."
    assert keyed(made, measures=("r", "g", "d")) == f"_d, g en r:_ {size}."
    coded = replace(wat, code="1.0b")
    other = replace(advice("doe"), code="1.0c")
    code = "_1.0b:_ ons kenmerk van een uitspraak."
    assert keyed(made, (wat, coded, other)) == keyed(made, (coded,), (other,)) == code
    assert keyed(made, (wat,), (other, coded)) == "_1.0c:_ ons kenmerk van een uitspraak."
    assert keyed(made, (coded,), measures=("g",)) == f"_g:_ {size}; {code}"
    assert keyed(made, (wat,)) == ""


def test_the_key_stands_below_the_figure_in_small_letters_and_names_the_measures_on_the_page() -> None:
    def key_of(*words: str, code: str = "") -> list[str]:
        links = (replace(link, effect=both(said)) for link, said in zip(STRONG.citations, words, strict=False))
        one = replace(STRONG, citations=(*links,) if words else STRONG.citations, code=code)
        told = below(page(one), "Kort antwoord")[-1].split("; ")
        return [part for part in told if not part.startswith(("_balken:_", "_stevig (3"))]

    size = "grootte van een verschil, verband of effect (0: geen)."
    assert key_of("effect (d = 0,2)", "verband (r = 0,1)") == [f"_d en r:_ {size}"]
    assert key_of("effect (g = 0,2)", "25 procent") == [f"_g:_ {size}"]
    assert key_of("effect (bd = 0,2)", "d is 3") == []
    assert key_of(code="1.0a") == ["_1.0a:_ ons kenmerk van een uitspraak."]
    told = front.front(phrases(STRONG))
    at = next(at for at, block in enumerate(told) if block["t"] == "RawBlock")
    assert told[at - 1]["c"][1][0]["c"][0]["t"] == "Image"
    assert told[at + 1]["c"][0][1] == ["small"]
    wat = front.front(phrases(claim("wat", kind="definition")))
    assert not [block for block in wat if block["t"] == "RawBlock"]


def test_the_key_names_what_stands_in_advice_too_but_not_what_found_no_room() -> None:
    ground = replace(sized(STRONG), parent_groups=(), gist=both("dit zo is"), code="9.9z")
    doe = replace(advice("doe", "school", rests_on=("strong",)), code="1.0d")
    made = Phrases(Brief(of(ground, doe).where(parent_group="vaders")))
    whole = plan.plan(made)
    assert [line for line in lines(front.page(made, whole)) if line.startswith("_stevig (3")] == [
        "_stevig (3 van 3):_ een overzichtsstudie steunt dit volledig, een tweede onderzoek ook; _d:_ grootte van een "
        "verschil, verband of effect (0: geen); _1.0d:_ ons kenmerk van een uitspraak."
    ]
    for depth in ("page", "summary", "full"):
        bare = lines(front.page(Phrases(Brief(made.library, depth=depth)), plan.Plan()))
        assert not [line for line in bare if "_stevig (3" in line or "1.0d:" in line]


# -- what the page has room for ---------------------------------------------------------------------------------------


def planned(*claims: Claim, **options: Any) -> tuple[list[str], list[str], list[str]]:
    made = plan.plan(phrases(*claims, **options))
    told = [one.id for _, claims in made.advice for one, _ in claims]
    return [one.id for one in made.messages], [one.id for one in made.also], told


def long(one: Claim, taken: int, letters: float = 83.5838) -> Claim:
    """Return a claim whose statement is one word of so many lines of an item: 4429.9 hundredths hold 83 "n"."""
    return replace(one, statement=both("n" * int(taken * letters)))


def bold(one: Claim, taken: int) -> Claim:
    """Return a message of so many lines and two more: its level, its works."""
    return long(one, taken, letters=80)


def test_a_page_tells_what_there_is_where_it_is_little() -> None:
    made = phrases(STRONG, BARE, advice("doe", "school"))
    found = plan.plan(made)
    assert planned(STRONG, BARE, advice("doe", "school")) == (["strong"], ["bare"], ["doe"])
    assert found.told == {"strong", "bare", "doe"}
    assert made.on_page == {"strong", "bare"}


@pytest.mark.parametrize(
    ("room", "options"),
    [
        # In points: a title 29.2; two lines of opening 26.7; an answer 27.4 and 14.1; "De factsheet zegt" 27.4 and a
        # definition 14.4; no advice 27.4 and 14.1; two lines of steps 26.7; one doubt 27.4 and 14.4: 249.2 of 740.5. An
        # item of 38 lines takes 38 times 12.6 and 1.8: 480.6 of the 491.3 left.
        (38, {}),
        (38, {"title": "T" * 48}),
        (37, {"title": "T" * 49}),  # 23.2 more, which leaves 468.1 for 468.0
        (37, {"author": "A"}),  # 14.1 more, which leaves 477.2
        (26, {"placeholders": True, "title": "T" * 49}),  # 27.4, and a table of six rows of 16.5
        (36, {"depth": "page"}),  # 40.4 for the list, 15 more in all: 465.9 left for 455.4
        (33, {"depth": "page", "title": "T" * 49, "author": "A"}),  # 428.6 left for 417.6
        (38, {"depth": "full"}),
        (38, {"language": "en"}),
    ],
)
def test_what_just_fits_the_page_is_told_and_what_is_one_letter_longer_is_not(
    room: int, options: dict[str, Any]
) -> None:
    short, other = claim("kort", kind="definition"), claim("lang", kind="definition")
    fits = long(other, room - 1)  # the last line is that of its kind
    over = replace(fits, statement=both(f"{fits.statement.nl}n"))
    assert planned(short, fits, **options)[1] == ["kort", "lang"]
    assert planned(short, over, **options)[1] == ["kort"]


def test_a_logo_takes_its_room(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    PIL.Image.new("RGB", (6, 3), "navy").save(logo)
    short, other = claim("kort", kind="definition"), claim("lang", kind="definition")
    assert planned(short, long(other, 34), logo=logo)[1] == ["kort", "lang"]  # 46 less: 445.3 for 35 lines
    assert planned(short, long(other, 35), logo=logo)[1] == ["kort"]


def test_what_the_page_needs_is_told_however_long_it_is_and_no_more_of_that() -> None:
    one, two = bold(gist(STRONG, 1), 60), bold(gist(STRONG, 2), 60)
    assert planned(one, two, BARE) == (["strong1"], [], [])
    wat, dan = long(claim("wat", kind="definition"), 60), long(claim("dan", kind="definition"), 60)
    assert planned(wat, dan, advice("doe", "school")) == ([], ["wat"], [])
    assert planned(wat, bold(MODERATE, 60)) == (["moderate"], [], [])


def test_a_later_one_of_the_same_level_may_fit_and_one_of_a_lower_level_does_not() -> None:
    first, too_long, later = gist(STRONG, 1), bold(gist(STRONG, 2), 60), gist(STRONG, 3)
    assert planned(first, too_long, later)[0] == ["strong1", "strong3"]
    assert planned(first, too_long, later, MODERATE)[0] == ["strong1", "strong3"]
    assert planned(first, bold(gist(MODERATE, 2), 60), LIMITED)[0] == ["strong1"]
    kinds = [claim("een", kind="definition"), long(claim("twee", kind="definition"), 60)]
    assert planned(*kinds, claim("drie", kind="definition"))[1] == ["een", "drie"]
    assert planned(*kinds, claim("drie", kind="context"))[1] == ["een"]


def test_where_nothing_is_advised_nothing_is_planned_for_it_and_the_page_says_so() -> None:
    made = phrases(STRONG, BARE)
    assert plan.plan(made) == plan.Plan((STRONG,), (BARE,), ())
    assert below(page(STRONG, BARE), "Wie kan wat doen?") == ["De factsheet beveelt hier niemand iets aan."]


def test_every_actor_has_a_first_advice_before_one_has_a_second_and_three_at_most() -> None:
    claims = [advice(f"s{at}", "school") for at in range(5)] + [advice("g0", "gemeente")]
    assert planned(*claims)[2] == ["g0", "s0", "s1", "s2"]
    tall = [long(one, 13) for one in claims]
    assert planned(*tall)[2] == ["g0", "s0"]
    turned = [replace(one, actors=("gemeente",) if one.actors == ("school",) else ("school",)) for one in tall]
    assert planned(*turned)[2] == ["s0", "g0"]
    shorter = [long(one, 40) if one.id == "s1" else one for one in claims]
    assert planned(*shorter)[2] == ["g0", "s0", "s2"]  # what does not fit is passed over


def test_messages_that_are_too_long_leave_room_for_advice() -> None:
    def of_words(number: int) -> list[Claim]:
        return [replace(gist(STRONG, at), statement=both(f"Dit is {'w ' * number}{at}.")) for at in range(1, 7)]

    doe = advice("doe", "school")
    # Without messages the page takes 343.0 points, of which the advice 14.4; 397.5 are left. A message of 100 words
    # takes 4 lines: 52.2; of 200 it takes 6: 77.4; of 300: 102.6; of 400: 127.8; of 500: 165.6.
    found = [planned(*of_words(number), doe) for number in (5, 100, 200, 300, 400, 500)]
    assert [len(messages) for messages, _, _ in found] == [6, 6, 5, 3, 3, 2]
    assert [told for _, _, told in found] == [["doe"]] * 6


def as_room_grows(library: Library, most: int = 40) -> list[str]:
    """Return what a page tells in the order in which it finds room, as fewer lines are taken by its authors."""
    made = Phrases(Brief(library))
    found: list[str] = []
    for taken in range(most, -1, -1):
        made.brief = Brief(library, author=" ".join(["n" * 87] * taken))
        found += sorted(plan.plan(made).told - set(found))
    return found


def test_things_are_told_in_their_order() -> None:
    messages = [gist(STRONG, 1), *(bold(gist(STRONG, at), 1) for at in (2, 3, 4))]
    general = {"rests_on": ("strong1",), "parent_groups": ("alle-ouders",)}
    library = of(
        *messages,
        advice("eigen1", "school", rests_on=("strong1",)),
        long(advice("eigen2", "school"), 1, letters=78),
        advice("breed1", "gemeente", **general),
        long(advice("breed2", "rijk", **general), 2),
        claim("wat", kind="definition"),
    ).where(parent_group="vaders")
    assert as_room_grows(library) == [
        "strong1", "eigen1", "breed1", "strong2", "strong3", "eigen2", "strong4", "breed2", "wat",
    ]  # fmt: skip


def test_a_municipality_that_has_advice_of_the_group_needs_none_for_all_parents_first() -> None:
    messages = [gist(STRONG, 1), *(bold(gist(STRONG, at), 1) for at in (2, 3, 4))]
    wide = long(advice("breed", "gemeente", rests_on=("strong1",), parent_groups=("alle-ouders",)), 2)
    library = of(*messages, advice("eigen", "gemeente"), wide).where(parent_group="vaders")
    assert as_room_grows(library) == ["strong1", "eigen", "strong2", "strong3", "strong4", "breed"]


def test_one_advice_of_the_selection_goes_before_messages_and_the_others_after_three() -> None:
    messages = [gist(STRONG, 1), *(bold(gist(STRONG, at), lines) for at, lines in ((2, 1), (3, 1), (4, 3)))]
    library = of(
        *messages,
        advice("g1", "gemeente"),
        long(advice("s1", "school"), 1, letters=78),
        long(advice("g2", "gemeente"), 1, letters=78),
    )
    assert as_room_grows(library) == ["strong1", "g1", "strong2", "strong3", "s1", "g2", "strong4"]
    library = of(*messages, long(advice("s1", "school"), 3), advice("g1", "school", "gemeente"))
    assert as_room_grows(library)[:3] == ["strong1", "g1", "strong2"]


def test_where_no_own_advice_nor_any_for_the_municipality_is_there_another_goes_first() -> None:
    messages = [gist(STRONG, 1), *(bold(gist(STRONG, at), 1) for at in (2, 3, 4))]
    general = {"rests_on": ("strong1",), "parent_groups": ("alle-ouders",)}
    wide = [advice("s1", "school", **general), long(advice("r1", "rijk", **general), 3)]
    library = of(*messages, *wide).where(parent_group="vaders")
    assert as_room_grows(library) == ["strong1", "s1", "strong2", "strong3", "strong4", "r1"]


def test_where_no_advice_of_the_group_fits_that_for_all_parents_goes_before_a_further_message() -> None:
    """However long the messages are: one more of them is no reason to say nothing that can be done."""
    own = advice("eigen", "school", statement=both("Dit is " + "lang " * 1200))
    wide = advice("breed", "gemeente", rests_on=("strong1",), parent_groups=("alle-ouders",))
    wide = replace(wide, statement=both("Dit is " + "breed " * 40))
    for words in range(20, 320, 60):
        messages = [replace(gist(STRONG, at), statement=both(f"Dit is {'w ' * words}{at}.")) for at in range(1, 7)]
        made = plan.plan(Phrases(Brief(of(*messages, own, wide).where(parent_group="vaders"))))
        assert made.messages, words
        assert [one.id for _, claims in made.advice for one, _ in claims] == ["breed"], words


def listed(one: Claim, *works: Work, depth: str = "page") -> float:
    """Return how many points the list of a page with one message adds to it."""
    made = phrases(one, works=list(works), depth=depth)
    whole = plan.Plan(messages=(one,))
    told = measure.title(made.title) + measure.height(front.page(made, whole), made.labels)
    return round(plan._Page(made)._height(whole) - told, 6)


def test_on_one_page_each_work_takes_its_lines_in_the_list_once() -> None:
    # The factsheet and the heading take 40.4. A work: "A" and 6 letters; "Titel van a" and 2, "Pedagogiek" and 2; 8
    # more: 40 letters, of 118 in a line of 10.8.
    assert listed(MODERATE, *WORKS) == 51.2
    assert listed(MODERATE, *WORKS, depth="summary") == 0
    twice = replace(MODERATE, caveats=(Caveat(both("Let op."), ("a", "b")),))
    assert listed(twice, *WORKS) == 62.0
    fits, over = 51.2, 62.0  # 118 letters, and one more
    given = {"title": "Titel van a", "journal": "Pedagogiek"}
    for size, points in ((78, fits), (79, over)):
        assert listed(MODERATE, replace(WORKS[0], fields={**given, "title": "t" * (size + 11)})) == points
        assert listed(MODERATE, replace(WORKS[0], fields={**given, "url": "u" * size})) == points
        assert listed(MODERATE, replace(WORKS[0], fields={**given, "pages": "p" * (size - 2)})) == points
        assert listed(MODERATE, replace(WORKS[0], fields={**given, "note": "n" * size})) == fits  # which is not printed
        assert listed(MODERATE, replace(WORKS[0], authors=(Name("", literal="L" * (size + 1)),))) == points
        assert listed(MODERATE, replace(WORKS[0], authors=(Name("D" * (size - 3), "B.", "van"),))) == points
        assert listed(MODERATE, replace(WORKS[0], authors=(), editors=(Name("E" * (size + 1)),))) == points
        assert listed(MODERATE, replace(WORKS[0], editors=(Name("E" * (size + 1)),))) == fits
        assert listed(MODERATE, replace(WORKS[0], authors=(Name("A"), Name("B" * (size - 6))))) == points


# -- which claims, and in which order ----------------------------------------------------------------------------------


def test_a_claim_needs_an_id_and_a_passage() -> None:
    selection.require_traceable(of(BARE, STRONG))
    for broken in (replace(BARE, passages=()), replace(BARE, id="")):
        with pytest.raises(RenderError) as found:
            selection.require_traceable(of(broken))
        assert (found.value.in_words("nl"), found.value.in_words("en")) == (
            f"uitspraak '{broken.id}' heeft geen vindplaats; voeg die toe in claims/1.yml:1",
            f"claim '{broken.id}' has no passage; add one in claims/1.yml:1",
        )


def test_a_claim_names_only_works_that_are_there() -> None:
    ours = (Supplement("bare", "q", "supports", "full", "abstract", "2026-11-20"),)
    for broken in (
        replace(BARE, citations=(small.link("bare", "q"),)),
        replace(BARE, supplements=ours),
        replace(BARE, caveats=(Caveat(both("Let op."), ("q",)),)),
    ):
        selection.require_traceable(of(broken, works=[*WORKS, study("q")]))
        library = of(broken, works=[*WORKS, study("q")])
        lost = Library(replace(library._corpus, works={work.key: work for work in WORKS}))
        with pytest.raises(RenderError) as found:
            selection.require_traceable(lost)
        assert (found.value.in_words("nl"), found.value.in_words("en")) == (
            "uitspraak 'bare' noemt bron 'q', en die is er niet; voeg die toe aan references.bib",
            "claim 'bare' cites work 'q', which is not there; add it to references.bib",
        )


def test_six_messages_core_first_and_then_those_that_the_factsheet_carries() -> None:
    ours = replace(claim("ours"), supplements=(Supplement("ours", "a", "supports", "full", "abstract", "2026-11-20"),))
    other = replace(gist(MODERATE, 2), core=False)
    library = of(other, ours, gist(MODERATE, 1), *(gist(STRONG, at) for at in (1, 2, 3, 4)))
    assert [one.id for one in selection.key_messages(library)] == [
        "strong1", "strong2", "strong3", "strong4", "moderate1", "ours",
    ]  # fmt: skip


def test_among_equals_a_message_that_an_advice_here_rests_on_goes_first() -> None:
    equals = [gist(MODERATE, at) for at in (1, 2, 3)]
    doe = advice("doe", rests_on=("moderate3",))
    assert [one.id for one in selection.key_messages(of(*equals, doe))] == ["moderate3", "moderate1", "moderate2"]
    better = [gist(STRONG), replace(gist(MODERATE, 3), core=False)]
    assert [one.id for one in selection.key_messages(of(*equals[:1], *better, doe))] == [
        "strong", "moderate1", "moderate3",
    ]  # fmt: skip
    elsewhere = of(*equals, replace(doe, parent_groups=())).where(parent_group="vaders")
    assert [one.id for one in selection.key_messages(elsewhere)] == ["moderate1", "moderate2", "moderate3"]


def test_of_messages_of_one_level_what_is_contested_goes_last_and_core_before_what_reviews_support() -> None:
    several = claim("several", ("a", "partial"), ("b", "partial"))
    review = claim("review", ("a", "partial"))
    single = claim("single", ("s", "full"))
    works = [*WORKS, study("s", designs=("enquete",))]
    library = of(CONTESTED, single, replace(review, id="other", core=False), review, several, works=works)
    assert [one.id for one in selection.key_messages(library)] == ["several", "review", "single", "other", "twist"]
    assert [selection.reviews(library, one) for one in (several, review, single)] == [2, 1, 0]


def behind(library: Library) -> list[str]:
    return [work.key for work in selection.works(library)]


def test_the_works_of_a_brief_are_those_of_its_claims_and_those_behind_its_advice() -> None:
    ours = (Supplement("ground", "d", "supports", "full", "abstract", "2026-11-20"),)
    ground = replace(claim("ground", ("b", "partial")), supplements=ours, parent_groups=())
    other = replace(claim("other", ("e", "full")), parent_groups=())
    own = advice("doe", rests_on=("ground",), caveats=(Caveat(both("Let op."), ("c",)),))
    library = of(MODERATE, ground, other, own)
    assert behind(library.where(parent_group="vaders")) == ["a", "b", "c", "d"]
    assert behind(library.where(level="moderate")) == ["a", "e"]  # and no advice
    assert behind(of(BARE)) == []
    wide = replace(own, parent_groups=("alle-ouders",))
    whole = of(MODERATE, ground, other, wide, works=[*WORKS, small.stub("z", Name("Zeef"))])
    assert behind(whole.where(parent_group="vaders")) == ["a", "b", "c", "d"]
    assert behind(whole.where(parent_group="vaders", building_block="communicatie")) == []
    finding = replace(BARE, rests_on=("ground",))
    assert behind(of(ground, finding).where(parent_group="vaders")) == []


def test_works_behind_advice_are_labelled_and_may_be_listed() -> None:
    ground = replace(claim("ground", ("a", "full")), parent_groups=(), gist=both("dit zo is"))
    works = [*WORKS, small.stub("z", Name("Zeef"))]
    lost = replace(claim("lost", ("z", "not_seen")), parent_groups=())
    library = of(sized(ground), lost, advice("doe", rests_on=("ground", "lost")), works=works)
    made = Brief(library.where(parent_group="vaders"))
    assert dict(Phrases(made).labels) == {"a": "A, 2020", "z": "Zeef, 2020"}
    listed_items = made.document()["meta"]["references"]["c"]
    assert [shown(item["c"]["id"]["c"]) for item in listed_items] == ["a", "factsheet-klein"]


@pytest.mark.parametrize(
    ("intent", "judgement", "against"),
    [
        ("supports", "full", False),
        ("supports", "contradicts", True),
        ("qualifies", "partial", True),
        ("qualifies", "not_seen", True),
        ("disputes", "full", True),
        ("disputes", "partial", True),
        ("background", "full", False),
        ("defines", "full", False),
    ],
)
def test_what_tempers_a_claim(intent: str, judgement: str, against: bool) -> None:
    one = replace(BARE, citations=(replace(small.link("bare", "a", judgement), intent=intent),))
    assert [selection.tempers(link) for link in of(one).links_of("bare", "evidence")] == [against]


def test_what_was_asked_for_is_told_by_condition() -> None:
    library = of(STRONG, MODERATE)
    assert selection.asked(library) == {}
    fathers = library.where(parent_group="vaders")
    assert selection.asked(fathers) == {"parent_group": ("vaders",)}
    more = fathers.where(building_block="thuisbetrokkenheid", level=["strong", "moderate"])
    assert selection.asked(more) == {
        "parent_group": ("vaders",),
        "building_block": ("thuisbetrokkenheid",),
        "level": ("strong", "moderate"),
    }


def test_studies_read_in_a_summary_by_others_are_told_apart_by_work() -> None:
    second = replace(STRONG, citations=tuple(replace(link, basis="summary") for link in STRONG.citations))
    assert selection.second_hand(of(second), [second]) == 2
    assert selection.second_hand(of(second), []) == 0
    for told in ([second, LIMITED], [LIMITED, second]):
        assert selection.second_hand(of(second, LIMITED), told) == 1


def test_what_is_also_said_is_core_first_and_another_only_where_none_is() -> None:
    other, wat = replace(claim("other"), core=False), claim("wat", kind="definition")
    library = of(wat, other, advice("doe"), BARE, STRONG)
    assert [one.id for one in selection.also_said(library, 1)] == ["bare", "wat"]
    assert [one.id for one in selection.also_said(library, 5)] == ["bare"]
    assert [one.id for one in selection.also_said(of(other, advice("doe"), STRONG), 1)] == ["other"]
    kinds = [claim(kind, kind=kind) for kind in ("context", "definition", "requirement", "recommendation")]
    assert [selection.rank(of(*kinds), one) for one in kinds] == [(1, 3), (1, 2), (1, 1), (1, 0)]


def test_advice_that_rests_and_is_core_goes_first() -> None:
    library = of(
        advice("los", "school"), advice("rest", "school", rests_on=("strong",), core=False),
        advice("kern", "school", rests_on=("strong",)), STRONG,
    )  # fmt: skip
    assert told_advice(library) == [("school", [("kern", False), ("rest", False), ("los", False)])]


@pytest.mark.parametrize(("grouping", "named"), [("building_block", "thuisbetrokkenheid"), ("parent_group", "vaders")])
def test_a_long_table_names_of_each_claim_what_it_is_grouped_by_unless_that_was_asked_for(
    grouping: str, named: str
) -> None:
    claims = [gist(MODERATE, at) for at in range(1, 8)]
    filling = [replace(advice(f"doe{at}"), id=f"doe{at}") for at in range(6)]
    row = (
        "Uitspraak | Onderbouwing | Verwijzingen // Dit is moderate. ({}{{claim-moderate7}}moderate7) | ▮▮▯ _redelijk_"
    )
    for told, terms in (([*claims, *filling], f"{named}; "), ([*claims, *filling[:5]], "")):
        assert lines(summary.findings(phrases(*told, group_by=grouping))) == [
            "# Andere bevindingen #uitspraken",
            f"{row.format(terms)} | Factsheet: [@a]",
        ]
    asked = Phrases(Brief(of(*claims, *filling).where(**{grouping: named}), group_by=grouping))  # type: ignore[arg-type]
    assert row.format("") in lines(summary.findings(asked))[1]
    other = {"building_block": ("parent_group", "vaders"), "parent_group": ("building_block", "thuisbetrokkenheid")}
    chosen = Phrases(Brief(of(*claims, *filling).where(**dict([other[grouping]])), group_by=grouping))  # type: ignore[arg-type]
    assert row.format(f"{named}; ") in lines(summary.findings(chosen))[1]


def test_the_table_says_that_it_holds_what_is_not_among_the_messages() -> None:
    def caption(language: str) -> str:
        rest = [gist(MODERATE, at) for at in range(1, 8)]
        (_, table) = summary.findings(phrases(*rest, language=language))
        return shown(table["c"][1][1])

    assert caption("nl") == "Bevindingen die niet bij de kernboodschappen staan"
    assert caption("en") == "Findings that are not among the key messages"


def test_a_table_of_few_claims_names_all_works_and_one_of_more_names_one() -> None:
    claims = [gist(claim("sterk", *((key, "full") for key in "abcd")), at) for at in range(1, 8)]
    filling = [advice(f"doe{at}") for at in range(6)]
    for told, named in ((filling[:5], "Factsheet: [@a], [@b], [@c] en [@d]"), (filling, "Factsheet: [@a] en nog 3")):
        assert lines(summary.findings(phrases(*claims, *told)))[1].endswith(f" | {named}")


def test_a_definition_in_a_brief_of_few_claims_names_its_sources() -> None:
    means = claim("wat", ("b", "not_seen"), ("x", "unchecked"), kind="definition")
    works = [*WORKS, small.stub("x", Name("Xander"))]
    filling = [claim(f"dan{at}", kind="definition") for at in range(12)]
    for others, named in (((), True), (filling, False)):
        messages = [bold(gist(STRONG, at), 12) for at in (1, 2, 3, 4)]
        part = of(*messages, *others, means, works=works)
        told = [line for line in lines(summary.without_source(Phrases(Brief(part)))) if "Dit is wat" in line]
        assert len(told) == 1
        assert told[0].endswith("[@b; Xander, 2020, geciteerd in@factsheet-klein]") is named


# -- links in doubt and works not found -------------------------------------------------------------------------------


def test_works_not_found_are_told_apart_by_whether_something_was_read() -> None:
    one = claim("one", ("a", "full"), ("x", "unchecked"), ("y", "not_seen"), ("p", "full"), ("q", "full"))
    works = [
        study("a"), small.stub("x", Name("Xander")), small.stub("y", Name("Yvers")),
        study("p", identification="probable"),
        study("q", identification="ambiguous"),
    ]  # fmt: skip
    library = of(one, works=works)
    asked = (selection.untraced, selection.unseen, selection.unsure)
    assert [[work.key for work in found(library)] for found in asked] == [["x"], ["y"], ["p", "q"]]
    ours = Supplement("one", "q", "supports", "full", "abstract", "2026-11-20")
    own = replace(one, citations=one.citations[:4], supplements=(ours,), caveats=(Caveat(both("Let op."), ("p",)),))
    assert [work.key for work in selection.unsure(of(own, works=works))] == ["p"]  # what we name is what we mean


def test_links_that_qualify_or_dispute_are_in_doubt_like_those_that_object() -> None:
    one = claim("one", ("a", "full"), ("b", "full"), ("c", "contradicts"))
    first, second, third = one.citations
    mixed = replace(one, citations=(first, replace(second, intent="qualifies"), third))
    assert [link.work.key for _, link in selection.contested(of(mixed))] == ["b", "c"]
    dispute = replace(one, citations=(replace(first, intent="disputes"), second))
    assert [link.work.key for _, link in selection.contested(of(dispute))] == ["a"]
    in_part = replace(one, citations=(replace(first, intent="disputes", judgement="partial"), second))
    assert [link.work.key for _, link in selection.contested(of(in_part))] == ["a"]


def test_a_page_of_its_own_counts_the_works_that_qualify_beside_the_one_it_tells() -> None:
    one = counter("Elders bleek dit niet.", "", "Het effect was klein.")
    told = shown(items.message(phrases(one, depth="page"), one))
    assert "[@e]; ook genuanceerd door 2 andere werken. _Ander onderzoek:_ Elders bleek dit niet [@a]." in told

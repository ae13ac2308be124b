"""What the first page of a brief says word for word, on small libraries: worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import PIL.Image
import pytest

import small_library as small
from ouderevidence.document import marks, nodes
from ouderevidence.evidence.vocabulary import Vocabulary
from ouderevidence.library.library import Library
from ouderevidence.model.errors import RenderError
from ouderevidence.model.records import Caveat, Name, Supplement, Term
from ouderevidence.model.words import Text
from ouderevidence.products.brief import Brief, answer, front, items, plan, selection, summary
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
        case "Cite":
            words = f"[{'; '.join(shown(one['citationPrefix']) + '@' + one['citationId'] for one in content[0])}]"
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
            case _:
                found.append(shown(block))
    return found


def page(*claims: Claim, **options: Any) -> list[str]:
    """Return the first page, without the figure."""
    told = lines(front.front(phrases(*claims, **options)))
    return [line for line in told if not line.startswith("!")]


def below(told: list[str], heading: str) -> list[str]:
    """Return the lines below a heading, up to the next."""
    start = next(at for at, line in enumerate(told) if line.startswith(f"# {heading}"))
    after = next((at for at, line in enumerate(told) if at > start and line.startswith("#")), len(told))
    return told[start + 1 : after]


READ_LITTLE = "- Wij lazen vooral samenvattingen van onderzoek en zochten gericht: dit is geen systematisch overzicht."
NOT_LOCAL = "- Over kosten, lokale cijfers en wat ouders in uw gemeente willen, zegt deze notitie niets."


# -- the page ---------------------------------------------------------------------------------------------------------


def test_the_first_page_of_one_message_one_other_claim_and_one_advice() -> None:
    assert page(STRONG, BARE, advice("doe", "school", rests_on=("strong",))) == [
        "Kennisnotitie voor gemeenten, schoolbesturen en aanbieders van voorschoolse educatie"
        "Op basis van de factsheet [@factsheet-klein] en van aanvullend onderzoek dat wij erbij zochten: 3 uitspraken.",
        "# Kort antwoord #kort-antwoord",
        "Van de 2 bevindingen hierover in de factsheet wordt er één geheel of deels door onderzoek gesteund "
        "(1 stevig). "
        "De steun komt uit bronnen die de factsheet zelf noemt.",
        "_stevig:_ een overzichtsstudie en een tweede onderzoek steunen dit volledig.",
        "# Kernboodschappen #kernboodschappen",
        "1. *Dit is strong.* (▮▮▮ _stevig_; {boodschap-strong}strong) / Factsheet: [@a; @b].",
        "# De factsheet zegt verder #de-factsheet-zegt",
        "- Dit is bare. (– _geen bron genoemd_; {boodschap-bare}bare)",
        "# Wie kan wat doen? #handelen",
        "- *School:* Dit is doe. (<doe #claim-doe>) Rust op <strong #claim-strong> (▮▮▮ _stevig_).",
        "# Waar u op moet letten #grootste-twijfel",
        "- Bij één van de 2 bevindingen vonden wij geen onderzoek dat haar steunt. Dat betekent niet dat zij onjuist "
        "is.",
        "- Van de 2 onderzoeken achter de kernboodschappen gaan er, voor zover te zien, 2 over Nederland.",
        READ_LITTLE,
        NOT_LOCAL,
    ]  # fmt: skip


def test_the_first_page_of_one_claim_without_a_source() -> None:
    assert page(BARE, author="A. Boer", organisation="Gemeente", date="2026-11-05", placeholders=True) == [
        "A. Boer, Gemeente · 5 november 2026 · Kennisnotitie voor gemeenten, schoolbesturen en aanbieders van "
        "voorschoolse educatie"
        "Op basis van de factsheet [@factsheet-klein] en van aanvullend onderzoek dat wij erbij zochten: 1 uitspraak.",
        "# Kort antwoord #kort-antwoord",
        "Met onderzoek onderbouwd is dit niet; hieronder staat wat de factsheet zegt. Wij konden niet bevestigen dat "
        "een bron deze bevinding steunt. Dat betekent niet dat zij onjuist is.",
        "# De factsheet zegt #de-factsheet-zegt",
        "- Dit is bare. (– _geen bron genoemd_; {boodschap-bare}bare)",
        "# Wie kan wat doen? #handelen",
        "De factsheet beveelt hier niemand iets aan.",
        "# Waar u op moet letten #grootste-twijfel",
        READ_LITTLE,
        NOT_LOCAL,
        "# In te vullen door de gemeente #zelf-invullen",
        "Onderdeel | Invulling // Gevraagd besluit | [nog in te vullen] // Kosten en dekking | [nog in te vullen] // "
        "Lokale cijfers | [nog in te vullen] // Besproken met | [nog in te vullen]",
    ]


def test_the_first_page_of_no_claim_says_so_and_ends() -> None:
    assert page() == [
        "Kennisnotitie voor gemeenten, schoolbesturen en aanbieders van voorschoolse educatie"
        "Op basis van de factsheet [@factsheet-klein] en van aanvullend onderzoek dat wij erbij zochten: 0 uitspraken.",
        "De factsheet bevat geen uitspraken die bij deze keuze passen.",
    ]


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
    assert address.startswith("data:image/png;base64,iVBOR")
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
        "omvang [@a]: klein. _Bedenk daarbij:_ Dit dooft uit. [@b]"
    )
    assert message(LIMITED).startswith("*Dit is limited; daar zijn aanwijzingen voor.* (▮▯▯ _beperkt_;")


def test_a_message_that_is_contested_says_so_in_the_sentence_or_behind_it() -> None:
    one = claim("both", ("a", "full"), ("b", "full"), ("c", "contradicts"))
    said = message(one)
    assert said.startswith("*Dit is both; maar onderzoeken spreken elkaar hierover tegen.* (")
    assert ", omstreden_; {boodschap-both}both) / Factsheet: [@a; @b]; ertegen: [@c]." in said
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
        "[@b; @c] en nog 3",
        "[@b; @c; @d] en nog 2",
        "[@a; @b; @c; @d; @e]",  # no "one more"
    ]


def test_a_brief_of_one_page_or_on_many_claims_names_one_work_each() -> None:
    one = claim("one", *((key, "full") for key in "abc"))
    two = claim("two", *((key, "full") for key in "ab"))
    filling = [claim(f"f{number}") for number in range(24)]
    assert carried(one) == "Factsheet: [@a; @b; @c]"
    assert carried(one, depth="page") == "Factsheet: [@a] en nog 2"
    assert carried(two, depth="page") == "Factsheet: [@a] en nog 1"
    assert carried(one, *filling[:23]) == "Factsheet: [@a; @b; @c]"
    assert carried(one, *filling) == "Factsheet: [@a] en nog 2"


def test_a_message_cites_as_support_only_what_counts() -> None:
    ours = Supplement("one", "d", "supports", "full", "abstract", "2026-11-20")
    against = Supplement("one", "e", "supports", "contradicts", "abstract", "2026-11-20")
    one = replace(claim("one", ("a", "full"), ("b", "not_seen"), ("c", "unchecked")), supplements=(ours, against))
    assert carried(one) == ("Factsheet: [@a]; niet bevestigd: [@b; @c]; aanvullend onderzoek: [@d]; ertegen: [@e]")
    assert carried(replace(one, citations=one.citations[1:], supplements=())) == "Factsheet, niet bevestigd: [@b; @c]"
    assert carried(BARE) == "Factsheet: geen bron"


def test_works_that_were_not_found_stand_apart_from_those_that_do_not_confirm() -> None:
    works = [study("a"), study("b"), small.stub("x", Name("Xander")), small.stub("y", Name("Yvers"))]
    stub = "[{}, 2020, geciteerd in@factsheet-klein]".format
    links = (("a", "full"), ("b", "not_seen"), ("x", "unchecked"), ("y", "not_seen"))
    assert carried(claim("one", *links), works=works) == (
        f"Factsheet: [@a]; niet bevestigd: [@b; {stub('Yvers')[1:]}; niet herleid: {stub('Xander')}"
    )
    assert carried(claim("one", links[2]), works=works) == f"Factsheet, niet herleid: {stub('Xander')}"


def test_all_works_of_a_message_stand_behind_a_small_summary_that_could_not_name_them() -> None:
    one, two = claim("one", *((key, "full") for key in "abcd")), claim("two", ("e", "full"))
    assert lines(summary.message_sources(phrases(one, two))) == [
        "# Alle bronnen van de kernboodschappen #alle-bronnen",
        "- <one #claim-one> Factsheet: [@a; @b; @c; @d].",
    ]
    assert summary.message_sources(phrases(two)) == []
    assert summary.message_sources(phrases(one, *(claim(f"f{number}") for number in range(24)))) == []


def test_a_work_that_was_not_found_is_cited_in_the_factsheet_and_last() -> None:
    one = claim("one", ("a", "unchecked"), ("z", "full"))
    works = [small.stub("a", Name("Aarts")), study("z")]
    made = phrases(one, works=works)
    assert shown(made.cited(works, one)) == "[@z; Aarts, 2020, geciteerd in@factsheet-klein]"
    assert made.cited([], one) == []


def test_the_size_of_an_effect_names_its_work_where_that_is_cited_here() -> None:
    sized = replace(MODERATE, citations=tuple(replace(link, effect=both("klein")) for link in MODERATE.citations))
    made = phrases(sized)
    assert shown(made.effect(sized)) == "omvang [@a]: klein"
    assert [marks.pairs_of(node) for node in marks.marked(made.effect(sized))] == [
        {"claim": "moderate", "part": "effect", "work": "a"}
    ]
    elsewhere = Phrases(Brief(of(sized, BARE).where(level="none")))
    assert shown(elsewhere.effect(sized)) == "omvang: klein"
    assert phrases(BARE).effect(BARE) == []


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
        "- *Gemeente:* Dit is samen. (<samen #claim-samen>; ook voor gemeente en rijk) "
        "Rust niet op een onderbouwde uitspraak.",
        "- *Gemeente:* Dit is wankel. (<wankel #claim-wankel>) "
        "Rust op <doubted #claim-doubted> (▯▯▯ _niet bevestigd_).",
        "- *School:* Dit is rust. (<rust #claim-rust>) Rust op <strong #claim-strong> (▮▮▮ _stevig_); "
        "<limited #claim-limited> (▮▯▯ _beperkt_).",
        "- *Zonder aangewezen partij:* Dit is los. (<los #claim-los>) Rust niet op een onderbouwde uitspraak.",
    ]


def test_advice_says_itself_what_it_rests_on_where_the_brief_does_not() -> None:
    sized = tuple(replace(link, effect=both("groot")) for link in STRONG.citations)
    ground = replace(STRONG, gist=both("dit zo is"), parent_groups=(), citations=sized)
    asked = advice(
        "doe", "school", rests_on=("strong",), caveats=(Caveat(both("Let op."), ()), Caveat(both("En."), ()))
    )
    whole = of(ground, asked, BARE)
    here = Phrases(Brief(whole.where(parent_group="vaders")))
    assert shown(items.advice(here, asked, here.library)) == (
        "Dit is doe. (<doe #claim-doe>) Rust op de bevinding dat dit zo is (<strong #claim-strong>; ▮▮▮ _stevig_), "
        "omvang: groot. _Bedenk daarbij:_ Let op."
    )
    silent = Phrases(
        Brief(of(replace(ground, gist=None, citations=STRONG.citations), asked).where(parent_group="vaders"))
    )
    assert "Rust op (<strong #claim-strong>; ▮▮▮ _stevig_). _Bedenk" in shown(items.advice(silent, asked, ()))
    other = Phrases(Brief(whole.where(level="none")))
    assert "Bedenk" not in shown(items.advice(other, asked, other.library))  # its caveat is no part of this brief


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
    assert [line.split(" (")[0] for line in told] == [
        "- *School:* Dit is eigen.",
        "_Algemeen advies over alle ouders, ook voor deze groep:_",
        "- *Gemeente:* Dit is breed.",
        "- *Gemeente:* Dit is elders.",
    ]


def test_the_page_says_how_many_advices_stand_elsewhere_and_where() -> None:
    def last(number: int, **options: Any) -> str:
        claims = [advice(f"doe{at}", "school") for at in range(number)]
        return below(page(*claims, **options), "Wie kan wat doen?")[-1]

    assert last(3).startswith("- *School:* Dit is doe2.")
    assert last(4) == "Nog één advies staat in de bijlage."
    assert last(5) == "Nog 2 adviezen staan in de bijlage."
    assert last(4, depth="page") == "Nog één advies staat in de langere notitie."


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
        "Aannemelijk is dat moderate1 waar is, en dat moderate2 waar is.",
    ]
    assert answered(*claims)[2].startswith("Alle 5 bevindingen ")
    three = [gist(STRONG, number) for number in (1, 2, 3, 4)]
    assert answered(*three)[0] == (
        "Stevig onderbouwd is dat strong1 waar is, dat strong2 waar is, en dat strong3 waar is."
    )
    assert answered(*three)[1].startswith(
        "Alle 4 bevindingen hierover in de factsheet worden geheel of deels door onderzoek gesteund (4 stevig)"
    )
    assert answered(*claims)[-1] == "Over één bevinding spreken onderzoeken elkaar tegen."
    assert (
        answered(gist(contested, 1), gist(contested, 2))[-1] == "Over 2 bevindingen spreken onderzoeken elkaar tegen."
    )


def test_the_short_answer_counts_one_both_all_and_some() -> None:
    def counted(*claims: Claim) -> str:
        return answered(*claims)[0]

    assert (
        counted(STRONG)
        == "De enige bevinding hierover in de factsheet wordt geheel of deels door onderzoek gesteund (stevig)."
    )
    assert counted(STRONG, LIMITED) == (
        "Beide bevindingen hierover in de factsheet worden geheel of deels door onderzoek gesteund "
        "(1 stevig en 1 beperkt)."
    )
    assert counted(STRONG, LIMITED, MODERATE) == (
        "Alle 3 bevindingen hierover in de factsheet worden geheel of deels door onderzoek gesteund "
        "(1 stevig, 1 redelijk en 1 beperkt)."
    )
    assert counted(STRONG, BARE) == (
        "Van de 2 bevindingen hierover in de factsheet wordt er één geheel of deels door onderzoek gesteund (1 stevig)."
    )
    assert counted(STRONG, LIMITED, BARE) == (
        "Van de 3 bevindingen hierover in de factsheet worden er 2 geheel of deels door onderzoek gesteund "
        "(1 stevig en 1 beperkt)."
    )
    assert answered(BARE, DOUBTED)[1].startswith("Bij geen van de bevindingen konden wij bevestigen")


def test_the_short_answer_says_whose_sources_carry_it() -> None:
    ours = replace(claim("ours"), supplements=(Supplement("ours", "a", "supports", "full", "abstract", "2026-11-20"),))
    assert answered(ours)[1].startswith("De steun komt niet uit bronnen van de factsheet, maar uit onderzoek")
    assert answered(STRONG)[1] == "De steun komt uit bronnen die de factsheet zelf noemt."
    assert answered(STRONG, MODERATE, ours)[1].startswith(
        "De factsheet noemt zelf een steunende bron bij 2 daarvan; bij 1 komt de steun alleen uit onderzoek"
    )


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
        assert f"Van de 2 onderzoeken achter de kernboodschappen {words} over Nederland." in doubts(STRONG, works=works)


def test_the_key_of_the_levels_holds_those_of_these_findings() -> None:
    assert shown(items.level_keys(phrases(STRONG, LIMITED, DOUBTED))) == (
        "_stevig:_ een overzichtsstudie en een tweede onderzoek steunen dit volledig; "
        "_beperkt:_ ten minste één bron steunt dit, geheel of deels; _niet bevestigd:_ "
        "wij zagen in de bron niet dat zij dit steunt."
    )
    assert items.level_keys(phrases(BARE)) == []


# -- what the page has room for ---------------------------------------------------------------------------------------


def planned(*claims: Claim, **options: Any) -> tuple[list[str], list[str], list[str]]:
    made = plan.plan(phrases(*claims, **options))
    told = [one.id for _, claims in made.advice for one, _ in claims]
    return [one.id for one in made.messages], [one.id for one in made.also], told


def test_a_page_tells_what_there_is_where_it_is_little() -> None:
    made = phrases(STRONG, BARE, advice("doe", "school"))
    found = plan.plan(made)
    assert planned(STRONG, BARE, advice("doe", "school")) == (["strong"], ["bare"], ["doe"])
    assert found.told == {"strong", "bare", "doe"}
    assert made.on_page == {"strong", "bare"}


def test_every_actor_has_a_first_advice_before_one_has_a_second_and_three_at_most() -> None:
    claims = [advice(f"s{at}", "school") for at in range(5)] + [advice("g0", "gemeente")]
    assert planned(*claims)[2] == ["g0", "s0", "s1", "s2"]
    long = [replace(one, statement=both(f"Dit is {'lang ' * 270}{one.id}.")) for one in claims]
    assert planned(*long)[2] == ["g0", "s0"]
    turned = [replace(one, actors=("gemeente",) if one.actors == ("school",) else ("school",)) for one in long]
    assert planned(*turned)[2] == ["s0", "g0"]


def test_messages_that_are_too_long_leave_room_for_advice() -> None:
    def of_words(number: int) -> list[Claim]:
        return [replace(gist(STRONG, at), statement=both(f"Dit is {'w ' * number}{at}.")) for at in range(1, 7)]

    doe = advice("doe", "school")
    short = planned(*of_words(5), doe)
    long = planned(*of_words(500), doe)
    assert (len(short[0]), short[2]) == (6, ["doe"])
    assert (len(long[0]), long[2]) == (2, ["doe"])
    assert [len(planned(*of_words(number), doe)[0]) for number in (100, 200, 300, 400)] == [6, 4, 3, 2]


def test_where_no_advice_of_the_group_fits_that_for_all_parents_goes_before_a_further_message() -> None:
    """However long the messages are: one more of them is no reason to say nothing that can be done."""
    own = advice("eigen", "school", statement=both("Dit is " + "lang " * 1200))
    wide = advice("breed", "gemeente", rests_on=("strong1",), parent_groups=("alle-ouders",))
    wide = replace(wide, statement=both("Dit is " + "breed " * 40))
    for words in range(20, 320, 20):
        messages = [replace(gist(STRONG, at), statement=both(f"Dit is {'w ' * words}{at}.")) for at in range(1, 7)]
        made = plan.plan(Phrases(Brief(of(*messages, own, wide).where(parent_group="vaders"))))
        assert made.messages, words
        assert [one.id for _, claims in made.advice for one, _ in claims] == ["breed"], words


def test_advice_of_the_group_itself_goes_before_a_further_message_and_before_what_is_for_all() -> None:
    own = advice("eigen", "school", statement=both("Dit is " + "lang " * 150))
    wide = advice("breed", "gemeente", rests_on=("strong1",), parent_groups=("alle-ouders",))
    for words in range(20, 320, 20):
        messages = [replace(gist(STRONG, at), statement=both(f"Dit is {'w ' * words}{at}.")) for at in range(1, 7)]
        made = plan.plan(Phrases(Brief(of(*messages, own, wide).where(parent_group="vaders"))))
        assert "eigen" in [one.id for _, claims in made.advice for one, _ in claims], words


def lined(lines_told: int, over: int = 0) -> Claim:
    """Return a definition that takes so many lines on the page, and so many letters of the next."""
    size = lines_told * plan.LETTERS + over - len(" (definitie, zonder bron; lang)")
    return claim("lang", kind="definition", statement=both("w" * size))


@pytest.mark.parametrize(
    ("room", "options"),
    [
        # 58.2 lines, without the title (2.6), two lines, two headings (3.8), the answer (1.3), no key (0.3), the doubts
        # (1.3 and 1.3), the short definition under its heading (3.2), the heading of advice (2.9): 39.5 are left, and
        # 0.3 of those go between the items.
        (39, {}),
        (37, {"title": "T" * 48}),  # one line more of a title is 1.9
        (39, {"title": "T" * 47}),
        (35, {"title": "T" * 95}),
        (30, {"placeholders": True}),  # 9
        (37, {"depth": "page"}),  # 0.2 lines less and a list of 1.9
        (39, {"depth": "full"}),
    ],
)
def test_what_just_fits_the_page_is_told_and_what_is_one_letter_longer_is_not(
    room: int, options: dict[str, Any]
) -> None:
    short = claim("kort", kind="definition")
    assert planned(short, lined(room), **options)[1] == ["kort", "lang"]
    assert planned(short, lined(room, 1), **options)[1] == ["kort"]


@pytest.mark.parametrize(
    ("size", "options", "also", "advised"),
    [
        # The same page: 42.4 lines are left behind the short definition, of which 4.5 are kept for advice.
        (37, {}, ["kort", "lang"], ["g"]),  # leaves 5.1: taken at once, and of the two advices one fits
        (38, {}, ["kort"], ["g", "s"]),  # leaves 4.1: only if there is room behind the advice
        (34, {"title": "T" * 95}, ["kort"], ["g", "s"]),  # leaves 4.3
        (36, {}, ["kort", "lang"], ["g", "s"]),
    ],
)
def test_room_is_kept_for_advice(size: int, options: dict[str, Any], also: list[str], advised: list[str]) -> None:
    claims = [claim("kort", kind="definition"), lined(size), advice("g", "gemeente"), advice("s", "school")]
    assert planned(*claims, **options) == ([], also, advised)


def room_of(number: float, *claims: Claim, **options: Any) -> plan._Room:
    return plan._Room(number, phrases(*claims, **options))


def test_an_item_takes_whole_lines_and_the_room_between() -> None:
    room = room_of(10, BARE)
    word = nodes.text("w" * 104)
    assert room.text_lines([]) == 0.3
    assert room.text_lines(word) == 1.3
    assert room.text_lines(nodes.text("w" * 105)) == 2.3
    assert room.text_lines([*word, nodes.BREAK, *nodes.text("w")]) == 2.3
    assert room.text_lines([*nodes.text("w" * 105), nodes.BREAK, *nodes.text("w" * 105), nodes.BREAK, *word]) == 5.3


def test_room_is_given_as_long_as_there_is_some() -> None:
    room = room_of(3, BARE)
    assert [room.holds(2), room.holds(1.5), room.holds(1), room.holds(0.5)] == [True, False, True, False]
    assert room.lines == 0


def test_on_one_page_a_work_takes_its_lines_in_the_list_once() -> None:
    # "A", 8 letters more; "Titel van a" and 2, "Pedagogiek" and 2; five fields that are not there, 2 each; 8: 52.
    assert room_of(9, MODERATE, depth="page")._listed_lines("a") == 0.85
    long = replace(WORKS[0], fields={"title": "t" * 77, "journal": "Pedagogiek"})
    assert room_of(9, MODERATE, works=[long], depth="page")._listed_lines("a") == 0.85  # 118 letters
    long = replace(WORKS[0], fields={"title": "t" * 78, "journal": "Pedagogiek"})
    assert room_of(9, MODERATE, works=[long], depth="page")._listed_lines("a") == 1.7
    assert room_of(9, MODERATE)._listed_lines("factsheet-klein") == 0
    cited = [*nodes.text("w" * 80), nodes.cite([nodes.reference("a")])]
    page_room = room_of(9, MODERATE, depth="page")
    assert page_room.lines_of(cited) == 1.3 + 0.85
    page_room.listed.add("a")
    assert page_room.lines_of(cited) == 1.3
    assert room_of(9, MODERATE).lines_of(cited) == 1.3


def taken(number: float, *claims: Claim, **options: Any) -> list[str]:
    """Return what is taken where an item takes as many lines as its statement is long, and 0.3."""
    room = room_of(number, *claims)
    told = room.take(claims, lambda _, one: nodes.text("w" * (98 * len(one.statement.nl))), **options)
    return [one.id for one in told]


def test_claims_are_taken_in_order_under_their_heading_and_leave_room() -> None:
    one, two, three = (
        replace(BARE, id=name, statement=both("s" * size)) for name, size in (("one", 1), ("two", 4), ("three", 2))
    )
    assert taken(10, one, two, three) == ["one", "two", "three"]  # 1.9 + 1.3 + 4.3 + 2.3 = 9.8
    assert taken(9.7, one, two, three) == ["one", "two"]
    assert taken(9.7, one, two, three, heading=1.7) == ["one", "two", "three"]
    assert taken(7.4, one, two, three) == ["one", "three"]  # a later one of the same level may fit
    assert taken(7.4, one, two, replace(three, kind="context")) == ["one"]
    assert taken(8.6, one, two, three, leave=1) == ["one", "two"]
    assert taken(8.4, one, two, three, leave=1) == ["one", "three"]
    assert taken(3, one) == []
    assert taken(3, one, needed=True) == ["one"]
    assert taken(3, one, two, needed=True) == ["one"]


def letters(*parts: Node) -> float:
    return plan._letters(list(parts), {"a": "Aarts, 2020"})


def test_letters_are_counted_as_they_are_printed() -> None:
    assert letters(*nodes.text("een twee")) == 8
    assert letters(nodes.strong(nodes.text("vier"))) == 4 * plan.BOLD
    assert letters(nodes.cite([nodes.reference("a")])) == 13
    assert letters(nodes.cite([nodes.reference("factsheet-klein", nodes.text("Zoek"))])) == 16
    assert letters(nodes.link(nodes.text("4.6c"), "#claim-x")) == 4
    assert letters(nodes.emph(nodes.text("ja")), nodes.SPACE) == 3


# -- which claims, and in which order ----------------------------------------------------------------------------------


def test_a_claim_needs_an_id_and_a_passage() -> None:
    selection.require_traceable(of(BARE, STRONG))
    for broken in (replace(BARE, passages=()), replace(BARE, id="")):
        with pytest.raises(RenderError, match=r"has no passage; add one in claims/1\.yml:1"):
            selection.require_traceable(of(broken))


def test_six_messages_core_first_and_then_those_that_the_factsheet_carries() -> None:
    ours = replace(claim("ours"), supplements=(Supplement("ours", "a", "supports", "full", "abstract", "2026-11-20"),))
    other = replace(gist(MODERATE, 2), core=False)
    library = of(other, ours, gist(MODERATE, 1), *(gist(STRONG, at) for at in (1, 2, 3, 4)))
    assert [one.id for one in selection.key_messages(library)] == [
        "strong1", "strong2", "strong3", "strong4", "moderate1", "ours",
    ]  # fmt: skip


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
def test_a_table_names_of_each_claim_what_it_is_grouped_by(grouping: str, named: str) -> None:
    made = phrases(*(gist(MODERATE, at) for at in range(1, 8)), group_by=grouping)
    assert lines(summary.findings(made)) == [
        "# Andere bevindingen #uitspraken",
        "Uitspraak | Onderbouwing | Verwijzingen // "
        f"Dit is moderate. ({named}; {{claim-moderate7}}moderate7) | ▮▮▯ _redelijk_ | Factsheet: [@a]",
    ]


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


def test_links_that_qualify_or_dispute_are_in_doubt_like_those_that_object() -> None:
    one = claim("one", ("a", "full"), ("b", "full"), ("c", "contradicts"))
    first, second, third = one.citations
    mixed = replace(one, citations=(first, replace(second, intent="qualifies"), third))
    assert [link.work.key for _, link in selection.contested(of(mixed))] == ["b", "c"]
    dispute = replace(one, citations=(replace(first, intent="disputes"), second))
    assert [link.work.key for _, link in selection.contested(of(dispute))] == ["a"]
    in_part = replace(one, citations=(replace(first, intent="disputes", judgement="partial"), second))
    assert [link.work.key for _, link in selection.contested(of(in_part))] == ["a"]

"""How many lines words take on the first page, and how many points what stands on it: worked out by hand.

A word "nn" is 106 hundredths of a letter's size and a space 23; a line of text is 100 * 481.6 / 10.42 = 4621.9 of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import ouderevidence as oe
from ouderevidence.document import nodes
from ouderevidence.products.brief import Brief, measure
from ouderevidence.products.brief.phrases import Phrases

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Inlines, Node

HUNDRED = 10.42  # points: so wide a line is a hundred hundredths


def words(number: int) -> Inlines:
    return nodes.text("nn " * number)


def takes(hundredths: float, inlines: Inlines, labels: dict[str, str] | None = None) -> bool:
    """Whether so many hundredths are just enough for one line."""
    room = [(hundredths + more) / 100 * HUNDRED for more in (0.1, -0.1)]
    return [measure.lines(inlines, labels or {}, wide) for wide in room] == [1, 2]


def height(*blocks: Node) -> float:
    return round(measure.height(blocks, {"a": "KK"}), 6)


@pytest.mark.parametrize(
    ("letters", "hundredths"),
    [
        ("ijl", 69),
        ("',.:;I‘’", 208),
        ("()-J[]`f{}!", 330),
        ("rt", 68),
        ('"/Lcsz“”', 320),
        ("?FSkvxy", 315),
        ("ag", 96),
        ("▮▯#*+0123456789<=>EKPTXYe–éëáàè", 1550),
        ("bdhnopquBCRVZïöü≥", 901),  # a letter that is not told apart is 53
        ("ADGHNOQU", 496),
        ("%&w…", 284),
        ("mM", 162),
        ("W@—", 270),
        ("K K", 123),
    ],
)
def test_letters_have_their_widths(letters: str, hundredths: int) -> None:
    assert takes(hundredths, nodes.text(letters))


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("", 0),
        ("KK", 1),  # just 100
        ("KKi", 2),  # broken within the word
        ("KK KK", 2),
        ("i jj", 1),  # 23 + 23 + 46
        ("i jjj", 2),
        ("KKKK i", 3),  # what follows a broken word starts a line
        ("KKKKi i", 4),
        ("i KKKK", 3),
        ("K i i i i", 3),
    ],
)
def test_lines_are_broken_at_spaces_and_within_a_word_that_no_line_holds(said: str, number: int) -> None:
    assert measure.lines(nodes.text(said), {}, HUNDRED) == number


def test_a_forced_end_of_a_line_starts_another() -> None:
    two = [*words(1), nodes.BREAK, *words(1)]
    assert measure.lines(two, {}, 481.6) == 2
    assert measure.lines([*words(37), nodes.BREAK, *words(37)], {}, 481.6) == 4
    assert measure.lines([*two, nodes.BREAK, *words(1)], {}, 481.6) == 3


def test_bold_letters_are_wider_and_italic_ones_are_not() -> None:
    assert takes(103.5, [nodes.strong(nodes.text("KK"))])
    assert takes(50 + 51.75, [*nodes.text("K"), nodes.strong(nodes.text("K"))])
    assert takes(100, [nodes.emph(nodes.text("KK"))])
    assert takes(226.5, nodes.spaced([nodes.strong(nodes.text("KK"))], nodes.text("KK")))


def test_what_is_not_printed_has_no_width() -> None:
    assert takes(100, [nodes.span(nodes.text("KK"), "naam", ["evidence"], claim="een-lange-naam")])
    assert takes(100, [nodes.link(nodes.text("KK"), "#een-lange-naam")])


def test_a_citation_is_as_wide_as_it_is_printed() -> None:
    labels = {"a": "KK", "b": "Kets, 2020"}
    assert takes(160, [nodes.cite([nodes.reference("a")])], labels)  # (KK)
    assert takes(483, [nodes.cite([nodes.reference("b")])], labels)  # 60 + 200 + 23 + 200
    assert takes(60 + 100 + 26 + 23 + 423, [nodes.cite([nodes.reference("a"), nodes.reference("b")])], labels)
    assert takes(165.6, [nodes.strong([nodes.cite([nodes.reference("a")])])], labels)
    goab = 265 + 23 + 145  # GOAB, z.d.
    assert takes(60 + goab, [nodes.cite([nodes.reference("factsheet-klein")])], labels)
    before = nodes.reference("factsheet-klein", nodes.text("Ke"))
    assert takes(60 + 100 + 23 + goab, [nodes.cite([before])], labels)
    behind = nodes.reference("a", suffix=nodes.text("; KK"))
    assert takes(60 + 100 + 26 + 23 + 100, [nodes.cite([behind])], labels)


def test_a_paragraph_takes_its_lines() -> None:
    assert height(nodes.para(words(36))) == 14.1  # 36 * 129 - 23 = 4621
    assert height(nodes.para(words(37))) == 26.7
    assert height(nodes.para(words(36)), nodes.para(words(37))) == 40.8
    assert height(nodes.para([nodes.cite([nodes.reference("a")])], words(34))) == 14.1  # 160 + 23 + 4363
    assert height(nodes.para([nodes.cite([nodes.reference("a")])], words(35))) == 26.7


def test_an_item_of_a_list_is_narrower_and_stands_apart() -> None:
    for made in (nodes.bullets, nodes.numbered):
        assert height(made([[nodes.plain(words(34))]])) == 14.4  # of 4429.9
        assert height(made([[nodes.plain(words(35))]])) == 27.0
        assert height(made([[nodes.plain(words(1))], [nodes.plain(words(35))]])) == 41.4


def test_small_text_is_lower_and_holds_more() -> None:
    assert height(*nodes.small([nodes.para(words(41))])) == 12.3  # of 5392.2; 10.8 and 1.5
    assert height(*nodes.small([nodes.para(words(42))])) == 23.1
    assert height(nodes.div([nodes.para(words(36)), nodes.para(words(1))], "", ["facts"])) == 28.2


def test_headings_and_what_is_of_another_form() -> None:
    assert height(nodes.header(1, nodes.text("Kort antwoord"), "kort")) == 27.4
    assert height(nodes.raw_block("#small[", "typst")) == 0
    assert height() == 0


def picture(**size: str) -> Node:
    """Return a paragraph with a picture."""
    return nodes.para([nodes.image("data:image/png;base64,", "Balken", **size)])


def test_the_figure_and_a_logo_have_one_height_each() -> None:
    assert height(picture(width="100%")) == 68.7
    assert height(nodes.styled([picture(width="100%")], "Front Picture")) == 68.7
    assert height(picture(height="1.4cm")) == 46


def test_the_figure_is_no_higher_than_it_is_taken_for() -> None:
    library = oe.load()
    for part in (library, library.where(parent_group="vaders"), library.where(building_block="thuistaal")):
        phrases = Phrases(Brief(part))
        name = phrases.picture["c"][2][0]
        content = phrases.charts[name].to_bytes("png", framed=False)
        wide, high = (int.from_bytes(content[place : place + 4]) for place in (16, 20))
        assert 60 < measure.TEXT * high / wide + 4 <= measure.FIGURE


def test_a_table_has_its_rows_and_room_for_head_and_caption() -> None:
    cell = nodes.text("x")
    assert height(nodes.table(cell, [1.0], [cell], [[cell]] * 3)) == 82.5
    assert height(nodes.table(cell, [1.0], [cell], [])) == 33


def test_a_title_is_bold_and_large_and_may_take_two_lines() -> None:
    assert measure.title("nn " * 19) == 29.2  # 100 * 481.6 / 19 / 1.035 = 2449.0; 19 * 129 - 23 = 2428
    assert measure.title("nn " * 20) == 52.4
    assert measure.title("nn " * 39) == 75.6

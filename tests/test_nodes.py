"""A document as a tree: what changes in it, what is given back as it was, and where pictures come."""

from __future__ import annotations

from ouderevidence.document import marks, nodes

CITED = nodes.cite([nodes.reference("a", marks.mark(nodes.text("volgens"), "thuis", "statement"))])
SAID = nodes.para(marks.mark(nodes.text("Lezen helpt."), "thuis", "statement"), [CITED])
OTHER = nodes.bullets([[nodes.plain([nodes.strong(nodes.text("Niets van ons."))])]])


def test_what_holds_nothing_that_changes_is_given_back_itself() -> None:
    blocks = [SAID, OTHER]
    assert nodes.walk(blocks, lambda node: node)[1] is OTHER

    def louder(node: nodes.Node) -> nodes.Node:
        return {"t": "Str", "c": "HELPT."} if node == {"t": "Str", "c": "helpt."} else node

    said, other = nodes.walk(blocks, louder)
    assert other is OTHER
    assert marks.words(said)[:2] == ["Lezen", "HELPT."]
    assert marks.words(SAID)[:2] == ["Lezen", "helpt."]


def test_a_work_in_a_sentence_is_a_citation_of_its_own_with_its_names_outside_the_brackets() -> None:
    modes = [one["c"][0][0]["citationMode"]["t"] for one in (nodes.narrative("a"), nodes.cite([nodes.reference("a")]))]
    assert modes == ["AuthorInText", "NormalCitation"]
    assert list(nodes.cited([nodes.para([nodes.narrative("a")])])) == ["a"]
    assert marks.words(nodes.narrative("a")) == ["@a"]


def test_marks_are_taken_off_and_nothing_else_is_copied() -> None:
    said, other = marks.without_marks([SAID, OTHER])
    assert other is OTHER
    assert said == nodes.para(nodes.text("Lezen helpt."), [nodes.cite([nodes.reference("a", nodes.text("volgens"))])])
    assert list(marks.marked(SAID)) == [SAID["c"][0]]


def test_words_are_in_order_and_a_mark_stands_between_what_is_outside_of_it() -> None:
    assert marks.words(SAID) == ["Lezen", "helpt.", "[@a]"]
    assert marks.words(SAID, unmarked=True) == ["\ufffc", "[@a]"]
    assert marks.words([nodes.code("pip install x")]) == ["pip", "install", "x"]


def test_a_picture_gets_the_address_that_its_own_is_a_name_for() -> None:
    alone = nodes.para([nodes.image("kaart", "Balken", width="70%")])
    within = [nodes.div([nodes.styled([alone], "Front Picture")]), nodes.figure(alone["c"][0], nodes.text("Kaart"))]
    other = nodes.para([nodes.image("data:image/png;base64,", "Logo")])
    text = nodes.para(nodes.text("kaart"))
    made = nodes.with_pictures([*within, other, text], {"kaart": "data:x"})
    assert str(made).count("data:x") == 2
    assert str(made).replace("data:x", "kaart") == str([*within, other, text])


def test_no_line_ends_between_a_sign_and_its_word_or_beside_an_equals_sign() -> None:
    level = [nodes.sign("▮▯▯"), nodes.SPACE, nodes.emph(nodes.text("beperkt"))]
    size = nodes.para(nodes.bracketed(nodes.text("r = 0,19 tot 0,22")), level)
    plain, tied = nodes.para(nodes.text("Lezen helpt.")), nodes.tied([OTHER, size])
    assert tied[0] is OTHER
    assert nodes.tied(plain) is plain
    assert "".join(marks.words(tied[1])) == "(r\u00a0=\u00a00,19tot0,22)▮▯▯\u00a0beperkt"
    assert marks.words(size) == ["(", "r", "=", "0,19", "tot", "0,22", ")", "▮▯▯", "beperkt"]

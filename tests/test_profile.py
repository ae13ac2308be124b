"""The profile's truth table, cell by cell; links are made here, the rule is the package's."""

from __future__ import annotations

from itertools import product

import pytest

from ouderevidence.library.profile import Link, independent, level
from ouderevidence.model.records import Appraisal, Citation, Name, Work
from ouderevidence.model.words import Text


def work(
    key: str = "a",
    *,
    identification: str = "certain",
    reviewed: str = "yes",
    authors: str = "",
    complete: bool = True,
    memory: str = "",
    year: str = "2018",
) -> Work:
    appraisal = Appraisal(
        identification, "factsheet", (), None, reviewed, ("NL",), complete, None, (), "", memory, (), None, None
    )
    names = tuple(Name(family=n) for n in (authors or key).split())
    return Work(key, "article", names, (), year, {"title": "T"}, appraisal, "references.bib", 1)


def link(
    key: str = "a",
    judgement: str = "full",
    *,
    intent: str = "supports",
    synthesis: bool = False,
    empirical: bool = True,
    locator: str | None = None,
    **about: object,
) -> Link:
    basis = "none" if judgement == "unchecked" else "abstract"
    citation = Citation("c", key, 1, "X, 2018", intent, judgement, basis, Text("n", "n"), locator)
    return Link(citation, work(key, **about), empirical, synthesis)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("intent", "judgement", "identification"),
    list(
        product(
            ("supports", "defines", "background", "qualifies", "disputes"),
            ("full", "partial", "not_seen", "not_shown", "contradicts", "unchecked"),
            ("certain", "probable", "ambiguous", "not_found"),
        )
    ),
)
def test_one_link_gives_the_level_of_the_table(intent: str, judgement: str, identification: str) -> None:
    found = level("finding", [link(judgement=judgement, intent=intent, identification=identification)])
    if identification in ("ambiguous", "not_found"):
        assert found == "untraced"
    elif intent == "supports" and judgement in ("full", "partial"):
        assert found == "limited"
    else:
        assert found == "unconfirmed"


def test_no_citation_is_none() -> None:
    assert level("finding", []) == "none"


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link(synthesis=True)], "moderate"),
        ([link(synthesis=True, judgement="partial")], "limited"),
        ([link(synthesis=True, identification="probable")], "moderate"),
        ([link("a"), link("b")], "moderate"),
        ([link("a"), link("b", "partial")], "moderate"),
        ([link("a", "partial"), link("b", "partial")], "limited"),
        ([link("a", reviewed="no"), link("b", "partial")], "limited"),
        ([link("a", reviewed="nominal"), link("b", reviewed="no")], "limited"),
        ([link("a", empirical=False), link("b", "partial")], "limited"),
        ([link("a", authors="x y"), link("b", authors="y z")], "limited"),
        ([link("a"), link("b", complete=False)], "limited"),
        ([link("a", identification="probable"), link("b", "partial")], "moderate"),
        ([link("a"), link("b", identification="ambiguous")], "limited"),
        ([link("a"), link("b", intent="background")], "limited"),
        ([link("a", synthesis=True), link("b")], "strong"),
        ([link("a", synthesis=True), link("b", synthesis=True)], "strong"),
        ([link("a", synthesis=True), link("b", "partial")], "moderate"),
        ([link("a", synthesis=True), link("b", reviewed="no")], "moderate"),
        ([link("a", synthesis=True, identification="probable"), link("b")], "moderate"),
        ([link("a", synthesis=True), link("b", identification="probable")], "moderate"),
        ([link("a", synthesis=True, memory="pages"), link("b")], "moderate"),
        ([link("a", synthesis=True), link("b", memory="pages")], "moderate"),
        ([link("a", synthesis=True, authors="x"), link("b", authors="x")], "moderate"),
        ([link("a", synthesis=True), link("b"), link("c", "contradicts")], "limited"),
        ([link("a", synthesis=True), link("b"), link("c", intent="disputes")], "limited"),
        ([link("a", synthesis=True), link("b"), link("c", "partial", intent="disputes")], "strong"),
        ([link("a", synthesis=True), link("b"), link("c", "not_seen")], "strong"),
        ([link("a", "contradicts")], "unconfirmed"),
    ],
)
def test_a_finding_gets_the_level_of_the_table(links: list[Link], expected: str) -> None:
    assert level("finding", links) == expected


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link(synthesis=True), link("b")], "limited"),
        ([link(locator="p. 12")], "moderate"),
        ([link("a", locator="p. 12"), link("b", synthesis=True)], "moderate"),
        ([link(locator="p. 12", judgement="partial")], "limited"),
        ([link(locator="p. 12", synthesis=True)], "limited"),
        ([link(locator="p. 12", identification="ambiguous")], "untraced"),
        ([], "none"),
    ],
)
def test_prevalence_is_moderate_at_most_and_only_with_a_place(links: list[Link], expected: str) -> None:
    assert level("prevalence", links) == expected


def test_independence_needs_complete_lists_that_share_nobody() -> None:
    assert independent(work("a"), work("b"))
    assert not independent(work("a", authors="x y"), work("b", authors="y"))
    assert not independent(work("a", complete=False), work("b"))

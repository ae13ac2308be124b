"""Two selections side by side."""

from __future__ import annotations

import pytest

import ouderevidence as oe
import small_library as small
from ouderevidence.model.records import Name

BOON = Name("Boon", "Anna")


def small_one() -> oe.Library:
    works = [small.work("boon2020", BOON)]
    claims = [
        small.claim("thuis", "Over thuis.", small.link("thuis", "boon2020")),
        small.claim("beide", "Over beide.", blocks=("thuisbetrokkenheid", "communicatie")),
        small.claim("praten", "Over praten.", blocks=("communicatie",)),
    ]
    return small.library(claims, works)


def test_what_is_said_of_both_and_of_one_only() -> None:
    library = small_one()
    found = oe.compare(library.where(building_block="thuisbetrokkenheid"), library.where(building_block="communicatie"))
    assert [c.id for c in found.both] == ["beide"]
    assert [c.id for c in found.only_a] == ["thuis"]
    assert [c.id for c in found.only_b] == ["praten"]
    assert found.table()["Waar"].tolist() == [
        "beide",
        "alleen bouwsteen: thuisbetrokkenheid",
        "alleen bouwsteen: communicatie",
    ]
    assert found.levels()["Onderbouwd"].tolist() == [1, 1, 0, 0]
    assert found.text() == (
        "bouwsteen: thuisbetrokkenheid: uitspraken 2, bevindingen 2, onderbouwd met aanvullend onderzoek erbij 1. "
        "bouwsteen: communicatie: uitspraken 2, bevindingen 2, zo onderbouwd 0. Uitspraken over beide: 1."
    )


def test_parent_groups_by_name() -> None:
    found = oe.compare("vaders", "werkend", language="en")
    assert len(found.only_a) == len(oe.load().where(parent_group="vaders"))
    assert "parent group: fathers" in found.text()


def test_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(oe.UnknownTermError):
        oe.compare("vaders", "moeders")
    with pytest.raises(oe.EvidenceError, match="cannot be compared"):
        oe.compare(small_one(), small_one())
    with pytest.raises(oe.UnknownOptionError):
        oe.compare("vaders", "werkend", language="de")

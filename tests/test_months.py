"""The months and days of a reference: read as people write them, and none made of what is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ouderevidence.citing.csl import csl_item
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.library.load import load
from ouderevidence.model.findings import Report

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("{maart}", [2018, 3]), ("mrt", [2018, 3]), ("mar", [2018, 3]), ("{Mei}", [2018, 5]), ("okt", [2018, 10]),
        ("{oktober}", [2018, 10]), ("{October}", [2018, 10]), ("{sept.}", [2018, 9]), ("{12 mei}", [2018, 5, 12]),
        ("mei # {~12}", [2018, 5, 12]), ("{32 mei}", [2018]), ("{1 mei 2}", [2018]), ("{lente}", [2018]),
        ("{maan}", [2018]), ("{0}", [2018]), ("7", [2018, 7]), ("{07}", [2018, 7]),
    ],
)  # fmt: skip
def test_a_month_is_read_in_dutch_and_in_english(month: str, expected: list[int], tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(f"@book{{a, title = {{T}}, year = 2018, month = {month}}}\n", encoding="utf-8")
    report = Report("a.bib")
    (entry,) = read_bibliography(tmp_path / "a.bib", report).values()
    assert report.findings == []
    work = replace(load().work("boonk2018"), fields=entry.fields, year="2018")
    assert csl_item(work)["issued"]["date-parts"] == [expected]


def test_a_date_that_is_no_day_of_the_calendar_is_printed_as_its_year() -> None:
    work = replace(load().work("boonk2018"), fields={"title": "T", "date": "2018-02-30", "urldate": "2019-13"})
    item = csl_item(work)
    assert (item["issued"]["date-parts"], item["accessed"]["date-parts"]) == ([[2018]], [[2019]])

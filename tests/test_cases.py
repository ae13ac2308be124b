"""Bad input: each case folder has exactly its findings, with file, line and remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import ouderevidence as oe
from case_library import BASE, CASES, build, case_names
from ouderevidence.library.load import packaged, validate
from ouderevidence.model.catalogue import CATALOGUE, PHRASES
from ouderevidence.products.curate import new_library
from ouderevidence.products.trace import CATALOGUE as TRACE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", case_names())
def test_a_case_has_exactly_its_findings(name: str, tmp_path: Path) -> None:
    root, texts = build(name, tmp_path / name)
    second = [root / "other"] if (root / "other").is_dir() else []
    _, findings = validate(root, *second, texts=texts)
    expected = (CASES / name / "expected.txt").read_text(encoding="utf-8").split("\n")[:-1]
    assert [f"{f.file}:{f.line} {f.code}" for f in findings] == expected
    assert expected, "a case without a finding shows nothing"
    assert all(f.remedy for f in findings)


def test_the_base_of_the_cases_is_valid(tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    _, findings = validate(BASE, texts={"klein": (BASE / "text.txt").read_text(encoding="utf-8")})
    assert findings == []


def test_every_code_of_the_catalogue_has_a_case() -> None:
    shown = {line.split()[-1] for n in case_names() for line in (CASES / n / "expected.txt").read_text().splitlines()}
    assert shown == set(CATALOGUE)


def placeholders(template: str) -> list[str]:
    return sorted(re.findall(r"{\w+}", template))


@pytest.mark.parametrize("code", [*CATALOGUE, *TRACE])
def test_a_code_says_the_same_in_dutch_and_english(code: str) -> None:
    rule = {**CATALOGUE, **TRACE}[code]
    for text in (rule.fact, rule.remedy):
        assert placeholders(text.nl) == placeholders(text.en)
        assert text.nl != text.en or not re.sub(r"{\w+}", "", text.en)


@pytest.mark.parametrize("name", case_names())
def test_a_finding_in_dutch_holds_no_english(name: str, tmp_path: Path) -> None:
    root, texts = build(name, tmp_path / name)
    second = [root / "other"] if (root / "other").is_dir() else []
    english = {en for en, nl in PHRASES.items() if en != nl}
    for finding in validate(root, *second, texts=texts)[1]:
        fact, remedy = finding.words("nl")
        assert (fact, remedy) != finding.words("en")
        assert finding.of("nl").startswith(f"{finding.place} {finding.code} {fact}; ")
        unquoted = re.sub(r"'[^']*'|\S*/\S*", "", f"{fact}; {remedy}")
        assert not [words for words in english if re.search(rf"\b{re.escape(words)}\b", unquoted)]
        assert not re.search(r"\b(?:of the|did you mean|it stands in|use one of|smaller than)\b", unquoted)


def test_what_stops_a_load_is_said_in_both_languages(tmp_path: Path) -> None:
    root, _ = build("unknown-work", tmp_path / "x")
    with pytest.raises(oe.ValidationError) as caught:
        oe.load(root)
    assert "geen bron 'jansen2011' in references.bib; bedoelde u jansen2010?" in caught.value.in_words("nl")
    assert caught.value.in_words("en") == str(caught.value)


def test_load_raises_once_with_all_findings(tmp_path: Path) -> None:
    root, _ = build("unknown-values", tmp_path / "x")
    with pytest.raises(oe.ValidationError) as caught:
        oe.load(root)
    assert [f.code for f in caught.value.findings] == ["E204", "E107", "E107", "E107"]
    assert "1-lezen.yml:14 E107" in str(caught.value)


def test_a_missing_folder_is_one_finding(tmp_path: Path) -> None:
    with pytest.raises(oe.ValidationError) as caught:
        oe.load(tmp_path / "nowhere")
    assert [f.code for f in caught.value.findings] == ["E001"]


def test_warnings_do_not_stop_a_load(tmp_path: Path) -> None:
    root, _ = build("warning-work-never-cited", tmp_path / "x")
    assert len(oe.load(root)) == 2


def test_libraries_join_in_order_and_keep_all_they_have(tmp_path: Path) -> None:
    new_library(tmp_path / "nieuw")
    library = oe.load(packaged(), tmp_path / "nieuw")
    whole, other = oe.load(), oe.load(tmp_path / "nieuw")
    assert [c.id for c in library] == [*(c.id for c in whole), *(c.id for c in other)]
    assert [f.id for f in library.factsheets] == ["ouderbetrokkenheid", "voorbeeld"]
    assert set(library.bibliography) == {*whole.bibliography, *other.bibliography}
    blocks = whole.vocabulary.ids("building_blocks")
    assert library.vocabulary.ids("building_blocks") == (*blocks, "lezen")
    assert library.vocabulary.synonyms == whole.vocabulary.synonyms
    assert len(library.where(factsheet="voorbeeld")) == len(other) == 1
    assert library.where(factsheet="ouderbetrokkenheid").table().equals(whole.table())


def test_a_library_joined_with_itself_clashes_once(tmp_path: Path) -> None:
    root, _ = build("warning-work-never-cited", tmp_path / "x")
    with pytest.raises(oe.ValidationError) as caught:
        oe.load(root, root)
    assert [f.code for f in caught.value.findings] == ["E602"]

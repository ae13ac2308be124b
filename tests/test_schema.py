"""The schemas that editors read, held against the reader: what one refuses, the other refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from case_library import build, case_names
from ouderevidence.evidence.schema import FILES, files, schemas
from ouderevidence.evidence.yamlfile import Node, read_yaml
from ouderevidence.library.load import packaged, validate
from ouderevidence.model.findings import Report
from ouderevidence.model.words import BASES, IDENTIFICATIONS, INTENTS, JUDGEMENTS, KINDS
from ouderevidence.products.curate import new_library

ROOT = Path(__file__).resolve().parents[1]
VALIDATORS = {name: jsonschema.Draft7Validator(schema) for name, schema in schemas().items()}
# What one record shows by itself, whoever else is there: here the schema has to see what the reader sees.
OF_FORM = {"E101", "E102", "E104", "E107", "E109", "E113", "E202", "E204", "E205", "E209", "E210", "E307"}


def plain(node: Node) -> Any:
    """Return a value as an editor has it: a number that is not quoted is a number."""
    if node.entries is not None:
        return {key: plain(value) for key, value in node.entries.items()}
    if node.items is not None:
        return [plain(item) for item in node.items]
    return node.scalar


def faults(root: Path) -> dict[str, list[str]]:
    """Return what the schemas say of each file of a library."""
    found = {}
    for name, pattern in FILES.items():
        for path in sorted(root.glob(pattern)):
            node = read_yaml(path, Report(path.name))
            if node is not None:
                said = [error.message for error in VALIDATORS[name].iter_errors(plain(node))]
                found[path.relative_to(root).as_posix()] = said
    return found


@pytest.mark.parametrize("schema", schemas().values(), ids=list(schemas()))
def test_each_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)


def test_the_curated_library_is_valid_against_its_schemas() -> None:
    said = faults(packaged())
    assert {name for name in FILES if any(path.startswith("evidence") for path in said)} == set(FILES)
    assert len(said) == 10
    assert not {path: words for path, words in said.items() if words}


def test_a_new_library_is_valid_and_has_the_schemas_that_its_files_name(tmp_path: Path) -> None:
    new_library(tmp_path / "nieuw")
    assert not any(faults(tmp_path / "nieuw").values())
    named = {
        (path.parent / match[1]).resolve()
        for path in (tmp_path / "nieuw" / "evidence").rglob("*.yml")
        if (match := re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8")))
    }
    assert len(named) == 5
    assert named <= set((tmp_path / "nieuw" / "evidence" / "schema").iterdir())


def test_the_stored_schemas_are_those_of_the_reader() -> None:
    made = files()
    assert {name: (ROOT / name).read_bytes() for name in made} == made
    assert {path.name for path in (ROOT / "evidence" / "schema").iterdir()} == {f"{name}.json" for name in FILES}


def test_the_settings_for_an_editor_name_every_schema_and_its_files() -> None:
    settings = json.loads(files()[".vscode/settings.json"])
    assert settings["yaml.schemas"] == {f"./evidence/schema/{name}.json": pattern for name, pattern in FILES.items()}


@pytest.mark.parametrize("name", case_names())
def test_what_the_reader_refuses_the_schema_refuses_and_the_other_way_round(name: str, tmp_path: Path) -> None:
    root, texts = build(name, tmp_path / "x")
    wrong = {f.file for f in validate(root, texts=texts)[1] if f.severity == "error"}
    seen = {path for path, words in faults(root).items() if words}
    by_form = {f.file for f in validate(root)[1] if f.code in OF_FORM and f.file != "references.bib"}
    assert seen <= wrong
    assert by_form <= seen


def test_the_closed_lists_are_those_of_the_reader() -> None:
    claim = schemas()["claims"]["items"]["else"]["properties"]
    citation = claim["citations"]["anyOf"][0]["items"]["allOf"][0]["properties"]
    assert claim["kind"]["enum"] == list(KINDS)
    assert [citation[key]["enum"] for key in ("intent", "judgement", "basis")] == [
        list(INTENTS), list(JUDGEMENTS), list(BASES),
    ]  # fmt: skip
    assert schemas()["appraisals"]["additionalProperties"]["properties"]["identification"]["enum"] == list(
        IDENTIFICATIONS
    )
    assert {"gist", "supplements", "effect"} <= claim.keys() | citation.keys()


@pytest.mark.parametrize("key", list(schemas()["claims"]["items"]["properties"]))
def test_the_data_model_tells_of_every_key_of_a_claim(key: str) -> None:
    text = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    assert re.search(rf"^\|[^|]*`{key}`[^|]*\|", text, flags=re.MULTILINE)


def test_a_proposal_may_be_unfinished_and_still_has_no_other_keys() -> None:
    claims = VALIDATORS["claims"]
    assert claims.is_valid([{"id": "x", "proposed": True, "statement": {"nl": "", "en": ""}}])
    assert not claims.is_valid([{"id": "x", "proposed": True, "stelling": "x"}])
    assert not claims.is_valid([{"id": "x", "statement": {"nl": "", "en": ""}}])

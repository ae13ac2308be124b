"""A JSON Schema for each YAML file, so that an editor completes and underlines while somebody types.

Nothing is listed twice: the schemas are made by running the readers on a record that notes what it is asked for. What
a check holds within one record stands below it, in ``_ALSO``; what needs a second record stays with the checks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.evidence.read import (
    read_appraisal,
    read_claim,
    read_marks,
    read_programme,
    read_search,
    read_sheet,
)
from ouderevidence.evidence.record import ADDRESS, COUNTRY, DATE, KEBAB, NUMBER, YEAR, Record
from ouderevidence.evidence.vocabulary import read_terms
from ouderevidence.evidence.yamlfile import Node
from ouderevidence.model.findings import Report
from ouderevidence.model.records import Factsheet
from ouderevidence.model.words import Text
from ouderevidence.text.folding import STEERING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Schema = dict[str, Any]

# The files that each schema is for, in the words of an editor's settings.
FILES: Final[dict[str, str]] = {
    "appraisals": "evidence/appraisals.yml",
    "claims": "evidence/factsheets/*/claims/*.yml",
    "edition": "evidence/factsheets/*/edition.yml",
    "factsheet": "evidence/factsheets/*/factsheet.yml",
    "programmes": "evidence/programmes.yml",
    "searches": "evidence/searches.yml",
    "vocabulary": "evidence/vocabulary.yml",
}
FOLDER: Final = "evidence/schema"
SETTINGS: Final = ".vscode/settings.json"
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"  # what editors read
_SCALAR: Final = ["string", "number"]  # an unquoted number is text to the reader
_SEEN: Final = f"^[^{STEERING}]*$"
_WORDS: Final[Schema] = {"type": _SCALAR, "pattern": _SEEN}
_SOMETHING: Final = "[^\\s\\u200b-\\u200f\\u2060\\ufeff]"
_SAID: Final[Schema] = {"type": _SCALAR, "pattern": _SEEN, "allOf": [{"pattern": _SOMETHING}]}
_LIST: Final[Schema] = {"type": "array", "items": {"$ref": "#/definitions/words"}, "uniqueItems": True}
_TEXT: Final[Schema] = {
    "type": "object",
    "properties": {"nl": {"$ref": "#/definitions/said"}, "en": {"$ref": "#/definitions/said"}},
    "anyOf": [{"required": ["nl"]}, {"required": ["en"]}],  # a library may be in one language
    "additionalProperties": False,
}
_DEFINITIONS: Final[Schema] = {"words": _WORDS, "said": _SAID, "list": _LIST, "text": _TEXT}
_NULL: Final[Schema] = {"type": "null"}


def _one(key: str, value: str) -> Schema:
    return {"properties": {key: {"const": value}}, "required": [key]}


_CITED: Final[Schema] = {"required": ["as_cited"], "properties": {"as_cited": _SAID}}
_LINK: Final[Schema] = {  # a note always; basis none exactly when unchecked
    "required": ["note"],
    "properties": {"note": {"not": _NULL}},
    "if": _one("judgement", "unchecked"),
    "then": _one("basis", "none"),
    "else": {"not": _one("basis", "none")},
}
_FILLED: Final[Schema] = {"type": "array", "minItems": 1}
# What the checks hold within one record: where it stands in the claim, and what it must be besides.
_ALSO: Final[dict[tuple[str, ...], Schema]] = {
    (): {
        "required": ["passages"],
        "properties": {"passages": _FILLED},
        "if": _one("kind", "recommendation"),
        "else": {"properties": {"rests_on": {"maxItems": 0}}},
    },
    ("citations",): {"allOf": [_CITED, _LINK]},
    ("supplements",): _LINK,
    ("caveats",): {
        "anyOf": [{"required": [key], "properties": {key: _FILLED}} for key in ("works", "sections")],
    },
    ("passages",): {
        "required": ["starts", "ends"],
        "properties": {"starts": _SAID, "ends": _SAID},
    },
}


class _Asked(Record):
    """A record that holds nothing, and notes what its reader asks for."""

    def __init__(self) -> None:
        super().__init__(Node(1, entries={}), Report(""), "")
        self.schema: Schema = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}

    def note(self, key: str, form: Mapping[str, Any], *, required: bool) -> None:
        """Note a key and the form of its value; what is not required may be null."""
        self.schema["properties"][key] = dict(form) if required else {"anyOf": [dict(form), _NULL]}
        if required and key not in self.schema["required"]:
            self.schema["required"].append(key)

    def has(self, key: str) -> bool:
        return True

    def string(self, key: str, *, required: bool = False) -> str | None:
        self.note(key, {"$ref": f"#/definitions/{'said' if required else 'words'}"}, required=required)
        return key

    def identifier(self) -> str | None:
        self.note("id", {"type": _SCALAR, "pattern": f"^{KEBAB.pattern}$"}, required=True)
        return "id"

    def year(self, key: str) -> str | None:
        self.note(key, {"type": _SCALAR, "pattern": f"^({YEAR.pattern}|\\s*)$"}, required=False)
        return None

    def digits(self, key: str, count: int) -> str:
        self.note(key, {"type": _SCALAR, "pattern": f"^[0-9a-f]{{{count}}}$"}, required=True)
        return ""

    def address(self, key: str) -> str | None:
        self.note(key, {"type": "string", "pattern": f"^({ADDRESS.pattern}|\\s*)$"}, required=False)
        return None

    def flag(self, key: str, *, required: bool = False) -> bool:
        self.note(key, {"type": "boolean"}, required=required)
        return False

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        form: Schema = {"type": "string", "enum": list(allowed)}
        if isinstance(allowed, dict):
            form["enumDescriptions"] = [f"{text.nl} / {text.en}" for text in allowed.values()]
        self.note(key, form, required=True)
        return default

    def date(self, key: str, *, required: bool = False, past: bool = False) -> str | None:
        self.note(key, {"type": "string", "pattern": f"^{DATE.pattern}$", "format": "date"}, required=required)
        return None

    def number(self, key: str, *, required: bool = False) -> int:
        form = {"type": ["integer", "string"], "minimum": 0, "maximum": 999_999_999, "pattern": f"^{NUMBER.pattern}$"}
        self.note(key, form, required=required)
        return 0

    def strings(self, key: str, *, required: bool = False, country: bool = False) -> tuple[str, ...]:
        parts: list[Schema] = [{"$ref": "#/definitions/list"}]
        parts += [{"minItems": 1}] if required else []
        parts += [{"items": {"pattern": f"^({COUNTRY.pattern})$"}}] if country else []
        self.note(key, {"allOf": parts} if parts[1:] else parts[0], required=required and key != "languages")
        return ()

    def groups(self, key: str) -> list[tuple[str, ...]]:
        group = {"type": "array", "items": {"$ref": "#/definitions/said"}, "minItems": 2}
        self.note(key, {"type": "array", "items": group}, required=False)
        return []

    def text(self, key: str, *, required: bool = False) -> Text | None:
        self.note(key, {"$ref": "#/definitions/text"}, required=required)
        return None

    def texts(self, key: str) -> tuple[Text, ...]:
        self.note(key, {"type": "array", "items": {"$ref": "#/definitions/text"}}, required=False)
        return ()

    def both_languages(self) -> Text | None:
        for language in ("nl", "en"):
            self.schema["properties"][language] = {"$ref": "#/definitions/said"}
        self.schema["anyOf"] = [{"required": ["nl"]}, {"required": ["en"]}]
        return Text("", "")

    def child(self, key: str, *, required: bool = False) -> Record | None:
        inner = _Asked()
        self.note(key, inner.schema, required=required)  # filled while the reader goes on
        return inner

    def children(self, key: str, name: str | Text, *, required: bool = False) -> Iterator[Record]:
        inner = _Asked()
        yield inner
        self.note(key, {"type": "array", "items": inner.schema}, required=required)


def schemas() -> dict[str, Schema]:
    """Return the schema of each file, by its name in ``FILES``.

    Examples
    --------
    >>> schemas()["claims"]["items"]["else"]["properties"]["statement"]
    {'$ref': '#/definitions/text'}
    """
    appraisal, sheet, edition, vocabulary = (_Asked() for _ in range(4))
    read_appraisal(appraisal)
    read_sheet(sheet, Factsheet("id", Text("", ""), "", None, None, None, "", (), (), ()))
    read_marks(edition)
    read_terms(vocabulary)
    made: dict[str, Schema] = {
        "appraisals": {"type": ["object", "null"], "additionalProperties": appraisal.schema},
        "claims": {"type": "array", "minItems": 1, "items": _claim()},
        "edition": edition.schema,
        "factsheet": sheet.schema,
        "programmes": {"type": ["array", "null"], "items": _listed(read_programme)},
        "searches": {"type": ["array", "null"], "items": _listed(read_search)},
        "vocabulary": vocabulary.schema,
    }
    return {
        name: {"$schema": _DRAFT, "title": FILES[name], **schema, "definitions": _DEFINITIONS}
        for name, schema in made.items()
    }


def files() -> dict[str, bytes]:
    """Return the schemas as files of a library, and the settings that tell an editor of them: path to content."""
    made: dict[str, Schema] = {f"{FOLDER}/{name}.json": schema for name, schema in schemas().items()}
    made[SETTINGS] = {"yaml.schemas": {f"./{FOLDER}/{name}.json": pattern for name, pattern in FILES.items()}}
    return {path: (json.dumps(content, indent=1) + "\n").encode() for path, content in made.items()}


def _listed(reader: Any) -> Schema:  # noqa: ANN401 (each reader gives another kind of record)
    record = _Asked()
    record.identifier()
    reader("id", record)
    return record.schema


def _claim() -> Schema:
    """Return the schema of a claim; of a proposal only its keys are held, for nobody has written it yet."""
    asked = _Asked()
    asked.identifier()
    asked.flag("proposed")
    read_claim("id", asked, "")
    claim = asked.schema
    for (key,), also in ((place, also) for place, also in _ALSO.items() if place):
        items = claim["properties"][key]["anyOf"][0]
        items["items"] = {"allOf": [items["items"], also]}
    del claim["additionalProperties"]
    return {
        "type": "object",
        "required": ["id"],
        "properties": dict.fromkeys(claim["properties"], True),
        "additionalProperties": False,
        "if": {"properties": {"proposed": {"const": True}}, "required": ["proposed"]},
        "then": {"properties": {"id": claim["properties"]["id"]}},
        "else": {"allOf": [_ALSO[()]], **claim},
    }

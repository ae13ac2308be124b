"""The citations of a document: written out by pandoc, then finished where the style cannot say what APA 7 wants.

Every rule of the finishing has a name in ``docs/apa.md``, with its reason and its source.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence import style
from ouderevidence.brief import marks, nodes, pandoc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ouderevidence.brief.nodes import Inlines, Node
    from ouderevidence.style import StyleProfile

LOCALES: Final = {"nl": "nl-NL", "en": "en-US"}  # English APA writes "March 1, 2024" and “double” quotation marks
AND: Final = {"nl": "en", "en": "and"}
# One or more initials and the space after them: "A. L. ", "Th. ", "A.-L. ".
INITIALS: Final = r"((?<!\w)(?:\w{1,2}\.[ -]?)+)?"
OWN_LABELS: Final = (("(Red.)", "(Ed.)"), ("(Reds.)", "(Eds.)"))
DUTCH_EDITION: Final = re.compile(r"\((\d+)e druk(?=[),;])")
UNNAMED: Final = re.compile(r"(, \w\S*\.)\s(et\sal\.)")  # "Iliás, M. et al.": only the first author is known
ARTICLE: Final = re.compile(r"^(?:a|an|the|de|het|een)\s+", re.IGNORECASE)  # APA 7, section 9.44
SMALL: Final = re.compile(r"['’]|[dD]['’]")  # Radboud University, guide to APA 7: d' never gets a capital
RUN: Final = frozenset({"Str", "Space"})


def resolve(document: Node, profile: str = "radboud") -> Node:
    """Return the document with its citations and its list of references written out.

    Parameters
    ----------
    document
        A document with ``references`` and ``lang`` in its metadata.
    profile
        The reference style, one of ``style.PROFILES``.

    Raises
    ------
    EvidenceError
        If the profile is unknown.
    RenderError
        If pandoc fails or warns: a citation without a work is a warning.
    """
    chosen_style = style.style(profile)
    language = _plain(document["meta"].get("lang", nodes.meta("nl"))).partition("-")[0]
    given = {**document, "meta": {**document["meta"], "lang": nodes.meta(LOCALES.get(language, language))}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "style.csl")
        path.write_text(chosen_style, encoding="utf-8")
        written = pandoc.read(pandoc.run(given, "json", "--citeproc", f"--csl={path}"))
    names = _Names.read(document["meta"])
    finish = _Finish(style.PROFILES[profile], language, names)
    return {**written, "meta": written["meta"] | _lang(document), "blocks": walk(written["blocks"], finish)}


def _lang(document: Node) -> Node:
    return {key: document["meta"][key] for key in ("lang",) if key in document["meta"]}


@dataclass(frozen=True, slots=True)
class _Names:
    """What pandoc does not tell about the works: particles, abbreviations, languages, what is not in the list."""

    inner: frozenset[tuple[str, str]]  # particle and family of the names that start small
    bodies: frozenset[str]
    short: dict[str, str]
    items: dict[str, Node]
    personal: frozenset[str]

    def filed(self, key: str, *, particles: bool) -> str:
        """Return the letters under which a work stands in the list: those of its first author, else of its title."""
        item = self.items[key]
        name = next((item[role][0] for role in ("author", "editor") if item.get(role)), None)
        if name is None:
            return _letters(ARTICLE.sub("", item.get("title", key)))
        particle = name.get("non-dropping-particle", "") if particles else ""
        return _letters(particle + name.get("family", name.get("literal", "")))

    @classmethod
    def read(cls, metadata: Node) -> _Names:
        items = _plain(metadata.get("references", nodes.meta([])))
        names = [name for item in items for role in ("author", "editor") for name in item.get(role, [])]
        return cls(
            frozenset(pair for pair in map(_pair, names) if "".join(pair)[:1].islower() or SMALL.match("".join(pair))),
            frozenset(name["literal"] for name in names if "literal" in name),
            {name["literal"]: name["short"] for name in names if "short" in name},
            {item["id"]: item for item in items},
            frozenset(item["id"] for item in items if item["type"] == "personal_communication"),
        )


@dataclass(slots=True)
class _Finish:
    """Finish the citations and the entries of a document, in its order."""

    profile: StyleProfile
    language: str
    names: _Names
    named: set[str] = field(default_factory=set)

    def __call__(self, node: Node) -> Node:
        if node.get("t") == "Cite":  # a writer may set citations of its own: typst does
            return nodes.span(self.cited(node), "", ["citation"])
        if _is_refs(node):
            listed = [self.entry(entry) for entry in node["c"][1] if _key(entry) not in self.names.personal]
            listed.sort(key=lambda entry: self.names.filed(_key(entry), particles=not self.profile.by_main_name))
            return {"t": "Div", "c": [node["c"][0], listed]}
        return node

    def cited(self, cite: Node) -> Inlines:
        """Return the words of a citation."""
        parts: Inlines = cite["c"][1]
        narrative = cite["c"][0][0]["citationMode"]["t"] == "AuthorInText"
        if self.profile.language == "nl":
            parts = _map_runs(parts, self.small_particles)
        if narrative:
            parts = _map_head(parts, self.spelled_and)
        return _map_runs(parts, lambda words: self.abbreviated(words, narrative=narrative))

    def small_particles(self, words: str) -> str:
        """Take back the capital of the style where it is wrong: "A. L. van der Vegt", "d'Ancona", "von Humboldt"."""
        for particle, family in sorted(self.names.inner):
            name = f"{particle} {family}".strip()
            pattern = INITIALS + r"(?<!\w)" + _loose(name[:1].upper() + name[1:]) + r"(?!\w)"
            always = not particle or SMALL.match(particle)
            words = re.sub(pattern, _small if always else _small_after_initials, words)
        return words

    def spelled_and(self, words: str) -> str:
        """Write "Mapp en Kuttner" where a citation is part of the sentence."""
        bodies = [body for body in self.names.bodies if "&" in body]
        for body in bodies:
            words = words.replace(body, body.replace("&", "\0"))
        if self.language == "nl":
            words = words.replace(", & ", " & ")
        return words.replace(" & ", f" {AND.get(self.language, '&')} ").replace("\0", "&")

    def abbreviated(self, words: str, *, narrative: bool) -> str:
        """Give a body's abbreviation with its first citation, and alone from then on."""
        for name, short in self.names.short.items():
            if name not in words:
                continue
            if name in self.named:
                words = words.replace(name, short)
            elif narrative:
                words = words.replace(f"{name} (", f"{name} ({short}, ", 1)
            else:
                words = words.replace(name, f"{name} [{short}]", 1)
            self.named.add(name)
        return words

    def entry(self, entry: Node) -> Node:
        """Return an entry of the list."""
        attributes, blocks = entry["c"]
        changed = [{**block, "c": self.listed(block["c"], _key(entry))} for block in blocks]
        return {"t": "Div", "c": [attributes, changed]}

    def listed(self, parts: Inlines, key: str) -> Inlines:
        """Return the words of an entry."""
        parts = _map_head(parts, lambda words: UNNAMED.sub(r"\1, \2", words.replace(", … ", ", . . . ")))
        if self.profile.capital_in_list:
            parts = _map_head(parts, self.small_particles)
        if self.profile.own_language and self.names.items[key].get("language") == "en":
            parts = _map_runs(parts, _in_english)
        return parts


def _pair(name: dict[str, str]) -> tuple[str, str]:
    return name.get("non-dropping-particle", ""), name.get("family", "")


def _letters(words: str) -> str:
    """Return the letters and digits of words, accents and spaces left out: the list goes letter by letter."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(char for char in plain if char.isalnum())


def _small_after_initials(found: re.Match[str]) -> str:
    return _small(found) if found[1] else found[0]


def _small(found: re.Match[str]) -> str:
    """Give the first letter of a name its small form: "D'Ancona" becomes "d'Ancona", "'T Hart" "'t Hart"."""
    start = found.end(1) if found[1] else found.start()
    name = found.string[start : found.end()]
    letter = next(place for place, char in enumerate(name) if char.isalpha())
    return (found[1] or "") + name[:letter] + name[letter].lower() + name[letter + 1 :]


def _loose(name: str) -> str:
    """Return a pattern for a name however its apostrophes are drawn, with or without a space after one."""
    name = re.sub(r"^(['’])([a-z])", lambda found: found[1] + found[2].upper(), name)
    return re.sub(r"['’](\\ )?", lambda found: "['’]" + (" ?" if found[1] else ""), re.escape(name))


def _in_english(words: str) -> str:
    for dutch, english in OWN_LABELS:
        words = words.replace(dutch, english)
    return DUTCH_EDITION.sub(lambda found: f"({_ordinal(int(found[1]))} edition", words)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _map_runs(parts: Inlines, change: Callable[[str], str]) -> Inlines:
    """Return inlines with every run of words changed as one text, in links too, not in titles."""
    changed: Inlines = []
    for run in _runs(parts):
        if run[0]["t"] in RUN:
            changed += _inlines(change(_words(run)))
        elif run[0]["t"] == "Link":
            attributes, inner, target = run[0]["c"]
            changed.append({"t": "Link", "c": [attributes, _map_runs(inner, change), target]})
        else:
            changed += run
    return changed


def _map_head(parts: Inlines, change: Callable[[str], str]) -> Inlines:
    """Return inlines with the names they start with changed: the words before the first bracket."""
    runs = list(_runs(parts))
    if not runs or runs[0][0]["t"] not in RUN:
        return parts
    words = _words(runs[0])
    names, bracket, rest = words.partition(" (")
    return _inlines(change(names + bracket) + rest) + [part for run in runs[1:] for part in run]


def _runs(parts: Inlines) -> Iterator[Inlines]:
    run: Inlines = []
    for part in _flat(parts):
        if part["t"] in RUN:
            run.append(part)
            continue
        if run:
            yield run
            run = []
        yield [part]
    if run:
        yield run


def _flat(parts: Inlines) -> Iterator[Node]:
    """Give inlines without the spans that pandoc keeps around names whose case is not to change."""
    for part in parts:
        if part["t"] == "Span" and "nocase" in part["c"][0][1]:
            yield from _flat(part["c"][1])
        elif part != {"t": "Str", "c": ""}:
            yield part


def _words(run: Inlines) -> str:
    return "".join(" " if part["t"] == "Space" else part["c"] for part in run)


def _inlines(words: str) -> Inlines:
    parts = re.split("( )", words)
    return [nodes.SPACE if part == " " else {"t": "Str", "c": part} for part in parts if part]


def _plain(value: Node) -> Any:  # noqa: ANN401 - metadata of any shape
    """Return metadata as text, lists and mappings."""
    match value["t"]:
        case "MetaList":
            return [_plain(part) for part in value["c"]]
        case "MetaMap":
            return {key: _plain(part) for key, part in value["c"].items()}
        case "MetaInlines":
            return " ".join(marks.words(value["c"]))
    return value["c"]


def map_text(node: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with every word of text and piece of code changed; addresses are left alone."""

    def changed(part: Node) -> Node:
        if part.get("t") == "Str":
            return {"t": "Str", "c": change(part["c"])}
        if part.get("t") == "Code":
            return {"t": "Code", "c": [part["c"][0], change(part["c"][1])]}
        return part

    return walk(node, changed)


def walk(node: Any, change: Callable[[Node], Node]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with every node changed, the inner ones first."""
    if isinstance(node, list):
        return [walk(part, change) for part in node]
    if isinstance(node, dict):
        return change({key: walk(part, change) for key, part in node.items()})
    return node


def with_list(blocks: list[Node], resolved: list[Node]) -> list[Node]:
    """Return blocks with their empty list of references filled with the written one, as ordinary paragraphs."""
    entries: list[Node] = next((block["c"][1] for block in resolved if _is_refs(block)), [])
    paragraphs = [nodes.para(entry["c"][1][0]["c"]) for entry in entries if entry.get("t") == "Div"]
    filled: list[Node] = []
    for block in blocks:
        filled += paragraphs if _is_refs(block) else [block]
    return filled


def _is_refs(block: Node) -> bool:
    return block.get("t") == "Div" and block["c"][0][0] == "refs"


def _key(entry: Node) -> str:
    return str(entry["c"][0][0]).removeprefix("ref-")

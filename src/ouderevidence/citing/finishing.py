"""What APA 7 wants of written citations and a written list, and a citation style cannot say.

Every rule has a name in ``docs/apa.md``, with its reason and its source.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import marks, nodes

Item = dict[str, Any]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ouderevidence.citing.style import StyleProfile
    from ouderevidence.document.nodes import Inlines, Node

AND: Final = {"nl": "en", "en": "and"}
# The rules of this step, by the name that docs/apa.md gives them.
RULES: Final = (
    "small-after-initials", "elided-particle", "last-author-named", "en-in-a-sentence", "abbreviated-body",
    "spaced-ellipsis", "et-al-in-list", "own-language", "letter-by-letter", "text-only",
)  # fmt: skip
# One or more initials and the space after them: "A. L. ", "Th. ", "A.-L. ".
INITIALS: Final = r"((?<!\w)(?:\w{1,2}\.[ -]?)+)?"
OWN_LABELS: Final = (("(Red.)", "(Ed.)"), ("(Reds.)", "(Eds.)"))
DUTCH_EDITION: Final = re.compile(r"\((\d+)e druk(?=[),;])")
UNNAMED: Final = re.compile(r"(, \w\S*\.)\s(et\sal\.)")  # "Iliás, M. et al.": only the first author is known
ARTICLE: Final = re.compile(r"^(?:a|an|the|de|het|een)\s+", re.IGNORECASE)  # APA 7, section 9.44
CAPITAL: Final = re.compile(r"^\W*\w")
# Radboud University, guide to APA 7: d' never gets a capital; in "D’hoker" it is part of the word.
SMALL: Final = re.compile(r"’|d’|D’(?![a-zà-ÿ])")
ROLES: Final = ("author", "editor")
RUN: Final = frozenset({"Str", "Space"})


@dataclass(slots=True)
class Finish:
    """Finish the citations and the entries of a document, in its order.

    ``items`` are the CSL items of the works by their id: pandoc's output no longer tells a particle from a name.
    """

    profile: StyleProfile
    language: str
    items: Mapping[str, Item]
    named: set[str] = field(default_factory=set)

    def __call__(self, node: Node) -> Node:
        """Return a citation or the list finished, any other node as it is."""
        if node.get("t") == "Cite":  # a writer may set citations of its own: typst does
            return nodes.span(self.cited(node), "", ["citation"])
        if node.get("t") == "Div" and nodes.is_refs(node):
            entries = [(self.items[_key(entry)], entry) for entry in node["c"][1]]
            listed = [(item, entry) for item, entry in entries if item["type"] != "personal_communication"]
            listed.sort(key=lambda pair: self.filed(pair[0]))
            return {"t": "Div", "c": [node["c"][0], [self.entry(item, entry) for item, entry in listed]]}
        return node

    def filed(self, item: Item) -> str:
        """Return the letters under which a work stands in the list: those of its first author, else of its title."""
        people = _people(item)
        if not people:
            return _letters(ARTICLE.sub("", str(item.get("title") or item["id"])))
        particle, family = _pair(people[0])
        return _letters(people[0].get("literal") or ("" if self.profile.by_main_name else particle) + family)

    def cited(self, cite: Node) -> Inlines:
        """Return the words of a citation."""
        references, parts = cite["c"]
        works = [self.items[part["citationId"]] for part in references]
        names = [name for item in works for name in _people(item)]
        narrative = references[0]["citationMode"]["t"] == "AuthorInText"
        parts = _map_runs(parts, lambda words: elided(words, names))
        if self.profile.language == "nl":
            parts = _map_runs(parts, lambda words: small_particles(words, names))
        parts = _map_runs(parts, lambda words: self.last_named(words, works))
        if narrative:
            bodies = [name["literal"] for name in names if "literal" in name]
            parts = _map_head(parts, lambda words: spelled_and(words, bodies, self.language))
        parts = _map_runs(parts, lambda words: self.abbreviated(words, names, narrative=narrative))
        return _linked_whole(parts) if narrative and len(references) == 1 else parts

    def last_named(self, words: str, works: list[Item]) -> str:
        """Name the last author where "et al." would stand for that one alone: APA 7, section 8.18."""
        for item in works:
            shown = [self.in_text(name) for name in _people(item)]
            if len(shown) > 2 and shown[-1] != "others":  # noqa: PLR2004 - two authors are always both named
                first = ", ".join(shown[:-1])
                words = words.replace(f"{first}, et al.", f"{first}, & {shown[-1]}")
        return words

    def in_text(self, name: Item) -> str:
        """Return a name as the text has it, without initials."""
        if "literal" in name:
            return str(name["literal"])
        particle, family = _pair(name)
        full = _joined(particle, family)
        if self.profile.language != "nl" or not particle or SMALL.match(full):
            return full
        return full[:1].upper() + full[1:]

    def abbreviated(self, words: str, names: list[Item], *, narrative: bool) -> str:
        """Give a body's abbreviation with its first citation, and alone from then on."""
        for body, short in {name["literal"]: name["short"] for name in names if "short" in name}.items():
            if body not in words:
                continue
            if body in self.named:
                words = words.replace(body, short)
            elif narrative:
                words = words.replace(f"{body} (", f"{body} ({short}, ", 1)
            else:
                words = words.replace(body, f"{body} [{short}]", 1)
            self.named.add(body)
        return words

    def entry(self, item: Item, entry: Node) -> Node:
        """Return an entry of the list."""
        attributes, blocks = entry["c"]
        return {"t": "Div", "c": [attributes, [{**block, "c": self.listed(block["c"], item)} for block in blocks]]}

    def listed(self, parts: Inlines, item: Item) -> Inlines:
        """Return the words of an entry."""
        names = [name for role in ROLES for name in item.get(role, [])]
        parts = _map_runs(parts, lambda words: elided(words, names))
        parts = _map_head(parts, lambda words: UNNAMED.sub(r"\1, \2", words.replace(", … ", ", . . . ")))
        if self.profile.capital_in_list:
            parts = _map_head(parts, lambda words: small_particles(words, names))
        if self.profile.own_language and item.get("language") == "en":
            parts = _map_runs(parts, _in_english)
        return parts


def items_by_id(metadata: Node) -> dict[str, Item]:
    """Return the ``references`` of a document's metadata as CSL items, by id."""
    return {item["id"]: item for item in plain(metadata.get("references", nodes.meta([])))}


def elided(words: str, names: list[Item]) -> str:
    """Take out the space that pandoc puts after d'."""
    for particle, family in map(_pair, names):
        if particle.endswith("’"):
            apart = rf"(?<!\w)({re.escape(particle)}) ({re.escape(family)})"
            words = re.sub(apart, r"\1\2", words, flags=re.IGNORECASE)
    return words


def small_particles(words: str, names: list[Item]) -> str:
    """Take back the capital of the style where it is wrong: "A. L. van der Vegt", "d'Ancona", "von Humboldt"."""
    for particle, family in dict.fromkeys(map(_pair, names)):
        name = _joined(particle, family)
        if name[:1].islower() or SMALL.match(name):
            capital = CAPITAL.sub(lambda found: found[0].upper(), name)
            pattern = INITIALS + r"(?<!\w)" + re.escape(capital) + r"(?!\w)"
            always = not particle or SMALL.match(particle)
            words = re.sub(pattern, _small if always else _small_after_initials, words)
    return words


def _people(item: Item) -> list[Item]:
    return next((item[role] for role in ROLES if item.get(role)), [])


def _pair(name: Item) -> tuple[str, str]:
    return name.get("non-dropping-particle", ""), name.get("family", "")


def _joined(particle: str, family: str) -> str:
    return f"{particle}{'' if particle.endswith('’') else ' '}{family}".strip()


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


def _in_english(words: str) -> str:
    for dutch, english in OWN_LABELS:
        words = words.replace(dutch, english)
    return DUTCH_EDITION.sub(lambda found: f"({_ordinal(int(found[1]))} edition", words)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def spelled_and(words: str, bodies: Iterable[str], language: str) -> str:
    """Write "Mapp en Kuttner" where a citation is part of the sentence; a body keeps its own ampersand."""
    for body in bodies:
        words = words.replace(body, body.replace("&", "\0"))
    if language == "nl":
        words = words.replace(", & ", " & ")
    return words.replace(" & ", f" {AND.get(language, '&')} ").replace("\0", "&")


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


def _linked_whole(parts: Inlines) -> Inlines:
    """Return a citation whose year alone leads to the list with its names in the link too, so that it says whose."""
    links = [part for part in parts if part["t"] == "Link"]
    if len(links) != 1:
        return parts
    attributes, _, target = links[0]["c"]
    inside = [inline for part in parts for inline in (part["c"][1] if part is links[0] else [part])]
    return [{"t": "Link", "c": [attributes, inside, target]}]


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


def plain(value: Node) -> Any:  # noqa: ANN401 - metadata of any shape
    """Return metadata as text, lists and mappings."""
    match value["t"]:
        case "MetaList":
            return [plain(part) for part in value["c"]]
        case "MetaMap":
            return {key: plain(part) for key, part in value["c"].items()}
        case "MetaInlines":
            return " ".join(marks.words(value["c"]))
    return value["c"]


def _key(entry: Node) -> str:
    return str(entry["c"][0][0]).removeprefix("ref-")

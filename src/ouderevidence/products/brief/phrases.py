"""The parts of a sentence in a brief: citations, ids that lead somewhere, the underpinning of a claim."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.citing import references
from ouderevidence.citing.finishing import spelled_and
from ouderevidence.document import marks, nodes
from ouderevidence.model.words import CONTESTED, JUDGEMENTS, KINDS, LEVEL_SIGNS, day
from ouderevidence.products.brief import selection, wording
from ouderevidence.products.brief.title import default_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.figures import Chart
    from ouderevidence.library.profile import Link, Profile
    from ouderevidence.model.records import Caveat, Claim, Work
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.brief import Brief
    from ouderevidence.products.brief.plan import Plan

# The places a claim can stand in -> how their anchors start.
PLACES: Final = {"message": "boodschap-", "table": "claim-", "account": "volledig-"}
# A claim that the first page tells does not stand in a table.
ON_PAGE_INSTEAD: Final = {f"#{PLACES['table']}": f"#{PLACES['message']}"}

MEASURE: Final = re.compile(r"\b([dgr]) =")
MOST_CITED: Final = 2  # works in one place of a message; the full account names all
MOST_IN_TABLE: Final = 1
PAIR: Final = 2
ALL: Final = 1000
FEW: Final = 12  # claims; a summary of more of them names one work in a place, and the full account all
MANY: Final = 24  # claims; a summary of more of them tells the core claims, and the full account all


def listed(words: Sequence[str], last: str) -> str:
    """Return words as people list them: a, b and c."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _weight(link: Link) -> tuple[bool, bool, bool, str]:
    """Return the place of a link among others: full before partial, syntheses and reviewed work first, newest first."""
    reviewed = link.work.appraisal.peer_reviewed == "yes"
    year = "".join(chr(ord("9") - ord(digit) + ord("0")) for digit in link.work.year if digit.isdigit())
    return not link.full, not link.synthesis, not reviewed, year or "~"


def _qualifies(link: Link) -> bool:
    """Whether a work qualifies a claim, and neither contradicts nor disputes it."""
    return selection.tempers(link) and not link.objects and link.citation.intent != "disputes"


def _disputes_in_part(link: Link) -> bool:
    """Whether a work disputes a claim, and only in part."""
    return link.citation.intent == "disputes" and not link.objects


def _works(links: Iterable[Link], asked: Callable[[Link], bool]) -> list[Work]:
    """Return the works of the links asked for, each once: a factsheet may cite one for a claim in several places."""
    return list({link.work.key: link.work for link in links if asked(link)}.values())


class Phrases:
    """Words and inlines of one brief: its claims seen in one language."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.library = brief.library
        self.language = brief.language
        self.title = brief.title or default_title(brief.library, brief.language)
        self.works = selection.works(self.library)
        self.labels = references.labels(self.works, language=self.language)
        self.charts: dict[str, Chart] = {}

    def say(self, words: Text, **parts: object) -> str:
        """Return words in the language of the brief, with the parts filled in."""
        return words.of(self.language).format(**parts) if parts else words.of(self.language)

    def text(self, words: Text, **parts: object) -> Inlines:
        """Return words in the language of the brief as inlines."""
        return nodes.text(self.say(words, **parts))

    def number(self, count: int) -> str:
        """Return a number as it stands in a sentence: one in words."""
        return self.say(wording.ONE) if count == 1 else str(count)

    def term(self, facet: str, identifier: str) -> str:
        """Return the label of a term."""
        return str(self.library.vocabulary.label(facet, identifier, self.language))

    def statement(self, claim: Claim, *, whole: bool = True) -> Inlines:
        """Return the statement of a claim, marked; without its last full stop where more follows."""
        words = claim.statement.of(self.language)
        return self._sentence(words if whole else words.removesuffix("."), claim, "statement")

    def named(self, name: Text, inlines: Inlines) -> Inlines:
        """Return a name in bold with a colon, and what it is."""
        return nodes.spaced([nodes.strong(nodes.text(f"{self.say(name)}:"))], inlines)

    def lead_in(self, claim: Claim) -> Inlines:
        """Return the words that lead in the statement of a claim: its kind."""
        return self.text(wording.LEAD_INS[claim.kind])

    def note_of(self, claim: Claim, link: Link) -> Inlines:
        """Return the note on any link, marked; empty if there is none."""
        return self._evidence(link.citation.note, claim, "note", link.work.key)

    def terms(self, facet: str, claim: Claim) -> str:
        """Return the terms of a claim in words."""
        return ", ".join(self.term(facet, name) for name in getattr(claim, facet)) or self.say(wording.NO_GROUP)

    def finding(self, claim: Claim, work: Work) -> Inlines:
        """Return what a work found, marked; empty if that is not known."""
        return self._evidence(work.appraisal.finding, claim, "finding", work.key)

    def caveat(self, claim: Claim, caveat: Caveat) -> Inlines:
        """Return a caveat, marked, with what it rests on and the day it was checked."""
        works = [self.library.work(key) for key in caveat.works]
        notes = [self.say(wording.CAVEAT_SECTION, section=", ".join(caveat.sections))] if caveat.sections else []
        if caveat.checked_on:
            notes.append(f"{self.say(wording.CHECKED_ON)} {self.date(caveat.checked_on)}")
        return nodes.spaced(
            self._evidence(caveat.text, claim, "caveat"),
            self.cited(works, claim),
            nodes.text(f"({'; '.join(notes)})") if notes else [],
        )

    def tempered(self, caveat: Caveat, claim: Claim) -> Inlines:
        """Return a caveat that stands where its claim stands."""
        works = [self.library.work(key) for key in caveat.works]
        return nodes.spaced(
            [nodes.emph(self.text(wording.BEWARE))], self._evidence(caveat.text, claim, "caveat"),
            self.cited(works, claim),
        )  # fmt: skip

    def _evidence(self, words: Text | None, claim: Claim, part: str, work: str = "") -> Inlines:
        return self._sentence(self.say(words), claim, part, work) if words else []

    def _sentence(self, words: str, claim: Claim, part: str, work: str = "") -> Inlines:
        return marks.mark(nodes.text(words), claim.id, part, work)

    def claim_code(self, claim: Claim, *, at: str = "") -> Inlines:
        """Return the code of a claim, with the place ``at`` which it stands, as a link to where more is said of it.

        Places: ``message`` (the first page), ``table`` (the summary) and ``account`` (the full account, whose own link
        leads back to the page). A link that leads nowhere in this brief is taken off when the document is whole.
        """
        target = {"page": "message", "summary": "table", "full": "account"}[self.brief.depth]
        if at == "account" or (at == "message" and target == "table"):
            target = "message"
        inlines: Inlines = nodes.text(claim.shown_code)
        if target != at:
            inlines = [nodes.link(inlines, f"#{PLACES[target]}{claim.id}")]
        return [nodes.span(inlines, f"{PLACES[at]}{claim.id}" if at else "", ["claim-code"])]

    @cached_property
    def read(self) -> frozenset[str]:
        """The keys of the works of which something was read."""
        return selection.read(self.library)

    @cached_property
    def plan(self) -> Plan:
        """What the first page tells."""
        from ouderevidence.products.brief.plan import plan  # which measures what is made of these phrases

        return plan(self)

    @cached_property
    def answer(self) -> tuple[Inlines, ...]:
        """The sentences of the short answer."""
        from ouderevidence.products.brief.answer import sentences  # which is made of these phrases

        return tuple(sentences(self))

    @cached_property
    def measures(self) -> frozenset[str]:
        """The letters of measures of size behind the first page: d, g, r."""
        if self.brief.depth == "page":
            return frozenset()
        sizes = map(self.effect, selection.sized(self.library))
        return frozenset(letter for size in sizes for letter in MEASURE.findall(" ".join(marks.words(size))))

    @cached_property
    def picture(self) -> Node:
        """The figure that shows at a glance how the findings are underpinned."""
        from ouderevidence.figures import levels_by_reading  # matplotlib is slow to import

        return self.chart("levels", levels_by_reading(self.library, language=self.language), "100%")

    def chart(self, name: str, chart: Chart, width: str) -> Node:
        """Return the place of a chart, under a name: it is drawn when the document is whole."""
        self.charts[name] = chart
        return nodes.image(name, chart.alt_text, width=width)

    @cached_property
    def on_page(self) -> frozenset[str]:
        """The ids of the claims that the first page tells, advice apart."""
        return frozenset(claim.id for claim in (*self.plan.messages, *self.plan.also))

    def tells(self, claim: Claim) -> bool:
        """Whether this brief tells an advice: all, but in a summary of many claims what rests on a supported one."""
        whole = self.brief.depth == "full" or len(self.library) <= MANY
        return whole or selection.rests(self.library, claim)

    def level(self, profile: Profile, *, kind: str = "", contested: bool = False, tempered: bool = False) -> Inlines:
        """Return a level as its sign and its word; for a kind without a level the kind and how it stands."""
        if profile.level is None:
            words = self.say(KINDS[kind]) if kind else ""
            return nodes.text(", ".join(part for part in (words, self.say(profile.text)) if part))
        words = self.level_word(profile)
        marks_of_it = (CONTESTED,) if contested else (wording.TEMPERED,) if tempered else ()
        words = ", ".join([words, *map(self.say, marks_of_it)])
        return [nodes.sign(LEVEL_SIGNS[profile.level]), nodes.SPACE, nodes.emph(nodes.text(words))]

    def standing(self, claim: Claim, *, at: str) -> Inlines:
        """Return how a claim is underpinned and its code, in brackets."""
        profile = self.library.profile(claim.id, "evidence")
        tempered = selection.is_tempered(self.library, claim)
        level = self.level(profile, kind=claim.kind, contested=profile.contested, tempered=tempered)
        return nodes.bracketed(nodes.joined([level, self.claim_code(claim, at=at)], ";"))

    def level_word(self, profile: Profile) -> str:
        """Return the word for a level."""
        return self.say(profile.text)

    def carried_by(self, claim: Claim, *, most: int = MOST_CITED, counter: bool = False) -> Inlines:
        """Return the works behind a finding, and those against it: those of the factsheet and ours, kept apart.

        With ``counter`` without those of which :meth:`counterpoints` tells what they say.
        """
        links = sorted(self.library.links_of(claim.id, "evidence"), key=_weight)
        own = _works(links, lambda link: link.counts and not link.complementary)
        ours = _works(links, lambda link: link.counts and link.complementary)
        against = _works(links, lambda link: link.objects)
        settled = {work.key for work in (*own, *against)}
        named = dict.fromkeys(citation.work for citation in claim.citations if citation.work not in settled)
        rest = [self.library.work(key) for key in named]
        unseen = [work for work in rest if work.is_stub and work.key not in self.read]
        groups: tuple[tuple[Inlines, list[Work]], ...] = (
            ([], own),
            (self.text(wording.NOT_CONFIRMED), [work for work in rest if work not in unseen]),
            (self.text(wording.NOT_TRACED), unseen),
        )
        counted: Inlines = []
        if own and self.brief.depth == "page":
            groups = groups[:1]  # the longer forms name what does not confirm or was not found beside what carries it
            theirs = len({citation.work for citation in claim.citations})
            if theirs > len(own):
                lead = wording.OF_THEIRS if own[1:] else wording.OF_THEIRS_ONE
                counted = self.text(lead, k=len(own), n=theirs)
        parts = [
            nodes.spaced(words, self._few(works, most, None if works is unseen else claim))
            for words, works in groups
            if works
        ]
        if counted:
            parts[0] = nodes.joined([parts[0], counted], ",")
        lead = wording.OF_FACTSHEET if own or not parts else wording.OF_FACTSHEET_NOT
        parts = [nodes.spaced(self.text(lead), *(parts[:1] or [self.text(wording.NONE_NAMED)])), *parts[1:]]
        if ours:
            parts.append(nodes.spaced(self.text(wording.OURS), self._few(ours, most, claim)))
        if against:
            parts.append(nodes.spaced(self.text(wording.AGAINST), self._few(against, most, claim)))
        told = {link.work.key for link in self._counterpoints(claim)} if counter else set()
        doubts = [
            (words, [work for work in _works(links, asked) if work.key not in told])
            for words, asked in ((wording.DISPUTED_BY, _disputes_in_part), (wording.QUALIFIED_BY, _qualifies))
        ]
        alone = not (own or ours or rest or against)
        if told and (len(self.library) > FEW or self.brief.depth == "page"):
            (_, disputing), (_, qualifying) = doubts
            parts += self._so_many(disputing, qualifying, claim)
        elif most != MOST_IN_TABLE or len(self.library) <= FEW or alone:  # a long table says it with the level
            parts += [
                nodes.spaced(self.text(wording.TOO) if told else [], self.text(words), self._few(works, most, claim))
                for words, works in doubts
                if works
            ]
        return nodes.joined(parts, ";")

    def _so_many(self, disputing: Sequence[Work], qualifying: Sequence[Work], claim: Claim) -> list[Inlines]:
        """Return how many other works qualify a finding, and which dispute it in part; on one page how many do."""
        named: list[Inlines] = []
        if disputing and self.brief.depth != "page":
            named.append(nodes.spaced(self.text(wording.DISPUTED_BY), self._few(disputing, MOST_CITED, claim)))
            disputing = ()
        number = len(disputing) + len(qualifying)
        if not number:
            return named
        how = self.say(wording.HOW_TEMPERED[bool(disputing) + 2 * bool(qualifying) - 1])
        return [*named, self.text(wording.TEMPERED_BY_SO_MANY[number > 1], n=number, how=how)]

    def counterpoints(self, claim: Claim) -> Inlines:
        """Return what works that qualify or dispute a finding say instead, marked, each with its work."""
        said = [
            nodes.spaced(
                self._sentence(self.say(link.counterpoint).removesuffix("."), claim, "counterpoint", link.work.key),
                [*self.cited([link.work], claim), nodes.STOP],
            )
            for link in self._counterpoints(claim)
            if link.counterpoint
        ]
        return nodes.spaced([nodes.emph(self.text(wording.OTHER_RESEARCH))], *said) if said else []

    def _counterpoints(self, claim: Claim) -> list[Link]:
        said = [link for link in self.library.whole.links_of(claim.id, "evidence") if link.counterpoint]
        return said[:1] if self.brief.depth == "page" else said

    def effect(self, claim: Claim, lead: Text = wording.SIZE, most: int = 1) -> Inlines:
        """Return the size of the effect by the weightiest works that give one, each with its work."""
        links = sorted(self.library.whole.links_of(claim.id, "evidence"), key=_weight)
        given = [link for link in links if link.counts and link.citation.effect][:most]
        sizes = [
            nodes.spaced(
                [*self.narrative(link.work, claim), *nodes.text(":")],
                self._evidence(link.citation.effect, claim, "effect", link.work.key),
            )
            for link in given
        ]
        return nodes.spaced(self.text(lead), nodes.joined(sizes, ";")) if sizes else []

    def supported_by(self, claim: Claim) -> Inlines:
        """Return the weightiest work that supports a claim, and whether others do."""
        return self._first_of(claim, wording.SUPPORTED_BY, lambda link: link.counts)

    def tempered_by(self, claim: Claim) -> Inlines:
        """Return the weightiest works that contradict, in part dispute and qualify a claim, and whether others do."""
        against = self._first_of(claim, wording.CONTRADICTED_BY, lambda link: link.objects)
        in_part = self._first_of(claim, wording.DISPUTED_BY, _disputes_in_part)
        nuance = self._first_of(claim, wording.QUALIFIED_BY, _qualifies)
        return nodes.joined([part for part in (against, in_part, nuance) if part], ",")

    def _first_of(self, claim: Claim, lead: Text, asked: Callable[[Link], bool]) -> Inlines:
        links = sorted(self.library.whole.links_of(claim.id, "evidence"), key=_weight)
        works = _works(links, asked)
        others = self.text(wording.AMONG_OTHERS) if works[1:] else []
        return nodes.spaced(self.text(lead), others, self.narrative(works[0], claim)) if works else []

    def gist(self, claim: Claim) -> Inlines:
        """Return a finding as what follows "that", marked; empty where the record has none."""
        return self._evidence(claim.gist, claim, "gist")

    def missing(self, claim: Claim) -> Inlines:
        """Return what the research behind a finding does not say of it, marked; empty where the record has none."""
        said = self._evidence(claim.missing, claim, "missing")
        return nodes.spaced([nodes.emph(self.text(wording.MISSING))], said) if said else []

    def narrative(self, work: Work, claim: Claim | None) -> Inlines:
        """Return a work as a part of a sentence; one that was not found as cited in the factsheet of the claim.

        Without a claim such a work is named by its name and year alone.
        """
        if not work.is_stub:
            return [nodes.narrative(work.key)]
        names, _, year = self.labels[work.key].rpartition(", ")
        names = spelled_and(names, [name.literal for name in work.authors if name.literal], self.language)
        if claim is None:
            return nodes.text(f"{names} ({year})")
        cited = nodes.reference(f"factsheet-{claim.factsheet}", self.text(wording.CITED_IN, works=year))
        return nodes.spaced(nodes.text(names), [nodes.cite([cited])])

    def _few(self, works: Sequence[Work], most: int, claim: Claim | None) -> Inlines:
        """Return the weightiest works as parts of a sentence, and how many more there are."""
        if most != ALL:
            most = most if len(self.library) <= MANY and self.brief.depth != "page" else MOST_IN_TABLE
        more = len(works) - most
        named = works if more < 1 or (more == 1 and most > MOST_IN_TABLE) else works[:most]
        parts = [self.narrative(work, claim) for work in named]
        if named != works:
            return self.series([*parts, self.text(wording.MORE, n=more)])
        return self.series(parts, comma=len(parts) == PAIR and any("&" in self.labels[work.key] for work in named))

    def series(self, parts: Sequence[Inlines], *, comma: bool = False) -> Inlines:
        """Return parts as people list them: a, b and c; with a ``comma`` before the last, where parts have an "and"."""
        if len(parts) == 1:
            return parts[0]
        last = nodes.spaced(self.text(wording.AND), parts[-1])
        return nodes.joined([*parts[:-1], last], ",") if comma else nodes.spaced(nodes.joined(parts[:-1], ","), last)

    def cited(self, works: Iterable[Work], claim: Claim) -> Inlines:
        """Return works as one in-text citation; those not found as cited in the factsheet of the claim."""
        found = sorted(works, key=lambda work: (work.is_stub, self.labels[work.key].casefold()))
        if not found:
            return []
        told = [nodes.reference(work.key) for work in found if not work.is_stub]
        stubs = "; ".join(self.labels[work.key] for work in found if work.is_stub)
        if stubs:
            told.append(nodes.reference(f"factsheet-{claim.factsheet}", self.text(wording.CITED_IN, works=stubs)))
        return [nodes.cite(told)]

    def reasoned(self, profile: Profile) -> Inlines:
        """Return a level with its reasons."""
        reasons = "; ".join(self.say(reason).rstrip(".") for reason in profile.reasons)
        told = nodes.text(f"({reasons})") if reasons else []
        return nodes.spaced(self.level(profile, contested=profile.contested), told)

    def date(self, date: str) -> str:
        """Return a date (YYYY-MM-DD) as people write it; anything else as it is."""
        return day(date, self.language)

    def judgement(self, code: str) -> str:
        """Return the word for a judgement."""
        return self.say(JUDGEMENTS[code])

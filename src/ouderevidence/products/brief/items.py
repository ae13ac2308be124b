"""What a brief tells in one item of a list: a key message, another claim of the factsheet, an advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.document import nodes
from ouderevidence.library.profile import GRADED_KINDS
from ouderevidence.model.words import CONTESTED, KINDS, LEVEL_KEYS, LEVELS, READINGS, SUPPORTED
from ouderevidence.products.brief import selection, wording
from ouderevidence.products.brief.phrases import FEW, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ouderevidence.document.nodes import Inlines, Node
    from ouderevidence.library.profile import Profile
    from ouderevidence.model.records import Caveat, Claim
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.phrases import Phrases

MOST_NAMED: Final = 2  # works in one doubt
MOST_SIZES: Final = 2  # of effects
MOST_CODES: Final = 3  # in one doubt
SEMICOLON: Final[Node] = {"t": "Str", "c": ";"}


def key(phrases: Phrases, told: Sequence[Claim], advised: Sequence[Claim], measures: Iterable[str]) -> Inlines:
    """Return what the signs of a page mean, in a few words each: levels, measures of size, codes.

    Parameters
    ----------
    phrases
        The words of the brief.
    told, advised
        The claims that the page tells, and those that it advises.
    measures
        The letters of measures of size on the page: d, g, r.
    """
    library = phrases.library
    found = {library.profile(claim.id, reading).level for claim in selection.findings(library) for reading in READINGS}
    found |= {library.whole.profile(name, "evidence").level for claim in advised for name in claim.rests_on}
    keys = [(phrases.say(wording.BARS_KEY), phrases.text(wording.BARS))] if selection.findings(library) else []
    keys += [(_rung(phrases, level), phrases.text(words)) for level, words in LEVEL_KEYS.items() if level in found]
    keys += _tempered_key(phrases, told, advised)
    letters = listed(sorted(measures), phrases.say(wording.AND))
    if letters:
        keys.append((letters, phrases.text(wording.SIZE_KEY)))
    coded = next((claim for claim in (*told, *advised) if claim.code), None)
    if coded:
        keys.append((coded.shown_code, phrases.text(wording.CODE_KEY)))
    said = [nodes.spaced([nodes.emph(nodes.text(f"{name}:"))], words) for name, words in keys]
    return [*nodes.joined(said, ";"), nodes.STOP] if said else []


def _tempered_key(phrases: Phrases, told: Sequence[Claim], advised: Sequence[Claim]) -> list[tuple[str, Inlines]]:
    """Return what stands beside the levels of a page, where other research tempers or contradicts a finding."""
    library = phrases.library.whole
    grounds = [library.claim(name) for claim in advised for name in claim.rests_on]
    claims = [claim for claim in (*told, *grounds) if claim.kind in GRADED_KINDS]
    behind = selection.findings(phrases.library) if phrases.brief.depth != "page" else []
    contested = [claim for claim in (*claims, *behind) if library.profile(claim.id, "evidence").contested]
    tempered = any(selection.is_tempered(library, claim) for claim in claims if claim not in contested)
    found = ((tempered, wording.TEMPERED, wording.TEMPERED_KEY), (contested, CONTESTED, wording.CONTESTED_KEY))
    return [(phrases.say(name), phrases.text(words)) for there, name, words in found if there]


def _rung(phrases: Phrases, level: str) -> str:
    """Return the word for a level, and how high it is among those that are supported."""
    word = phrases.say(LEVELS[level])
    return phrases.say(wording.RUNG, level=word, n=SUPPORTED.index(level) + 1) if level in SUPPORTED else word


def message(phrases: Phrases, claim: Claim) -> Inlines:
    """Return a key message: the sentence with its reserve in bold, its level, its sources, and what tempers it."""
    wide = phrases.library.profile(claim.id, "evidence")
    said = [nodes.strong(_reserved(phrases, claim, wide))]
    effect = phrases.effect(claim, most=MOST_SIZES if phrases.brief.depth != "page" else 1)
    sources = [phrases.carried_by(claim, counter=True)]
    if effect:
        sources.append(effect)
    return [
        *nodes.spaced(said, phrases.standing(claim, at="message")),
        nodes.BREAK,
        *nodes.spaced(
            [*nodes.joined(sources, ";"), nodes.STOP],
            phrases.counterpoints(claim),
            phrases.missing(claim),
            *(phrases.tempered(caveat, claim) for caveat in _caveats(phrases, claim)),
        ),
    ]


def _caveats(phrases: Phrases, claim: Claim) -> Sequence[Caveat]:
    """Return the caveats of a key message: one; where there is little room none beside what is missing."""
    cramped = phrases.brief.depth == "page" or len(phrases.library) > FEW
    return () if claim.missing and (cramped or selection.is_tempered(phrases.library, claim)) else claim.caveats[:1]


def _reserved(phrases: Phrases, claim: Claim, profile: Profile) -> Inlines:
    """Return the statement with its reserve: in the sentence, or as one of its own behind several."""
    level = selection.assurance(phrases.library, claim)
    if ". " in claim.statement.of(phrases.language):
        apart = wording.RESERVE_CONTESTED_APART if profile.contested else wording.RESERVES_APART[level]
        return nodes.spaced(phrases.statement(claim), phrases.text(apart))
    reserve = phrases.text(wording.RESERVE_CONTESTED if profile.contested else wording.RESERVES[level])
    words = phrases.statement(claim, whole=False)
    return [*words, *([SEMICOLON, nodes.SPACE, *reserve] if reserve else []), nodes.STOP]


def line(phrases: Phrases, claim: Claim) -> Inlines:
    """Return what the factsheet says beside the messages: the statement, how it is underpinned, its sources."""
    return nodes.spaced(
        phrases.statement(claim),
        phrases.standing(claim, at="message"),
        phrases.carried_by(claim) if phrases.library.links_of(claim.id, "evidence") else [],
    )


def advice_list(
    phrases: Phrases,
    groups: Iterable[tuple[str, Sequence[tuple[Claim, bool]]]],
    here: Mapping[str, int],
    *,
    wide: bool,
    on_page: bool = False,
) -> list[Node]:
    """Return advice by actor as a list: that of the selection, or ``wide`` what is for all parents and so for these.

    ``here`` are the claims that this document tells itself, with their number among the key messages, else 0.
    """
    told = [
        [nodes.plain(named_advice(phrases, actor, claim, here, on_page=on_page))]
        for actor, claims in groups
        for claim, general in claims
        if general is wide
    ]
    return [nodes.bullets(told)] if told else []


def no_own_advice(phrases: Phrases) -> Inlines:
    """Say for whom the factsheet has no advice about the parent groups of the selection."""
    without = [phrases.term("actors", name) for name in selection.without_advice(phrases.library)]
    return phrases.text(wording.NO_OWN_ADVICE, actors=listed(without, phrases.say(wording.AND))) if without else []


def named_advice(phrases: Phrases, actor: str, claim: Claim, here: Mapping[str, int], *, on_page: bool) -> Inlines:
    """Return an advice under the names of who are to act; ``here`` are the claims that this document tells itself."""
    order = [one for one in phrases.library.vocabulary.ids("actors") if one in claim.actors]
    named = listed([phrases.term("actors", one) for one in order], phrases.say(wording.AND))
    name = named if actor else phrases.say(wording.ANYONE)
    return nodes.spaced(
        [nodes.strong(nodes.text(f"{name[:1].upper()}{name[1:]}:"))], advice(phrases, claim, here, on_page=on_page)
    )


def advice(phrases: Phrases, claim: Claim, here: Mapping[str, int], *, on_page: bool = False) -> Inlines:
    """Return an advice: what it rests on, how sure and how large that is, what tempers it.

    On the first page what advice about all parents rests on is told with a work that supports it; its size is not: that
    of another group is none of this one.
    """
    sized = claim.id in phrases.library
    rests = [
        _ground(phrases, phrases.library.whole.claim(name), here.get(name), sized=sized, on_page=on_page)
        for name in sorted(claim.rests_on, key=lambda name: here.get(name) or len(here) + 1)
    ]
    grounds = nodes.spaced(phrases.text(wording.RESTS), [*nodes.joined(rests, ";"), nodes.STOP])
    return nodes.spaced(
        phrases.statement(claim),
        nodes.bracketed(phrases.claim_code(claim)),
        grounds if rests else phrases.text(wording.RESTS_NOT),
        *(phrases.tempered(caveat, claim) for caveat in claim.caveats[:1]),
    )


def _ground(phrases: Phrases, claim: Claim, number: int | None, *, sized: bool, on_page: bool) -> Inlines:
    """Return a claim that an advice rests on: what it says where this brief does not, its code, level and size.

    ``number`` is that of the key message that tells it, 0 where it is told without one, None where it is not.
    """
    profile = phrases.library.whole.profile(claim.id, "evidence")
    one_page = phrases.brief.depth == "page"  # whose list has to stand on it too: it names no more works
    tempered = selection.is_tempered(phrases.library, claim)
    level = phrases.level(profile, contested=profile.contested, tempered=tempered) if profile.level else []
    if number is not None:
        lead = phrases.text(wording.KEY_MESSAGE_N, n=number) if number else phrases.claim_code(claim)
        inside = nodes.joined([part for part in (phrases.claim_code(claim) if number else [], level) if part], ";")
        return nodes.spaced(lead, nodes.bracketed(inside) if inside else [])
    elsewhere = not (sized or on_page)  # the full account of all claims tells it
    if one_page:  # which has little room for it
        return nodes.spaced(phrases.claim_code(claim), nodes.bracketed(level) if level else [])
    gist = phrases.gist(claim)
    kind = phrases.text(
        wording.THE, kind=phrases.say(KINDS[claim.kind if claim.kind not in GRADED_KINDS else "finding"])
    )
    said = nodes.spaced(
        nodes.spaced(phrases.text(wording.THE_FINDING_THAT), gist) if gist else kind,
        nodes.bracketed(nodes.joined([part for part in (phrases.claim_code(claim), level) if part], ";")),
    )
    if claim.id in phrases.library:
        return said  # the annex tells the rest
    if elsewhere:
        return said
    size = phrases.effect(claim) if sized else []
    more = (size or (phrases.supported_by(claim) if on_page else []), phrases.tempered_by(claim))
    return nodes.joined([said, *(part for part in more if part)], ",")


def _leaning_words(leaning: int, messages: int) -> Text:
    if leaning == messages:
        return wording.DOUBT_LEANS_ONLY if messages == 1 else wording.DOUBT_LEANS_ALL
    return wording.DOUBT_LEANS_ONE if leaning == 1 else wording.DOUBT_LEANS


def doubts(phrases: Phrases, messages: Sequence[Claim]) -> list[Inlines]:
    """Return the doubts that matter most, in sentences that need no knowledge of the data."""
    library = phrases.library
    findings = selection.findings(library)
    said: list[Inlines] = []
    leaning = selection.leaning(library, messages)
    if leaning:
        works = [library.work(key) for key in dict.fromkeys(key for _, key in leaning)]
        told = phrases.text(_leaning_words(len(leaning), len(messages)), n=len(leaning), m=len(messages))
        said.append(nodes.spaced(told, phrases.cited(works, leaning[0][0])) if len(works) <= MOST_NAMED else told)
    rest = [claim for claim in findings if library.profile(claim.id, "evidence").level not in SUPPORTED]
    if rest and len(rest) < len(findings):
        words = wording.DOUBT_REST_ONE if len(rest) == 1 else wording.DOUBT_REST
        codes = f" ({', '.join(claim.shown_code for claim in rest)})" if len(rest) <= MOST_CODES else ""
        said.append(phrases.text(words, n=len(findings), rest=len(rest), codes=codes))
    behind, home = selection.behind(library, messages)
    if behind > 1:
        words = wording.DOUBT_ABROAD if not home else wording.DOUBT_DUTCH if home > 1 else wording.DOUBT_DUTCH_ONE
        named = phrases.say(wording.MESSAGES_NAMED[len(messages) > 1])
        said.append(phrases.text(words, n=behind, home=home, messages=named))
    general = selection.about_all(library, messages)
    if general:
        which = listed([str(number) for number in general], phrases.say(wording.AND))
        one = wording.DOUBT_GENERAL if len(messages) > 1 else wording.DOUBT_GENERAL_ONLY
        words = wording.DOUBT_GENERAL_MANY if len(general) > 1 else one
        said.append(phrases.text(words, which=which))
    others = selection.second_hand(library, messages)
    read = wording.DOUBT_READ if not others else wording.DOUBT_READ_ONE if others == 1 else wording.DOUBT_READ_OTHERS
    return [*said, phrases.text(read, n=others)]

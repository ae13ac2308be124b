"""The joined library: claims with their works, filtered, tabulated, searched and profiled.

A filtered library is a ``Library`` again. Nothing in it changes; frames handed out are copies.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.references import label
from ouderevidence.evidence.rows import Claims as PackedClaims
from ouderevidence.evidence.rows import Works as PackedWorks
from ouderevidence.library import frames, tables
from ouderevidence.library.facets import Options
from ouderevidence.library.filters import Combined, Filter, claim_flags
from ouderevidence.library.gaps import gaps
from ouderevidence.library.holders import LARGE, Holders
from ouderevidence.library.index import Hit, SearchIndex
from ouderevidence.library.lookup import works_named
from ouderevidence.library.profile import Link, Profile, known_reading, links_of, profile
from ouderevidence.library.searched import searched_texts
from ouderevidence.model.bilingual import languages_of
from ouderevidence.model.errors import EvidenceError, UnknownClaimError, UnknownWorkError
from ouderevidence.model.findings import near_names
from ouderevidence.model.words import BEST_FIRST, LANGUAGE_NAMES, LANGUAGES, ONLY_IN, Text, option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
    from pathlib import Path

    import pandas as pd
    from great_tables import GT

    from ouderevidence.evidence.read import Corpus
    from ouderevidence.evidence.vocabulary import Vocabulary
    from ouderevidence.model.records import Claim, Factsheet, Programme, SearchAccount, Work
    from ouderevidence.products.brief import Brief

    Values = str | int | Iterable[str | int] | None


ROWS_SHOWN: Final = 10  # of a library in a notebook cell
_EVERYTHING: Final = Text("de hele factsheet", "the whole factsheet")


class Library:
    """Claims of one or more factsheets, with all their links.

    Parameters
    ----------
    corpus
        All that was read and validated.
    filters
        How its claims were chosen, one filter per call of ``where``.
    """

    def __init__(self, corpus: Corpus, filters: tuple[Filter | Combined, ...] = ()) -> None:
        self._corpus = corpus
        self.filters = filters
        self._whole: Library = self

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.records)

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._by_id

    def __getitem__(self, claim_id: str) -> Claim:
        return self.claim(claim_id)

    def __repr__(self) -> str:
        chosen = f" where {self.filter_text('en')}" if self.filters else ""
        return f"<Library: {len(self)} claims, {len(self._cited_keys)} works{chosen}>"

    def _repr_html_(self) -> str:
        from ouderevidence.library.briefing import shown_html  # great_tables is slow to import

        return shown_html(self, ROWS_SHOWN)

    # -- what it is made of ------------------------------------------------------------------------------------------

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms of all facets."""
        return self._corpus.vocabulary

    @property
    def bibliography(self) -> Mapping[str, Work]:
        """Every work of the whole library by its cite key."""
        return self._corpus.works

    @property
    def factsheets(self) -> tuple[Factsheet, ...]:
        """The factsheets that were curated."""
        return self._corpus.factsheets

    @property
    def programmes(self) -> Mapping[str, Programme]:
        """The programmes that the factsheets name, by id."""
        return self._corpus.programmes

    @property
    def whole(self) -> Library:
        """The library before any filter."""
        return self._whole

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the texts are written in: those of all factsheets together."""
        return languages_of(sheet.languages for sheet in self.factsheets)

    def language_note(self, language: str) -> str:
        """Say of which factsheets the texts are there only in the other language; empty where there are none.

        What is shown of them in this language is in the other; a product says so once.
        """
        lacking = [sheet for sheet in self.factsheets if language not in sheet.languages]
        spoken = {claim.factsheet for claim in self} if lacking else set()
        lacking = [sheet for sheet in lacking if sheet.id in spoken or not spoken]
        if not lacking:
            return ""
        sheets = ", ".join(f"‘{sheet.title.of(language)}’" for sheet in lacking)
        name = LANGUAGE_NAMES[lacking[0].languages[0]]
        return ONLY_IN.of(language).format(sheets=sheets, name=name.of(language))

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits that name the content of the evidence."""
        return self._corpus.version

    @property
    def epoch(self) -> int:
        """The day the evidence was last judged, in seconds since 1970: the date that files made of it carry."""
        dates = [dt.date.fromisoformat(sheet.as_of) for sheet in self.factsheets]
        latest = max(dates, default=dt.date(2026, 1, 1))
        return int(dt.datetime.combine(latest, dt.time(), tzinfo=dt.UTC).timestamp())

    # -- records -----------------------------------------------------------------------------------------------------

    @cached_property
    def records(self) -> Sequence[Claim]:
        """The claims of this library, in its order."""
        if self._whole is self:
            return self._corpus.claims
        claims = self._corpus.claims
        if isinstance(claims, PackedClaims):
            return tuple(claims.at(self._places))
        return tuple(map(claims.__getitem__, self._places))

    def claim(self, claim_id: str) -> Claim:
        """Return a claim of this library, by its id or its code.

        Raises
        ------
        UnknownClaimError
            If this library has no such claim; near names are suggested.
        """
        place = self._by_id.get(claim_id)
        if place is None:
            place = self._by_code.get(claim_id)
        if place is None:
            raise UnknownClaimError(claim_id, near_names(claim_id, self._by_id))
        return self._corpus.claims[place]

    def shown_codes(self) -> dict[str, str]:
        """Return what people see each claim by: its code, or its id where it has none yet."""
        ids, codes = self._whole._names  # noqa: SLF001 (a part of the same class)
        return {ids[place]: codes[place] or ids[place] for place in self._places}

    def work(self, key: str) -> Work:
        """Return a work by its cite key.

        Raises
        ------
        UnknownWorkError
            If references.bib has no such work; near names are suggested.
        """
        try:
            return self._corpus.works[key]
        except KeyError:
            raise UnknownWorkError(key, near_names(key, self._corpus.works)) from None

    def find_works(self, said: str) -> tuple[Work, ...]:
        """Return the works that are meant: the one with this key, or all whose key, authors, year and title match.

        Raises
        ------
        UnknownWorkError
            If there is none; near names are suggested.

        Examples
        --------
        >>> [work.key for work in library.find_works("Boonk 2018")]
        ['boonk2018']
        """
        return works_named(self.bibliography.values(), said)

    def factsheet_of(self, claim: Claim) -> Factsheet:
        """Return the factsheet a claim comes from."""
        return self._sheets[claim.factsheet]

    @cached_property
    def _sheets(self) -> dict[str, Factsheet]:
        return {sheet.id: sheet for sheet in self.factsheets}

    def cited_works(self) -> tuple[Work, ...]:
        """Return the works that these claims, their supplements or their caveats name, in the order of their keys."""
        works, keys = self._corpus.works, sorted(self._cited_keys)
        return works.of(keys) if isinstance(works, PackedWorks) else tuple(works[key] for key in keys)

    def claims_of(self, key: str) -> tuple[Claim, ...]:
        """Return the claims of this library that cite a work.

        Raises
        ------
        UnknownWorkError
            If references.bib has no such work.
        """
        self.work(key)
        return tuple(self.narrowed(Filter((("work", (key,)),))))

    def links_of(self, claim_id: str, reading: str = "sourcing") -> tuple[Link, ...]:
        """Return the judged links of a claim that a reading sums, each with its work.

        Parameters
        ----------
        claim_id
            The id of a claim.
        reading
            ``"sourcing"``: the factsheet's own links; ``"evidence"``: with complementary research.

        Raises
        ------
        UnknownClaimError
            If this library has no such claim.
        UnknownOptionError
            If there is no such reading.
        """
        return links_of(self.claim(claim_id), self._corpus.works, self.vocabulary, known_reading(reading))

    def profile(self, claim_id: str, reading: str = "sourcing") -> Profile:
        """Return the profile of a claim in a reading; parameters and errors are those of :meth:`links_of`."""
        return self._whole._profile(self.claim(claim_id), known_reading(reading))  # noqa: SLF001 (a part of the same class)

    def accounts_of(self, claim_id: str) -> tuple[SearchAccount, ...]:
        """Return the search accounts that cover a claim: where and how complementary research was looked for.

        Raises
        ------
        UnknownClaimError
            If this library has no such claim.
        """
        self.claim(claim_id)
        return tuple(account for account in self._corpus.searches if claim_id in account.claims)

    def search_outcome(self, claim_id: str) -> str:
        """Return what came of looking for complementary research: ``found``, ``nothing`` or ``not_searched``.

        Raises
        ------
        UnknownClaimError
            If this library has no such claim.
        """
        if self.claim(claim_id).supplements:
            return "found"
        return "nothing" if self.accounts_of(claim_id) else "not_searched"

    @property
    def searches(self) -> tuple[SearchAccount, ...]:
        """The search accounts of the whole library."""
        return self._corpus.searches

    # -- choosing ----------------------------------------------------------------------------------------------------

    def where(
        self,
        *,
        building_block: Values = None,
        parent_group: Values = None,
        lever: Values = None,
        role: Values = None,
        actor: Values = None,
        phase: Values = None,
        kind: Values = None,
        core: bool | None = None,
        section: Values = None,
        work: Values = None,
        design: Values = None,
        year: Values = None,
        judgement: Values = None,
        level: Values = None,
        factsheet: Values = None,
        search: Values = None,
        claim: Values = None,
        reading: str = "sourcing",
        include_general: bool = False,
        **others: Values,
    ) -> Library:
        """Keep the claims that all the filters hold for.

        Several values of one filter mean any of them; a term stands for its narrower terms too. Claims are kept
        whole, with all their links, so that a level never changes. The order is that of this library. A value may be
        written as its code, or in Dutch or English as people see it (``level="redelijk"``), and a filter by its Dutch
        name (``groep="vaders"``).

        Parameters
        ----------
        building_block, parent_group, lever, role, actor, phase
            Terms of the vocabulary.
        kind
            ``finding``, ``prevalence``, ``recommendation``, ``definition``, ``requirement`` or ``context``.
        core
            True: only claims a brief would start from; False: only the others.
        section
            A section of the factsheet; ``"2"`` stands for all of chapter 2.
        work, design, year
            Claims that cite such a work: its cite key, its study design, its year (``2018`` or ``"2010-2020"``).
        judgement
            Claims with a link that was judged so: ``full``, ``partial`` and so on.
        level
            A level or standing of the profile, in the ``reading`` asked for.
        factsheet
            The id of a factsheet.
        search
            Words, as ``search`` finds them.
        claim
            A claim, by its code or id.
        reading
            Which profile ``level`` asks for: ``sourcing``, that of the factsheet's own links, or ``evidence``, with
            complementary research.
        include_general
            With ``parent_group``: also the claims about all parents.

        Raises
        ------
        UnknownFilterError
            If there is no such filter; all are listed.
        UnknownTermError
            If a value does not exist. Near names are suggested.

        Examples
        --------
        >>> library.where(parent_group="vaders").claims.index[0]
        'vaders-worden-over-het-hoofd-gezien'
        """
        asked = {
            "building_block": building_block, "parent_group": parent_group, "lever": lever, "role": role,
            "actor": actor, "phase": phase, "kind": kind, "core": core, "section": section, "work": work,
            "design": design, "year": year, "judgement": judgement, "level": level, "factsheet": factsheet,
            "search": search, "claim": claim, **others,
        }  # fmt: skip
        chosen = Filter.of(self, asked, Options(include_general, known_reading(reading)))
        if not chosen.values:
            return self
        return self.narrowed(chosen)

    def narrowed(self, chosen: Filter) -> Library:
        """Return the claims of this selection that a filter keeps."""
        kept = self._whole._holders.kept(chosen, self._places)  # noqa: SLF001 (a part of the same class)
        return self._part(kept, (*self.filters, chosen))

    def __or__(self, other: Library) -> Library:
        """Return the claims of either, in the order of the whole library."""
        return self._together("|", other, self._ids | other._ids)

    def __and__(self, other: Library) -> Library:
        """Return the claims of both."""
        return self._together("&", other, self._ids & other._ids)

    def __sub__(self, other: Library) -> Library:
        """Return the claims of this library that are not in the other."""
        return self._together("-", other, self._ids - other._ids)

    def __invert__(self) -> Library:
        """Return the claims of the whole library that are not in this one."""
        kept = [place for name, place in self._whole._by_id.items() if name not in self._by_id]  # noqa: SLF001 (a part)
        return self._part(kept, (Combined("~", None, self),))

    def _together(self, sign: str, other: Library, ids: Set[str]) -> Library:
        if not isinstance(other, Library):
            return NotImplemented
        if other.whole is not self.whole:
            message = Text(
                "twee keuzes uit verschillende bibliotheken zijn niet samen te voegen; laad ze als één bibliotheek",
                "two selections of different libraries cannot be put together; load them as one library",
            )
            raise EvidenceError(message)
        kept = [place for name, place in self._whole._by_id.items() if name in ids]  # noqa: SLF001 (a part of the same)
        return self._part(kept, (Combined(sign, self, other),))

    def _part(self, places: Sequence[int], filters: tuple[Filter | Combined, ...]) -> Library:
        part = Library(self._corpus, filters)
        part._whole = self._whole
        part._places = places
        return part

    def sort(self, by: str = "place", *, reading: str = "sourcing") -> Library:
        """Return the same claims in another order.

        Parameters
        ----------
        by
            ``"place"``: as in the factsheet; ``"level"``: best underpinned first, kinds without a level last;
            ``"code"``: by claim code.
        reading
            Which levels to sort by; see :meth:`where`.

        Raises
        ------
        UnknownOptionError
            If there is no such order or reading.
        """
        orders: dict[str, Callable[[Claim], tuple[object, ...]]] = {
            "place": lambda _: (),
            "level": lambda claim: (self._rank(claim, known_reading(reading)),),
            "code": lambda claim: (claim.factsheet, [int(n) for n in re.findall(r"\d+", claim.code)], claim.code),
        }
        order, claims = orders[option("order", by, orders)], self._corpus.claims
        return self._part(sorted(self._places, key=lambda place: (*order(claims[place]), place)), self.filters)

    def _rank(self, claim: Claim, reading: str) -> int:
        level = self.profile(claim.id, reading).level
        return len(BEST_FIRST) if level is None else BEST_FIRST.index(level)

    def filter_text(self, language: str = "nl") -> str:
        """Return the filters in words, or a word for "everything"."""
        if not self.filters:
            return _EVERYTHING.of(language)
        return "; ".join(f.text(self, language) for f in self.filters)

    def filter_flags(self) -> str:
        """Return the filters as flags of the command line."""
        parts = [chosen.flags() for chosen in self.filters if isinstance(chosen, Filter)]
        return " ".join(parts) if len(parts) == len(self.filters) else claim_flags(self)

    def filter_python(self) -> str:
        """Return the filters as Python."""
        made = "library"
        for chosen in self.filters:
            made = chosen.python() if isinstance(chosen, Combined) else f"{made}.where({chosen.python()})"
        return made

    # -- tables ------------------------------------------------------------------------------------------------------

    @property
    def claims(self) -> pd.DataFrame:
        """One row per claim, in codes; columns in ``frames.SCHEMAS``."""
        return frames.claims(self)

    @property
    def citations(self) -> pd.DataFrame:
        """One row per link that the factsheet makes, in codes; columns in ``frames.SCHEMAS``."""
        return frames.citations(self)

    @property
    def supplements(self) -> pd.DataFrame:
        """One row per link to complementary research, in codes; columns in ``frames.SCHEMAS``."""
        return frames.supplements(self)

    @property
    def works(self) -> pd.DataFrame:
        """One row per work named here, in codes; columns in ``frames.SCHEMAS``."""
        return frames.works(self)

    @property
    def terms(self) -> pd.DataFrame:
        """One row per term, in codes; columns in ``frames.SCHEMAS``."""
        return frames.terms(self)

    @property
    def fragile(self) -> pd.DataFrame:
        """One row per finding whose sourcing hangs on little, in codes; columns in ``frames.SCHEMAS``."""
        return frames.fragile(self)

    @property
    def unidentified(self) -> pd.DataFrame:
        """One row per work that is still to be identified, in codes; columns in ``frames.SCHEMAS``."""
        return frames.unidentified(self)

    def gaps(self, *, rows: str = "building_block", columns: str = "parent_group") -> pd.DataFrame:
        """Return, per cell of two facets, the kind of gap in the sourcing of *this factsheet*, in codes.

        See ``gaps.gap`` for the rule; columns in ``frames.SCHEMAS``.

        Raises
        ------
        UnknownFilterError, UnknownOptionError
            If a facet is unknown, no map can be laid out by it, or both are the same.
        """
        return gaps(self, rows=rows, columns=columns)

    def in_words(self, name: str, *, language: str = "nl") -> pd.DataFrame:
        """Return a frame in words people read.

        Parameters
        ----------
        name
            ``claims``, ``citations``, ``supplements``, ``works``, ``terms``, ``fragile``, ``unidentified`` or
            ``searches`` (what came of looking for complementary research).
        language
            ``"nl"`` or ``"en"``.

        Raises
        ------
        UnknownOptionError
            If there is no such table or language.
        """
        return tables.in_words(self, name, language)

    def table(self, *, language: str = "nl") -> pd.DataFrame:
        """Return the briefing table, one row per claim: ``in_words("claims")``."""
        return self.in_words("claims", language=language)

    def briefing_table(
        self,
        *,
        group_by: str = "building_block",
        columns: Sequence[str] | None = None,
        reading: str = "evidence",
        language: str = "nl",
    ) -> GT:
        """Return the briefing table as a ``great_tables.GT``: it shows itself in a notebook and saves as HTML.

        Parameters
        ----------
        group_by
            ``"building_block"`` or ``"parent_group"``: the groups of rows, each claim once.
        columns
            Of ``code``, ``claim``, ``kind``, ``level``, ``evidence_level``, ``citations`` and ``supplements``, in the
            order given; by default those that suit the reading.
        reading
            ``"sourcing"``: how the factsheet's own links underpin it; ``"evidence"``: beside that, with complementary
            research.
        language
            ``"nl"`` or ``"en"``.

        Raises
        ------
        UnknownOptionError
            If an option is unknown.

        Examples
        --------
        >>> table = library.where(parent_group="vaders").briefing_table()
        >>> "<table" in table.as_raw_html()
        True
        """
        from ouderevidence.library.briefing import briefing_table  # great_tables is slow to import

        return briefing_table(self, group_by=group_by, columns=columns, reading=reading, language=language)

    def first(self, number: int) -> Library:
        """Return the first claims of this library, in its order."""
        return self._part(self._places[:number], self.filters)

    def links(self, *, language: str = "nl") -> pd.DataFrame:
        """Return one row per claim and cited work: ``in_words("citations")``."""
        return self.in_words("citations", language=language)

    # -- search and products -----------------------------------------------------------------------------------------

    def search(self, text: str) -> Library:
        """Return the claims that hold words in Dutch or English, best first.

        All words must be found; where no claim holds all of them, those that hold most are given. Word forms,
        compounds, synonyms of the vocabulary, accents and small typing errors are allowed for. A word that is found
        nowhere gives an empty library: ``words_not_found`` says which. A filtered library ranks as the whole does.

        Examples
        --------
        >>> library.search("thuistaalbeleid").records[0].id
        'doordacht-beleid-voor-thuistalen'
        """
        kept = [self._by_id[name] for name in self.search_index.search(text).claim_ids() if name in self._by_id]
        chosen = Filter.of(self, {"search": text}, Options())
        return self._part(kept, (*self.filters, chosen)) if chosen.values else self._part((), self.filters)

    def hits(self, text: str) -> list[Hit]:
        """Return what :meth:`search` finds here, each with its score and the words that matched."""
        return [hit for hit in self.search_index.search(text) if hit.claim_id in self._by_id]

    def words_not_found(self, text: str) -> tuple[str, ...]:
        """Return the words that no claim of the whole library holds."""
        return self.search_index.lost(text)

    def found(self, text: str) -> frozenset[str]:
        """Return the ids of the claims of the whole library that words match, for filters that ask it of each claim."""
        known = self._whole._found  # noqa: SLF001 (a part of the same class)
        if text not in known:
            known[text] = frozenset(self.search_index.search(text).claim_ids())
        return known[text]

    @property
    def search_index(self) -> SearchIndex:
        """The index over every claim of the whole library; a page searches its ``to_data()``."""
        return self._whole._index  # noqa: SLF001 (a part of the same class)

    def label(self, key: str, language: str = "nl") -> str:
        """Return the short label of a work, as "Boonk et al., 2018".

        Raises
        ------
        UnknownWorkError
            If references.bib has no such work.
        """
        return label(self.work(key), option("language", language, LANGUAGES))

    def brief(self, **options: object) -> Brief:
        """Return a brief of these claims; the options are those of ``Brief``."""
        from ouderevidence.products.brief import Brief

        return Brief(self, **options)  # type: ignore[arg-type]

    def export(self, path: str | Path, *, language: str = "nl") -> Path:
        """Write the tables (.xlsx, .csv), or the works that these claims name (.bib, .ris, .json), for another program.

        Raises
        ------
        OutputError
            If the extension is unknown, or the file cannot be written.
        """
        from ouderevidence.library.export import export

        return export(self, path, language=language)

    def pack(self, folder: str | Path) -> Path:
        """Write the whole library into a new folder of Parquet files, which :func:`load` opens in seconds at any size.

        Beside the tables stands ``datapackage.json``, which says what is in each.

        Raises
        ------
        ValidationError
            If the evidence does not hold together.
        OutputError
            If the folder holds anything, or cannot be written.
        EvidenceError
            If this is a selection of a library, or pyarrow is not installed.
        """
        from ouderevidence.library.load import pack

        return pack(self, folder)

    # -- inside ------------------------------------------------------------------------------------------------------

    @cached_property
    def _names(self) -> tuple[list[str], list[str]]:
        """The ids and the codes of all claims, in their order."""
        claims = self._corpus.claims
        if isinstance(claims, PackedClaims):
            return claims.ids(), claims.codes()
        return [claim.id for claim in claims], [claim.code for claim in claims]

    @cached_property
    def _by_id(self) -> dict[str, int]:
        """Where each claim stands in the whole library."""
        ids, _ = self._whole._names  # noqa: SLF001 (a part of the same class)
        return {ids[place]: place for place in self._places}

    @cached_property
    def _by_code(self) -> dict[str, int]:
        _, codes = self._whole._names  # noqa: SLF001 (a part of the same class)
        return {codes[place]: place for place in reversed(self._places) if codes[place]}

    @cached_property
    def _cited_keys(self) -> set[str]:
        claims = self._corpus.claims
        if isinstance(claims, PackedClaims):
            return claims.named(self._places)
        keys = {link.work for claim in self for link in claim.citations}
        keys |= {link.work for claim in self for link in claim.supplements}
        return keys | {key for claim in self for caveat in claim.caveats for key in caveat.works}

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self._by_id)

    @cached_property
    def _places(self) -> Sequence[int]:
        """Where the claims stand in the whole library; a choice sets it."""
        return range(len(self._corpus.claims))

    @cached_property
    def _holders(self) -> Holders:
        return Holders(self, large=len(self) >= LARGE)

    @cached_property
    def _found(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _profiles(self) -> dict[tuple[str, str], Profile]:
        return {}

    def _profile(self, claim: Claim, reading: str) -> Profile:
        """Return the profile of a claim of the whole library; what was asked for once is kept."""
        key = (claim.id, reading)
        if key not in self._profiles:
            links = links_of(claim, self._corpus.works, self.vocabulary, reading)
            as_of = self.factsheet_of(claim).as_of
            self._profiles[key] = profile(claim, links, as_of, lambda name: self._level(name, reading))
        return self._profiles[key]

    def _level(self, name: str, reading: str) -> str | None:
        """Return the level of a claim that a recommendation rests on; another recommendation has none."""
        claim = self.claim(name) if name in self else None
        return None if claim is None or claim.kind == "recommendation" else self._profile(claim, reading).level

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex({claim.id: searched_texts(self, claim) for claim in self.records}, self.vocabulary.synonyms)

"""What a finding says: for each check the exact place, fact and remedy, worked out by hand on the small library."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from case_library import BASE
from ouderevidence.library.load import validate

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = "evidence/factsheets/klein/claims/1-lezen.yml"
SHEET = "evidence/factsheets/klein/factsheet.yml"
BIB, APPRAISALS, SEARCHES = "references.bib", "evidence/appraisals.yml", "evidence/searches.yml"
VOCABULARY = "evidence/vocabulary.yml"
Edit = tuple[str, str, str]  # file, words, what stands there instead; no words: it is put behind the file


def said(tmp_path: Path, *edits: Edit, text: bool = True) -> list[str]:
    """Return the findings of the small library with a few words changed, as they are shown."""
    root = tmp_path / "x"
    shutil.copytree(BASE, root)
    for name, old, new in edits:
        path = root / name
        whole = path.read_text(encoding="utf-8") if path.exists() else ""
        assert old in whole, f"{old} is not in {name}"
        path.write_text(whole.replace(old, new, 1) if old else whole + new, encoding="utf-8")
    texts = {"klein": (root / "text.txt").read_text(encoding="utf-8")} if text else {}
    _, findings = validate(root, texts=texts)
    return [str(finding) for finding in findings]


BOS = """
@article{bos2015,
  author = {Bos, Anna},
  title = {Voorlezen en taal},
  year = {2015},
  doi = {10.1000/2},
  langid = {dutch}
}
"""
BOS_APPRAISED = """bos2015:
  as_cited: null
  identification: certain
  origin: ORIGIN
  designs: [review]
  peer_reviewed: "yes"
  countries: [NL]
  authors_complete: true
  alternatives: []
"""
ACCOUNT = """- id: voorlezen
  question: {nl: Helpt voorlezen?, en: Does reading aloud help?}
  claims: [voorlezen-helpt]
  looked_in: {nl: samenvattingen, en: abstracts}
  terms: [voorlezen taal]
  counter: {nl: Ook gezocht op geen effect., en: Also searched for no effect., terms: [geen effect]}
  on: 2026-11-26
  read: 3
  kept: 1
  excluded:
    - {n: 2, reason: {nl: over oudere kinderen, en: about older children}}
"""
SUPPLEMENT = """  supplements:
    - work: bos2015
      intent: supports
      judgement: partial
      basis: abstract
      seen_on: 2026-11-26
      note: {nl: Over andere kinderen., en: About other children.}
"""
HELD = [(BIB, "", BOS), (APPRAISALS, "", BOS_APPRAISED.replace("ORIGIN", "curator")), (SEARCHES, "", ACCOUNT),
        (CLAIMS, "  citations:\n", SUPPLEMENT + "  citations:\n")]  # fmt: skip
CODED = [(CLAIMS, "- id: voorlezen-helpt\n", "- id: voorlezen-helpt\n  code: 1a\n"),
         (CLAIMS, "- id: lees-elke-dag\n", "- id: lees-elke-dag\n  code: 1b\n")]  # fmt: skip


def caveat(words: str) -> Edit:
    return (CLAIMS, "  citations:\n", f"  caveats:\n    - {{nl: Let op., en: Mind., {words}}}\n  citations:\n")


def test_what_the_cases_are_made_of_holds_together(tmp_path: Path) -> None:
    assert said(tmp_path / "1") == []
    assert said(tmp_path / "2", *HELD) == []
    assert said(tmp_path / "3", *CODED) == []
    assert said(tmp_path / "4", caveat("works: [smit2012]")) == []
    assert said(tmp_path / "5", caveat('sections: ["1"]')) == []


# What the second claim covers, left out instead.
LEFT_OUT = (
    SHEET,
    "reason: heading}",
    'reason: heading}\n  - {section: "1", starts: Lees voor, ends: elke dag, reason: pointer}',
)
FEW = "use one of jansen2010, smit2012"
TWICE = (
    "    - work: smit2012\n      as_cited: Smit, 2012\n      intent: supports\n"
    "      judgement: unchecked\n      basis: none\n"
)
CASES: dict[str, tuple[list[Edit], list[str]]] = {
    "a term": (
        [(CLAIMS, "parent_groups: [alle-ouders]", "parent_groups: [alle-ouders, alle-ouder]")],
        [f"{CLAIMS}:1 E106 no term 'alle-ouder' in parent_groups; did you mean alle-ouders?"],
    ),
    "a programme": (
        [(CLAIMS, "programmes: [leesclub]", "programmes: [zzz]")],
        [f"{CLAIMS}:24 E211 no programme 'zzz' in programmes.yml; use one of leesclub"],
    ),
    "no passage": (
        [
            (CLAIMS, '  passages:\n    - {section: "1", starts: Lees voor, ends: elke dag}\n', ""),
            LEFT_OUT,
        ],
        [f"{CLAIMS}:24 E307 'lees-elke-dag' has no passage; say where in the factsheet it stands"],
    ),
    "a passage of an unknown section": (
        [(CLAIMS, '{section: "1", starts: Voorlezen', '{section: "2", starts: Voorlezen')],
        [
            f"{CLAIMS}:1 E303 no section '2' in klein; use one of 1",
            f"{SHEET} E308 section 1: no claim covers 'Voorlezen helpt bij het leren van'; cover it with a "
            "passage or "
            "list it in left_out",
        ],
    ),
    "a passage without first words": (
        [(CLAIMS, "starts: Lees voor", 'starts: "…"'), LEFT_OUT],
        [f"{CLAIMS}:24 E301 a passage of 'lees-elke-dag' has no first words; give its first and last words"],
    ),
    "a passage without last words": (
        [(CLAIMS, "ends: elke dag", 'ends: "…"'), LEFT_OUT],
        [f"{CLAIMS}:24 E301 a passage of 'lees-elke-dag' has no last words; give its first and last words"],
    ),
    "six words": ([(CLAIMS, "starts: Voorlezen helpt,", "starts: Voorlezen – helpt bij het leren van,")], []),
    "seven words": (
        [(CLAIMS, "starts: Voorlezen helpt,", "starts: Voorlezen helpt bij het leren van de,")],
        [f"{CLAIMS}:1 E302 'Voorlezen helpt bij het leren van de' of a passage has 7 words; use at most six"],
    ),
    "a work": (
        [(CLAIMS, "work: smit2012", "work: smit2013")],
        [
            f"{CLAIMS}:18 E201 no work 'smit2013' in references.bib; did you mean smit2012?",
            f"{BIB}:9 W501 work 'smit2012' is never cited; link it, or take it out",
        ],
    ),
    "no as_cited": (
        [(CLAIMS, "      as_cited: Smit, 2012\n", "")],
        [f"{CLAIMS}:18 E202 citation of 'smit2012' has no as_cited; write it as the factsheet prints it"],
    ),
    "the same link twice": (
        [(CLAIMS, "- id: lees-elke", f"{TWICE}      note: {{nl: Niet., en: Not.}}\n- id: lees-elke")],
        [
            f"{CLAIMS}:24 E203 the link to 'smit2012' as 'Smit, 2012' stands twice in 'voorlezen-helpt'; "
            "keep one of the two"
        ],
    ),
    "no note": (
        [(CLAIMS, "      note: {nl: Niet gevonden., en: Not found.}\n", "")],
        [
            f"{CLAIMS}:18 E204 the judgement of 'smit2012' is 'unchecked' without a note; say in a note "
            "what carries it and "
            "what is missing"
        ],
    ),
    "checked on no basis": (
        [(CLAIMS, "basis: abstract", "basis: none")],
        [f"{CLAIMS}:12 E205 judgement 'full' with basis 'none'; basis is none exactly when unchecked"],
    ),
    "unchecked with a basis": (
        [(CLAIMS, "basis: none", "basis: abstract")],
        [f"{CLAIMS}:18 E205 judgement 'unchecked' with basis 'abstract'; basis is none exactly when unchecked"],
    ),
    "passage 2 of 1": (
        [(CLAIMS, "work: smit2012\n", "work: smit2012\n      passage: 2\n")],
        [f"{CLAIMS}:18 E206 there is no passage 2 in 'voorlezen-helpt'; count from 1"],
    ),
    "passage 0": (
        [(CLAIMS, "work: smit2012\n", "work: smit2012\n      passage: 0\n")],
        [f"{CLAIMS}:18 E206 there is no passage 0 in 'voorlezen-helpt'; count from 1"],
    ),
    "passage 0 is looked for nowhere": (
        [
            (CLAIMS, "work: smit2012\n", "work: smit2012\n      passage: 0\n"),
            (CLAIMS, "as_cited: Smit, 2012", "as_cited: Smit, 2013"),
        ],
        [f"{CLAIMS}:18 E206 there is no passage 0 in 'voorlezen-helpt'; count from 1"],
    ),
    "passage 2 of 2": (
        [
            (CLAIMS, "ends: de taal}\n", 'ends: de taal}\n    - {section: "1", starts: Lees voor, ends: elke dag}\n'),
            (CLAIMS, "work: smit2012\n", "work: smit2012\n      passage: 2\n"),
        ],
        [
            f"{CLAIMS}:19 E306 'Smit, 2012' is not printed in the passage; write as_cited to the letter, or "
            "link another "
            "passage"
        ],
    ),
    "a work of ours": (
        [
            *HELD[:3],
            (CLAIMS, "- work: smit2012\n      as_cited: Smit, 2012", "- work: bos2015\n      as_cited: Smit, 2012"),
        ],
        [
            f"{CLAIMS}:18 E409 'bos2015' is ours (origin: curator), yet 'voorlezen-helpt' cites it from the "
            "factsheet; set its "
            "origin to factsheet, or make the link a supplement",
            f"{CLAIMS}:18 W511 'Smit, 2012' names neither an author of 'bos2015' nor its year; see which work is meant",
            f"{BIB}:9 W501 work 'smit2012' is never cited; link it, or take it out",
        ],
    ),
    "a caveat without a source": (
        [caveat("works: []")],
        [f"{CLAIMS}:12 E210 a caveat of 'voorlezen-helpt' has no source; name works, or sections of the factsheet"],
    ),
    "a caveat from an unknown work": (
        [caveat("works: [zzz]")],
        [f"{CLAIMS}:12 E201 no work 'zzz' in references.bib; {FEW}"],
    ),
    "a caveat from an unknown section": (
        [caveat('sections: ["9"]')],
        [f"{CLAIMS}:12 E217 section '9' of a caveat of 'voorlezen-helpt' is not in the factsheet; use one of 1"],
    ),
    "a caveat alone cites a work": ([(BIB, "", BOS), HELD[1], caveat("works: [bos2015]")], []),
    "a supplement that is cited": (
        [*HELD, (CLAIMS, "    - work: bos2015", "    - work: jansen2010")],
        [
            f"{CLAIMS}:12 E212 'voorlezen-helpt' has 'jansen2010' as a supplement and cites it from the "
            "factsheet too; keep the "
            "citation; a supplement is for works that the factsheet does not cite there",
            f"{BIB}:14 W501 work 'bos2015' is never cited; link it, or take it out",
        ],
    ),
    "a supplement that is no work": (
        [*HELD, (CLAIMS, "    - work: bos2015", "    - work: bos2016")],
        [
            f"{CLAIMS}:12 E201 no work 'bos2016' in references.bib; did you mean bos2015?",
            f"{BIB}:14 W501 work 'bos2015' is never cited; link it, or take it out",
        ],
    ),
    "a supplement twice": (
        [*HELD, (CLAIMS, "  supplements:\n", SUPPLEMENT)],
        [f"{CLAIMS}:18 E203 the link to 'bos2015' as 'bos2015' stands twice in 'voorlezen-helpt'; keep one of the two"],
    ),
    "a supplement without a note": (
        [*HELD, (CLAIMS, "      note: {nl: Over andere kinderen., en: About other children.}\n", "")],
        [
            f"{CLAIMS}:12 E204 the judgement of 'bos2015' is 'partial' without a note; say in a note what "
            "carries it and what "
            "is missing"
        ],
    ),
    "a supplement on no basis": (
        [*HELD, (CLAIMS, "judgement: partial\n      basis: abstract", "judgement: partial\n      basis: none")],
        [f"{CLAIMS}:12 E205 judgement 'partial' with basis 'none'; basis is none exactly when unchecked"],
    ),
    "a supplement unchecked with a basis": (
        [*HELD, (CLAIMS, "judgement: partial", "judgement: unchecked")],
        [f"{CLAIMS}:12 E205 judgement 'unchecked' with basis 'abstract'; basis is none exactly when unchecked"],
    ),
    "a supplement without an account": (
        [*HELD, (SEARCHES, "claims: [voorlezen-helpt]", "claims: [lees-elke-dag]")],
        [
            f"{CLAIMS}:12 E213 'voorlezen-helpt' has supplements and no search account; add an account to "
            "searches.yml that "
            "covers this claim"
        ],
    ),
    "an account of an unknown claim": (
        [*HELD, (SEARCHES, "claims: [voorlezen-helpt]", "claims: [voorlezen-helpt, lees-elke-da]")],
        [
            f"{SEARCHES}:1 E214 search account 'voorlezen' covers 'lees-elke-da', which is no claim; did you mean "
            "lees-elke-dag?"
        ],
    ),
    "an account that does not add up": (
        [*HELD, (SEARCHES, "read: 3", "read: 2")],
        [
            f"{SEARCHES}:1 E216 search account 'voorlezen' read 2, kept 1 and left out 2; make the number "
            "read equal to what "
            "was kept and left out"
        ],
    ),
    "two groups left out": (
        [*HELD, (SEARCHES, "read: 3", "read: 8"), (SEARCHES, "", "    - {n: 5, reason: {nl: dubbel, en: double}}\n")],
        [],
    ),
    "a claim without a code": (
        CODED[:1],
        [
            f"{CLAIMS}:25 W506 'lees-elke-dag' has no code, and other claims have; give it its section and "
            "the next free letter"
        ],
    ),
    "a code that is no section and letter": (
        [*CODED, (CLAIMS, "code: 1b", "code: 1B")],
        [
            f"{CLAIMS}:25 E112 code '1B' does not name a section of 'lees-elke-dag' and letters; write the "
            "section and a "
            "letter, such as 1a"
        ],
    ),
    "a code of another section": (
        [*CODED, (CLAIMS, "code: 1b", "code: 2b")],
        [
            f"{CLAIMS}:25 E112 code '2b' does not name a section of 'lees-elke-dag' and letters; write the "
            "section and a "
            "letter, such as 1a",
            f"{SHEET} E310 no claim of section 2 has the code 2a, and a later one is there; put the claim back, or "
            "list its code in retired_codes",
        ],
    ),
    "a code without a passage": (
        [*CODED, (CLAIMS, '  passages:\n    - {section: "1", starts: Lees voor, ends: elke dag}\n', ""), LEFT_OUT],
        [
            f"{CLAIMS}:25 E112 code '1b' does not name a section of 'lees-elke-dag' and letters; write the "
            "section and a "
            "letter, such as 1.1a",
            f"{CLAIMS}:25 E307 'lees-elke-dag' has no passage; say where in the factsheet it stands",
        ],
    ),
    "a code of a claim that is gone": (
        [*CODED, (SHEET, "left_out:", "retired_codes: [1b]\nleft_out:")],
        [f"{CLAIMS}:25 E111 code '1b' belonged to a claim that is gone; give this claim a letter that was never used"],
    ),
    "a code twice": (
        [*CODED, (CLAIMS, "code: 1b", "code: 1a")],
        [
            f"{CLAIMS}:25 E110 code '1a' is in use twice; the first is at {CLAIMS}:1; give this claim the "
            "next free letter"
        ],
    ),
    "a finding that rests": (
        [(CLAIMS, "kind: recommendation", "kind: finding")],
        [f"{CLAIMS}:24 E209 'lees-elke-dag' is a finding and has rests_on; only a recommendation rests on claims"],
    ),
    "resting on nothing": (
        [(CLAIMS, "rests_on: [voorlezen-helpt]", "rests_on: [voorlezen-helpt, voorlezen-help]")],
        [
            f"{CLAIMS}:24 E207 'lees-elke-dag' rests on 'voorlezen-help', which is no claim; did you mean "
            "voorlezen-helpt?"
        ],
    ),
    "resting on itself": (
        [(CLAIMS, "rests_on: [voorlezen-helpt]", "rests_on: [lees-elke-dag]")],
        [f"{CLAIMS}:24 E208 rests_on runs in a circle: lees-elke-dag → lees-elke-dag; take one link out"],
    ),
    "two that rest on each other": (
        [(CLAIMS, "kind: finding", "kind: recommendation\n  rests_on: [lees-elke-dag]")],
        [
            f"{CLAIMS}:1 E208 rests_on runs in a circle: voorlezen-helpt → lees-elke-dag → voorlezen-helpt; "
            "take one link out",
            f"{CLAIMS}:25 E208 rests_on runs in a circle: lees-elke-dag → voorlezen-helpt → lees-elke-dag; "
            "take one link out",
        ],
    ),
    "an id twice": (
        [
            (
                "evidence/factsheets/klein/claims/2-meer.yml",
                "",
                "- id: lees-elke-dag\n  statement: {nl: Lees., en: Read.}\n  kind: context\n  core: false\n "
                " passages:\n"
                '    - {section: "1", starts: Lees voor, ends: elke dag}\n  citations: []\n',
            )
        ],
        [
            "evidence/factsheets/klein/claims/2-meer.yml:1 E103 claim 'lees-elke-dag' is there twice; the "
            "first is at "
            f"{CLAIMS}:24; rename or delete one",
            "evidence/factsheets/klein/claims/2-meer.yml:1 W513 'lees-elke-dag' stands in the file of chapter 2 and in "
            "section 1; move it to the file of its chapter",
        ],
    ),
    "a section twice": (
        [
            (
                SHEET,
                "left_out:",
                '  - id: "1"\n    title: {nl: Lezen, en: Reading}\n    ranges: [{starts: Over lezen, ends: '
                "elke dag}]\nleft_out:",
            )
        ],
        [f"{SHEET} E103 section '1' is there twice; the first is at {SHEET}; rename or delete one"],
    ),
    "no appraisal": (
        [(BIB, "", BOS), (CLAIMS, "work: smit2012", "work: bos2015")],
        [
            f"{CLAIMS}:18 W511 'Smit, 2012' names neither an author of 'bos2015' nor its year; see which work is meant",
            f"{BIB}:9 W501 work 'smit2012' is never cited; link it, or take it out",
            f"{BIB}:14 E407 work 'bos2015' has no appraisal; add it to appraisals.yml",
        ],
    ),
    "an appraisal of no work": (
        [(APPRAISALS, "", BOS_APPRAISED.replace("ORIGIN", "curator").replace("bos2015", "jansen2011"))],
        [f"{APPRAISALS}:23 E408 appraisal of 'jansen2011', which is not in references.bib; did you mean jansen2010?"],
    ),
    "a design": (
        [(APPRAISALS, "designs: []", "designs: [revieuw]")],
        [f"{APPRAISALS}:14 E106 no term 'revieuw' in designs; did you mean review?"],
    ),
    "a year of five digits": (
        [(BIB, "year = {2010}", "year = {20100}")],
        [f"{BIB}:1 E107 year of 'jansen2010' cannot be '20100'; write four digits, or z.d. or in druk"],
    ),
    "a season in place of a month": (
        [(BIB, "year = {2010}", "year = {2010},\n  month = {lente}")],
        [f"{BIB}:1 W508 month 'lente' of 'jansen2010' is not known; write 1 to 12, or a month in Dutch or English"],
    ),
    "a day that is none": (
        [(BIB, "year = {2010}", "year = {2010},\n  date = {2010-02-30}")],
        [f"{BIB}:1 E107 date of 'jansen2010' cannot be '2010-02-30'; write a day of the calendar"],
    ),
    "a year before 1000": (
        [(BIB, "year = {2010}", "year = {0999}")],
        [f"{BIB}:1 E107 year of 'jansen2010' cannot be '0999'; write four digits, or z.d. or in druk"],
    ),
    "a DOI that is an address": (
        [(BIB, "10.1000/voorbeeld", "https://doi.org/10.1000/voorbeeld")],
        [f"{BIB}:1 E107 doi of 'jansen2010' cannot be 'https://doi.org/10.1000/voorbeeld'; write it from 10. on"],
    ),
    "an address without https": (
        [(BIB, "  doi = {10.1000/voorbeeld}", "  url = {www.voorbeeld.nl}")],
        [f"{BIB}:1 E107 url of 'jansen2010' cannot be 'www.voorbeeld.nl'; write the whole address, from https:// on"],
    ),
    "no year": (
        [(BIB, "  year = {2010},\n", "")],
        [f"{BIB}:1 E405 'jansen2010' has no year; add it, or say that the work is less than certain"],
    ),
    "no author": (
        [(BIB, "  author = {Jansen, Anna and de Vries, Bram},\n", "")],
        [f"{BIB}:1 E405 'jansen2010' has no author; add it, or say that the work is less than certain"],
    ),
    "an editor alone": ([(BIB, "  author = {Jansen, Anna", "  editor = {Jansen, Anna")], []),
    "a law has no author": (
        [(BIB, "@article{jansen2010,\n  author = {Jansen, Anna and de Vries, Bram},\n", "@legislation{jansen2010,\n")],
        [],
    ),
    "no title of what is certain": (
        [(BIB, "  title = {Voorlezen thuis}, langid = {dutch},\n", "")],
        [f"{BIB}:1 E405 'jansen2010' has no title; add it, or say that the work is less than certain"],
    ),
    "a stub with a publisher": (
        [(BIB, "author = {Smit},", "author = {Smit},\n  publisher = {Voorbeeld},\n  url = {https://voorbeeld.nl},")],
        [
            f"{BIB}:9 E406 the title of 'smit2012' is not known, yet it has a publisher; take it out, or "
            "add the title that "
            "was seen",
            f"{BIB}:9 E406 the title of 'smit2012' is not known, yet it has a url; take it out, or add the "
            "title that was seen",
        ],
    ),
    "a title of what was not found": (
        [(BIB, "author = {Smit},", "author = {Smit},\n  title = {Iets},\n  langid = {dutch},")],
        [
            f"{BIB}:9 E406 the title of 'smit2012' is not known, yet it has a title; take it out, or add "
            "the title that was "
            "seen"
        ],
    ),
    "neither DOI nor URL": (
        [(BIB, "  doi = {10.1000/voorbeeld}\n", "")],
        [f"{BIB}:1 W503 'jansen2010' has neither DOI nor URL; add one where it is established"],
    ),
    "no DOI of what is probable": (
        [
            (BIB, "  doi = {10.1000/voorbeeld}\n", ""),
            (APPRAISALS, "identification: certain", "identification: probable"),
        ],
        [],
    ),
    "ambiguous without alternatives": (
        [(APPRAISALS, "identification: not_found", "identification: ambiguous")],
        [f"{APPRAISALS}:14 W502 'smit2012' is ambiguous and names no alternatives; list the candidates"],
    ),
    "ambiguous with alternatives": (
        [
            (APPRAISALS, "identification: not_found", "identification: ambiguous"),
            (
                APPRAISALS,
                "authors_complete: false\n  alternatives: []",
                "authors_complete: false\n  alternatives: [{nl: Smit 1, en: Smit 1}]",
            ),
        ],
        [],
    ),
    "a term that is never used": (
        [(VOCABULARY, "levers: []", "levers:\n  - {id: tijd, nl: tijd, en: time, origin: factsheet}")],
        [f"{VOCABULARY}:7 W504 term 'tijd' of levers is never used; use it or take it out"],
    ),
    "a design that is never used": (
        [(APPRAISALS, "designs: [review]", "designs: []")],
        [f"{VOCABULARY}:11 W504 term 'review' of designs is never used; use it or take it out"],
    ),
    "a broader term is used where a narrower one is": (
        [(CLAIMS, "building_blocks: [thuis]", "building_blocks: [lezen]")],
        [],
    ),
    "a narrower term is not used where a broader one is": (
        [(CLAIMS, "building_blocks: [lezen]", "building_blocks: [thuis]")],
        [f"{VOCABULARY}:3 W504 term 'lezen' of building_blocks is never used; use it or take it out"],
    ),
    "a term without a title": (
        [(VOCABULARY, "en: home, origin: factsheet}", "en: home, origin: factsheet, title: {nl: Thuis, en: At home}}")],
        [
            f"{VOCABULARY}:3 W507 term 'lezen' of building_blocks has no title; write what a brief about it is called, "
            "in every language of the library"
        ],
    ),
    "left out of an unknown section": (
        [
            (
                SHEET,
                '{section: "1", starts: Over lezen, ends: Over lezen',
                '{section: "7", starts: Over lezen, ends: Over lezen',
            )
        ],
        [
            f"{SHEET} E308 section 1: no claim covers 'Over lezen'; cover it with a passage or list it in left_out",
            f"{SHEET}:11 E303 no section '7' in klein; use one of 1",
        ],
    ),
    "left out with no last words": (
        [(SHEET, "ends: Over lezen", 'ends: "-"')],
        [
            f"{SHEET} E308 section 1: no claim covers 'Over lezen'; cover it with a passage or list it in left_out",
            f"{SHEET}:11 E301 a passage of 'left_out' has no last words; give its first and last words",
        ],
    ),
    "left out, not found": (
        [(SHEET, "starts: Over lezen, ends: Over lezen", "starts: Over schrijven, ends: Over lezen")],
        [
            f"{SHEET} E308 section 1: no claim covers 'Over lezen'; cover it with a passage or list it in left_out",
            f"{SHEET}:11 E304 passage starts not found in section 1: 'Over schrijven'; copy the words as "
            "they are printed",
        ],
    ),
    "first words not found": (
        [(CLAIMS, "starts: Lees voor", "starts: Leest voor")],
        [
            f"{CLAIMS}:24 E304 passage starts not found in section 1: 'Leest voor'; copy the words as they are printed",
            f"{SHEET} E308 section 1: no claim covers 'Lees voor, het liefst elke dag.'; cover it with a "
            "passage or list it in "
            "left_out",
        ],
    ),
    "last words not found": (
        [(CLAIMS, "ends: elke dag", "ends: elke week")],
        [
            f"{CLAIMS}:24 E304 passage ends not found in section 1: 'elke week'; copy the words as they are printed",
            f"{SHEET} E308 section 1: no claim covers 'Lees voor, het liefst elke dag.'; cover it with a "
            "passage or list it in "
            "left_out",
        ],
    ),
    "first words that stand twice": (
        [("text.txt", "het liefst elke", "lees voor elke")],
        [
            f"{CLAIMS}:24 E305 passage starts not unique in section 1: 'Lees voor'; use words that stand in "
            "one place only",
            f"{SHEET} E308 section 1: no claim covers 'Lees voor, lees voor elke dag.'; cover it with a "
            "passage or list it in "
            "left_out",
        ],
    ),
    "as_cited that is not printed": (
        [(CLAIMS, "as_cited: Smit, 2012", "as_cited: Smit, 2013")],
        [
            f"{CLAIMS}:18 E306 'Smit, 2013' is not printed in the passage; write as_cited to the letter, or "
            "link another "
            "passage"
        ],
    ),
    "text before the first section": (
        [("text.txt", "Over lezen\n", "Vooraf staat dit. Over lezen\n")],
        [
            f"{SHEET} E308 section ?: no claim covers 'Vooraf staat dit.'; "
            "cover it with a passage or list it in left_out"
        ],
    ),
    "text in no section": (
        [("text.txt", "", "\nNog een slot-\nzin van de\nschrijver.\n")],
        [
            f"{SHEET} E308 section ?: no claim covers '. Nog een slotzin van de'; cover it with a passage "
            "or list it in "
            "left_out"
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_finding_says_where_what_and_what_to_do(name: str, tmp_path: Path) -> None:
    edits, expected = CASES[name]
    assert said(tmp_path, *edits) == expected


def test_after_z_comes_aa(tmp_path: Path) -> None:
    lost = said(tmp_path, *CODED, (CLAIMS, "code: 1b", "code: 1ab"))
    missing = [line.split(" has the code ")[1].split(",")[0] for line in lost]
    assert missing == sorted([*(f"1{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"), "1aa"])


@pytest.mark.parametrize(
    "year",
    ["2010a", "1999b", "1000", "z.d.", "Z. d.", "n.d.", "z.j.", "in druk", "In press", "in voorbereiding", "2026"],
)
def test_a_year_of_a_known_form_is_right(year: str, tmp_path: Path) -> None:
    assert said(tmp_path, (BIB, "year = {2010}", f"year = {{{year}}}")) == []


def test_a_year_may_be_two_ahead_and_no_more(tmp_path: Path) -> None:
    now = dt.datetime.now(tz=dt.UTC).year
    for ahead in (1, 2):
        assert said(tmp_path / str(ahead), (BIB, "year = {2010}", f"year = {{{now + ahead}}}")) == []
    assert said(tmp_path / "3", (BIB, "year = {2010}", f"year = {{{now + 3}}}")) == [
        f"{BIB}:1 E107 year of 'jansen2010' cannot be '{now + 3}'; write four digits, or z.d. or in druk"
    ]


def test_a_search_may_be_of_tomorrow_somewhere_and_no_later(tmp_path: Path) -> None:
    today = dt.datetime.now(tz=dt.UTC).date()
    tomorrow, later = today + dt.timedelta(days=1), today + dt.timedelta(days=2)
    assert said(tmp_path / "1", *HELD, (SEARCHES, "on: 2026-11-26", f"on: {tomorrow}")) == []
    assert said(tmp_path / "2", *HELD, (SEARCHES, "on: 2026-11-26", f"on: {later}")) == [
        f"{SEARCHES}:1 E215 search account 'voorlezen' is dated {later}, in the future; write the day of the search"
    ]


def test_without_the_text_passages_are_checked_for_form_alone(tmp_path: Path) -> None:
    assert said(tmp_path / "1", (CLAIMS, "starts: Lees voor", "starts: Nergens te vinden"), text=False) == []
    assert said(tmp_path / "2", (CLAIMS, "starts: Lees voor", 'starts: ""'), text=False) == [
        f"{CLAIMS}:24 E301 a passage of 'lees-elke-dag' has no first words; give its first and last words"
    ]


def test_where_a_file_cannot_be_read_nothing_is_said_of_the_whole(tmp_path: Path) -> None:
    found = said(tmp_path, (CLAIMS, "- id: lees-elke-dag", "- id: [lees"), (CLAIMS, "kind: finding", "kind: x"))
    assert [one.split()[1] for one in found if one.split()[1] in {"E308", "E309", "W501", "W504"}] == []
    assert any(" E003 " in one for one in found)

// A library of four claims and three works, made by hand, for tests whose answers can be counted on the fingers.

/** @import { Claim, Data, ShownFacet, Work } from "../../src/ouderevidence/products/explorer/web/types.d.ts" */

/** @param {string} nl @param {string} [en] */
const text = (nl, en = `${nl} (en)`) => ({ nl, en });

/** @type {(key: string, flag: string, ...values: (string | [string, number])[]) => ShownFacet} */
const facet = (key, flag, ...values) => ({
  key, flag, label: text(key), shown: true,
  values: values.map((value) => {
    const [id, depth] = typeof value === "string" ? [value, 0] : value;
    return { id, label: text(id), depth };
  }),
});

const FACETS = [
  facet("building_block", "bouwsteen", "lezen", ["voorlezen", 1], "praten"),
  facet("parent_group", "groep", "vaders", "moeders"),
  facet("year", "jaar", "2015-2019"),
  facet("core", "kern", "true", "false"),
];

/** @type {(key: string, year: number | null) => Work} */
const work = (key, year) => ({
  key, year, label: text(`${key}, ${year ?? "z.d."}`), title: `Over ${key}`, authors: key, published: "Pedagogiek",
  url: null, designs: [], size: null, peer_reviewed: "yes", countries: [], identification: "certain", finding: null,
  alternatives: [], spelling: null,
  exports: { nl: { bib: `@${key}\n`, ris: `TY ${key}\n`, json: { id: key } }, en: { bib: "", ris: "", json: {} } },
});

/** @type {(id: string, answers: number[][], works: number[], more?: Partial<Claim>) => Claim} */
const claim = (id, answers, works, more = {}) => ({
  id, code: id.toUpperCase(), statement: text(`Uitspraak ${id}`), kind: "finding", core: true, hedge: null,
  quote: false, places: [], level: "limited", evidence: "limited", contested: false, searched: null, missing: null,
  supplements: [], reasons: [], strongest: null, without: null,
  links: works.map((number) => ({
    work: number, as_cited: "", section: null, intent: "supports", judgement: "full", basis: "abstract", locator: null,
    note: null, counts: true,
  })),
  caveats: [], rests_on: [], programmes: [], general: false, gap: 1, factsheet: "klein", answers,
  terms: answers, ...more,
});

const CAVEAT = { text: text("Maar"), works: [1], sections: [], checked_on: null };

/** @returns {Data} */
export function smallData() {
  const facets = FACETS;
  return {
    version: "1", flags: "", title: text("Klein"), scope: text("Alles"), factsheets: {}, facets,
    claims: [
      claim("a", [[0, 1], [0], [0], [0]], [0]),
      claim("b", [[0], [1], [0], [1]], [0, 1], { gap: 3 }),
      claim("c", [[2], [0], [], [0]], [2], { caveats: [CAVEAT] }),
      claim("d", [[2], [], [], [1]], [], { general: true, statement: text('=Zeg "nee"; of niet') }),
    ],
    order: [1, 3, 0, 2],
    works: [work("jansen2018", 2018), work("pieters2016", 2016), work("zonder", null)],
    search: {
      maxText: 100, maxWords: 8, maxLetters: 30, minPart: 3, stopWords: ["de"], letters: {}, kept: [], short: [],
      suffixes: [["en", 3, "", ""], ["s", 3, "s", ""]],
      claims: ["a", "b", "c", "d"], forms: ["vaders", "lezen", "moeder"], families: [["moeder", "mam"]],
      phrases: [], postings: [[0, 10, 2, 10], [0, 10, 1, 5], [1, 10]],
    },
    codes: Object.assign(/** @type {never} */ ({}), {
      kind: { finding: text("bevinding") }, level: { limited: text("beperkt") }, meaning: {}, gap: [],
    }),
    columns: { nl: ["id", "Uitspraak"], en: ["id", "Claim"] }, separators: { nl: ";", en: "," }, words: {},
    briefs: [{ filters: { parent_group: ["vaders"] }, language: "nl", form: "docx", href: "vaders.docx" }],
  };
}

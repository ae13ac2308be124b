// What a visitor chose, and which claims, cells and works that keeps.
// No rule of the library is repeated here: per filter each claim carries the values it answers to (explorer/data.py).

import { searchClaims } from "./search.js";

/** @import { Choice, Claim, Data, Facet, Index, Selection } from "./types.d.ts" */

/** @returns {Choice} */
export function emptyChoice() {
  return { filters: {}, general: false, search: "", order: "best", language: "nl", view: "claims", claim: null };
}

/**
 * The data with what is looked up in them again and again.
 * @param {Data} data
 * @returns {Index}
 */
export function prepare(data) {
  const facets = data.facets.map((facet, number) => ({
    ...facet, number, place: new Map(facet.values.map((value, at) => [value.id, at])),
  }));
  return {
    data,
    facets,
    byKey: new Map(facets.map((facet) => [facet.key, facet])),
    byFlag: new Map(facets.map((facet) => [facet.flag, facet])),
    place: new Map(data.claims.map((claim, at) => [claim.id, at])),
    totals: facets.map((facet) => countAll(data.claims, facet)),
  };
}

/**
 * @param {Claim[]} claims
 * @param {Facet} facet
 */
function countAll(claims, facet) {
  const counts = new Uint32Array(facet.values.length);
  for (const claim of claims) for (const value of claim.answers[facet.number]) counts[value]++;
  return counts;
}

/**
 * The facet with a key of `where`.
 * @param {Index} index
 * @param {string} key
 */
export function facetOf(index, key) {
  const facet = index.byKey.get(key);
  if (!facet) throw new Error(`no facet ${key}`);
  return facet;
}

/**
 * Several values of one filter: any of them. Several filters: all. What a search finds stands in its own order.
 * @param {Index} index
 * @param {Choice} choice
 * @returns {Selection}
 */
export function select(index, choice) {
  const { claims } = index.data;
  const failing = new Int32Array(claims.length);
  for (const facet of index.facets) {
    const holds = test(index, facet, choice);
    if (!holds) continue;
    const bit = 1 << facet.number;
    for (let at = 0; at < claims.length; at++) if (!holds(claims[at])) failing[at] |= bit;
  }
  const { hits, matched } = found(index, choice.search);
  const searchBit = 1 << index.facets.length;
  if (hits) for (let at = 0; at < claims.length; at++) if (!matched.has(at)) failing[at] |= searchBit;
  const all = choice.order === "best" ? index.data.order : claims.map((_, at) => at);
  const kept = (hits ?? all).filter((at) => failing[at] === 0);
  return { kept, failing, matched, counts: countValues(index, failing) };
}

/**
 * Whether a claim answers to what is chosen of a facet; null when nothing is.
 * @param {Index} index
 * @param {Facet} facet
 * @param {Choice} choice
 * @returns {((claim: Claim) => boolean) | null}
 */
function test(index, facet, choice) {
  const chosen = choice.filters[facet.key] ?? [];
  if (!chosen.length) return null;
  const wanted = new Uint8Array(facet.values.length);
  /** @type {[first: number, last: number][]} */
  const spans = [];
  for (const id of chosen) {
    const at = facet.place.get(id);
    if (at === undefined) spans.push(span(id));
    else wanted[at] = 1;
  }
  const general = facet.key === "parent_group" && choice.general;
  const { works } = index.data;
  return (claim) => {
    for (const value of claim.answers[facet.number]) if (wanted[value]) return true;
    if (general && claim.general) return true;
    return spans.some(([first, last]) => claim.links.some(({ work }) => {
      const { year } = works[work];
      return year !== null && first <= year && year <= last;
    }));
  };
}

/**
 * First and last year of "2018" or "2010-2018"; of anything else a span that holds none.
 * @param {string} years
 * @returns {[first: number, last: number]}
 */
export function span(years) {
  const parts = /^(\d{4})(?:-(\d{4}))?$/.exec(years);
  return parts ? [Number(parts[1]), Number(parts[2] ?? parts[1])] : [1, 0];
}

/**
 * @param {Index} index
 * @param {string} query
 */
function found(index, query) {
  /** @type {Map<number, string[]>} */
  const matched = new Map();
  if (!query.trim()) return { hits: null, matched };
  for (const hit of searchClaims(index.data.search, query)) {
    const at = index.place.get(hit.id);
    if (at !== undefined) matched.set(at, hit.matched);
  }
  return { hits: [...matched.keys()], matched };
}

/**
 * @param {Index} index
 * @param {Int32Array} failing
 */
function countValues(index, failing) {
  const counts = index.facets.map((facet) => new Uint32Array(facet.values.length));
  const { claims } = index.data;
  for (let at = 0; at < claims.length; at++) {
    const bits = failing[at];
    if (bits & (bits - 1)) continue; // more than one filter says no: no single value brings it back
    for (const { number } of index.facets) {
      if (bits && bits !== 1 << number) continue;
      for (const value of claims[at].answers[number]) counts[number][value]++;
    }
  }
  return counts;
}

/**
 * The map: per pair of top terms the claims, with every filter but those of the two facets.
 * @param {Index} index
 * @param {Selection} selection
 * @param {string} rowKey
 * @param {string} columnKey
 */
export function cells(index, selection, rowKey, columnKey) {
  const row = facetOf(index, rowKey), column = facetOf(index, columnKey);
  const own = (1 << row.number) | (1 << column.number);
  /** @type {Map<string, { claims: number, gap: number }>} */
  const table = new Map();
  /** @type {(r: number, c: number) => { claims: number, gap: number }} */
  const at = (r, c) => table.get(`${r} ${c}`) ?? { claims: 0, gap: 0 };
  index.data.claims.forEach((claim, number) => {
    if (selection.failing[number] & ~own) return;
    for (const r of claim.answers[row.number]) {
      for (const c of claim.answers[column.number]) {
        const { claims, gap } = at(r, c);
        table.set(`${r} ${c}`, { claims: claims + 1, gap: Math.max(gap, claim.gap) });
      }
    }
  });
  return { row, column, rows: topTerms(row), columns: topTerms(column), at };
}

/** @param {Facet} facet */
function topTerms(facet) {
  return facet.values.flatMap((value, at) => (value.depth === 0 ? [at] : []));
}

/**
 * The works of claims, in the order of their keys, with how many of the claims cite each.
 * @param {Index} index
 * @param {number[]} numbers
 */
export function worksOf(index, numbers) {
  /** @type {Map<number, number>} */
  const cited = new Map();
  const mentioned = new Set();
  for (const at of numbers) {
    const claim = index.data.claims[at];
    for (const work of new Set(claim.links.map((link) => link.work))) cited.set(work, (cited.get(work) ?? 0) + 1);
    for (const caveat of claim.caveats) for (const work of caveat.works) mentioned.add(work);
    for (const { work } of claim.supplements) mentioned.add(work);
  }
  const all = [...new Set([...cited.keys(), ...mentioned])].sort((a, b) => a - b);
  return all.map((work) => ({ work, claims: cited.get(work) ?? 0 }));
}

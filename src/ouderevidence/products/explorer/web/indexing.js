// What a search looks up, worked out once: in pieces while the page rests, or at once by a query that comes before.

import { stem } from "./words.js";

/** @import { SearchData, SearchIndex } from "./types.d.ts" */

const PIECE = 500; // forms that are read in one go
const AT_ONCE = 8; // milliseconds of work, then whatever waits goes first

/** @type {WeakMap<SearchData, SearchIndex>} */
const INDEXES = new WeakMap();
/** @type {WeakMap<SearchData, Generator<undefined, SearchIndex>>} */
const BEGUN = new WeakMap();

/**
 * The index of some data, whole.
 * @param {SearchData} data
 * @returns {SearchIndex}
 */
export function indexOf(data) {
  for (;;) {
    const known = INDEXES.get(data);
    if (known) return known;
    advance(data);
  }
}

/**
 * Work the index out while nothing else is to be done, so that the first query need not.
 * @param {SearchData} data
 */
export function indexInRest(data) {
  const until = performance.now() + AT_ONCE;
  while (!INDEXES.has(data) && performance.now() < until) advance(data);
  if (!INDEXES.has(data)) setTimeout(() => indexInRest(data));
}

/**
 * Do one piece of the work.
 * @param {SearchData} data
 */
function advance(data) {
  const work = BEGUN.get(data) ?? pieces(data);
  BEGUN.set(data, work);
  const { done, value } = work.next();
  if (done) INDEXES.set(data, value);
}

/**
 * @param {SearchData} data
 * @returns {Generator<undefined, SearchIndex>}
 */
function* pieces(data) {
  const { forms } = data;
  /** @type {Map<string, number[]>} */
  const formsOf = new Map();
  const number = new Map(), signatures = [];
  for (let at = 0; at < forms.length; at++) {
    const key = stem(data, forms[at]);
    const held = formsOf.get(key);
    if (held) held.push(at);
    else formsOf.set(key, [at]);
    number.set(forms[at], at);
    signatures.push(signature(forms[at]));
    if (at % PIECE === PIECE - 1) yield;
  }
  /** @type {Map<string, string[]>} */
  const familyOf = new Map();
  for (const family of data.families) {
    for (const key of family) familyOf.set(key, [...(familyOf.get(key) ?? []), ...family]);
  }
  yield;
  const keys = [...formsOf.keys()].sort();
  yield;
  const backwards = keys.map(reversed);
  yield;
  backwards.sort();
  yield;
  return { data, formsOf, familyOf, number, signatures, forms: [...forms].sort(), keys, backwards };
}

/**
 * The letters of a word as bits, to pass by most forms that are far off.
 * @param {string} word
 */
export function signature(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << word.charCodeAt(i) % 32;
  return bits;
}

/** @param {string} word */
export function reversed(word) {
  return [...word].reverse().join("");
}

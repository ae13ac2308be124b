// Search the claims, as ouderevidence/library/index.py does in Python: the same steps, in whole numbers, over the same
// tables, which SearchIndex.to_data() gives. Tests hold both equal: change them together.

import { indexOf } from "./indexing.js";
import { askedWords, beginningWith, compoundsWith, endsOf, nearTo, partsOf } from "./lookup.js";
import { leastHeld, rarity } from "./ranking.js";
import { isAlphabetic, stem } from "./words.js";

/** @import { Hit, SearchData, SearchIndex, Strengths, Weights } from "./types.d.ts" */

const SAME = 100, FORM = 90, SYNONYM = 70, COMPOUND = 60, ONE_ERROR = 60, TWO_ERRORS = 45, PART = 40;
const LEAST_COMPOUND = 4, LEAST_REST = 3, MOST_PARTS = 3;

/**
 * The claims that a query finds, the best first.
 * @param {SearchData} data
 * @param {string} query
 * @returns {Hit[]}
 */
export function searchClaims(data, query) {
  /** @type {Map<number, { score: number, matched: string[], covered: number }>} */
  const hits = new Map();
  let lost = false;
  for (const [word, weights] of slots(indexOf(data), query)) {
    lost ||= weights.size === 0;
    const rare = rarity(data.claims.length, weights.size);
    for (const [claim, weight] of weights) {
      const hit = hits.get(claim) ?? { score: 0, matched: [], covered: 0 };
      hits.set(claim, hit);
      hit.score += weight * rare;
      hit.covered += 1;
      if (!hit.matched.includes(word)) hit.matched.push(word);
    }
  }
  const least = leastHeld([...hits.values()].map((hit) => hit.matched.length));
  const kept = [...hits].filter(([, hit]) => hit.matched.length >= least);
  if (lost && 2 * kept.length > data.claims.length) return [];
  return kept
    .map(([claim, { score, matched, covered }]) => ({ claim, score: score * covered, matched }))
    .sort((a, b) => b.score - a.score || a.claim - b.claim)
    .map(({ claim, score, matched }) => ({ id: data.claims[claim], score, matched }));
}

/**
 * Each word of a query, an unknown compound once for each part, with the claims that hold it.
 * @param {SearchIndex} index
 * @param {string} query
 * @returns {[word: string, weights: Weights][]}
 */
function slots(index, query) {
  const asked = askedWords(index, query);
  const phrased = phrasesIn(index, asked);
  return asked.flatMap((word, place) => {
    const wholes = readings(index, word);
    return (wholes.length ? wholes : [new Map()]).map((wanted) => {
      for (const key of phrased.get(place) ?? []) raise(wanted, key, SYNONYM);
      return /** @type {[string, Weights]} */ ([word, weightsOf(index, word, wanted)]);
    });
  });
}

/**
 * Stems that the phrases of a query stand for, by the place of each of their words.
 * @param {SearchIndex} index
 * @param {string[]} asked
 */
function phrasesIn({ data }, asked) {
  const stems = asked.map((word) => stem(data, word));
  /** @type {Map<number, string[]>} */
  const phrased = new Map();
  for (const [phrase, family] of data.phrases) {
    for (let at = 0; at + phrase.length <= stems.length; at++) {
      if (phrase.every((part, i) => stems[at + i] === part)) {
        phrase.forEach((_, i) => phrased.set(at + i, [...(phrased.get(at + i) ?? []), ...family]));
      }
    }
  }
  return phrased;
}

/**
 * The claims with a word, given the stems it can stand for.
 * @param {SearchIndex} index
 * @param {string} word
 * @param {Strengths} wanted
 */
function weightsOf(index, word, wanted) {
  const weights = claimsWith(index, widened(index, wanted));
  const same = index.number.get(word);
  if (same !== undefined) addForm(index, weights, same, SAME);
  if (index.formsOf.has(stem(index.data, word))) {
    for (const [claim, weight] of withAll(index, partsOf(index, word, MOST_PARTS))) raise(weights, claim, weight);
  }
  return weights;
}

/**
 * What a word can stand for: stems with their strength; several when it is a compound, each part then counts by itself.
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Strengths[]}
 */
function readings(index, word) {
  const key = stem(index.data, word);
  if (index.formsOf.has(key)) return [new Map([[key, FORM]])];
  if (!isAlphabetic(word)) return [];
  /** @type {Strengths} */
  const near = new Map();
  for (const other of beginningWith(index, word)) raise(near, other, ONE_ERROR);
  for (const other of nearTo(index, word, 1)) raise(near, other, ONE_ERROR);
  if (near.size) return [near];
  const parts = partsOf(index, word, MOST_PARTS);
  if (parts.length) return parts.map((part) => new Map([[part, FORM]]));
  for (const other of nearTo(index, word, 2)) raise(near, other, TWO_ERRORS);
  if (!near.size) for (const other of endsOf(index, key)) raise(near, other, PART);
  return [near];
}

/**
 * The same stems with their synonyms and the compounds that begin or end with them.
 * @param {SearchIndex} index
 * @param {Strengths} wanted
 */
function widened(index, wanted) {
  const wide = new Map(wanted);
  for (const [key, strength] of wanted) {
    for (const other of index.familyOf.get(key) ?? []) raise(wide, other, Math.floor((strength * SYNONYM) / 100));
  }
  for (const [key, strength] of [...wide]) {
    if (key.length < LEAST_COMPOUND) continue;
    for (const other of compoundsWith(index, key, LEAST_REST)) {
      raise(wide, other, Math.floor((strength * COMPOUND) / 100));
    }
  }
  return wide;
}

/**
 * @param {SearchIndex} index
 * @param {Strengths} wanted
 */
function claimsWith(index, wanted) {
  /** @type {Weights} */
  const best = new Map();
  for (const [key, strength] of wanted) {
    for (const form of index.formsOf.get(key) ?? []) addForm(index, best, form, strength);
  }
  return best;
}

/**
 * The claims that hold all parts of a compound.
 * @param {SearchIndex} index
 * @param {string[]} parts
 * @returns {[claim: number, weight: number][]}
 */
function withAll(index, parts) {
  const [first, ...others] = parts.map((part) => claimsWith(index, widened(index, new Map([[part, COMPOUND]]))));
  return [...(first ?? [])].flatMap(([claim, weight]) => {
    const weights = others.map((held) => held.get(claim));
    return weights.every((one) => one !== undefined) ? [[claim, Math.min(weight, ...weights)]] : [];
  });
}

/**
 * @param {SearchIndex} index
 * @param {Weights} best
 * @param {number} form
 * @param {number} strength
 */
function addForm({ data }, best, form, strength) {
  const held = data.postings[form];
  for (let i = 0; i < held.length; i += 2) raise(best, held[i], held[i + 1] * strength);
}

/**
 * @template Key
 * @param {Map<Key, number>} map
 * @param {Key} key
 * @param {number} value
 */
function raise(map, key, value) {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}

// Looking a word up in the index of the claims: what begins or ends with it, its parts, what is spelled nearly so.

import { reversed, signature } from "./indexing.js";
import { isAlphabetic, stem, wordsOf } from "./words.js";

/** @import { SearchIndex } from "./types.d.ts" */

const LEAST_PREFIX = 4, LEAST_PART = 5, LEAST_ONE_ERROR = 5, LEAST_TWO_ERRORS = 8;

/**
 * The words that a query asks for, each once, as many as are looked up.
 * @param {SearchIndex} index
 * @param {string} query
 */
export function askedWords({ data }, query) {
  const start = [...query.slice(0, 2 * data.maxText)].slice(0, data.maxText).join("");
  return [...new Set(wordsOf(data, start))].slice(0, data.maxWords);
}

/**
 * Stems of the forms that begin with a word, and stems that begin with its stem.
 * @param {SearchIndex} index
 * @param {string} word
 */
export function beginningWith({ data, forms, keys }, word) {
  const key = stem(data, word);
  if (key.length < LEAST_PREFIX) return [];
  return [...stretch(forms, word).map((form) => stem(data, form)), ...stretch(keys, key)];
}

/**
 * Stems that begin or end with a stem, and are so much longer at least.
 * @param {SearchIndex} index
 * @param {string} key
 * @param {number} rest
 */
export function compoundsWith({ keys, backwards }, key, rest) {
  const ending = stretch(backwards, reversed(key)).map(reversed);
  return [...stretch(keys, key), ...ending].filter((other) => other.length >= key.length + rest);
}

/**
 * The texts of a sorted list that begin in one way.
 * @param {string[]} sorted
 * @param {string} start
 */
function stretch(sorted, start) {
  return sorted.slice(placeOf(sorted, start), placeOf(sorted, `${start}\x7f`));
}

/**
 * Where a text would stand in a sorted list.
 * @param {string[]} sorted
 * @param {string} text
 */
function placeOf(sorted, text) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The longest stems that a stem begins and ends with.
 * @param {SearchIndex} index
 * @param {string} key
 */
export function endsOf({ formsOf }, key) {
  const cuts = [];
  for (let n = key.length - 1; n >= LEAST_PART; n--) cuts.push(n);
  const first = cuts.map((n) => key.slice(0, n)).find((part) => formsOf.has(part));
  const last = cuts.map((n) => key.slice(-n)).find((part) => formsOf.has(part));
  return [first, last].filter((part) => part !== undefined);
}

/**
 * The stems that a compound is made of, the first as long as can be; none if it is no compound of known words.
 * @param {SearchIndex} index
 * @param {string} word
 * @param {number} most
 * @returns {string[]}
 */
export function partsOf(index, word, most) {
  const { data, formsOf } = index;
  for (let cut = word.length - data.minPart; cut >= data.minPart; cut--) {
    const left = linked(index, word.slice(0, cut)).find((part) => formsOf.has(part));
    if (left === undefined) continue;
    const right = stem(data, word.slice(cut));
    if (formsOf.has(right)) return [left, right];
    const rest = most > 2 ? partsOf(index, word.slice(cut), most - 1) : [];
    if (rest.length) return [left, ...rest];
  }
  return [];
}

/**
 * @param {SearchIndex} index
 * @param {string} part
 */
function linked({ data }, part) {
  const whole = stem(data, part);
  return part.endsWith("s") && part.length > data.minPart ? [whole, stem(data, part.slice(0, -1))] : [whole];
}

/**
 * Stems of the forms at so many typing errors at most.
 * @param {SearchIndex} index
 * @param {string} word
 * @param {1 | 2} most
 */
export function nearTo({ data, signatures }, word, most) {
  if (word.length < (most === 1 ? LEAST_ONE_ERROR : LEAST_TWO_ERRORS)) return [];
  const mine = signature(word);
  return data.forms.filter((form, i) =>
    Math.abs(form.length - word.length) <= most && bitCount(mine ^ signatures[i]) <= 2 * most
    && isAlphabetic(form) && distance(word, form, most) <= most).map((form) => stem(data, form));
}

/** @param {number} bits */
function bitCount(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}

/**
 * Typing errors between two words: a letter more, less, other, or two that changed places. Above `most` it is
 * `most + 1`.
 * @param {string} one
 * @param {string} two
 * @param {number} most
 */
export function distance(one, two, most) {
  let above = Array.from({ length: two.length + 1 }, (_, j) => j), twiceAbove = above;
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= two.length; j++) {
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
        cost = Math.min(cost, twiceAbove[j - 2] + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [twiceAbove, above] = [above, row];
  }
  return above[two.length];
}

// The words of a text and their stems, as ouderevidence/text/words.py has them in Python.

/** @import { WordTables } from "./types.d.ts" */

const HARDENED = new Map([["v", "f"], ["z", "s"], ["y", "i"]]);

/**
 * The words that count, folded, in the order of the text.
 * @param {WordTables} tables
 * @param {string} text
 */
export function wordsOf(tables, text) {
  const lower = text.normalize("NFD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
  const folded = lower.replace(/[^\0-\x7f]|['`]/g, (letter) => tables.letters[letter] ?? letter);
  return (folded.match(/[a-z0-9]+/g) ?? []).filter(
    (word) => word.length > 1 && word.length <= tables.maxLetters && !tables.stopWords.includes(word));
}

/**
 * @param {WordTables} tables
 * @param {string} word
 */
export function stem(tables, word) {
  if (tables.kept.includes(word) || !isAlphabetic(word)) return word;
  let cut = word, vowel = false;
  for (;;) {
    const rule = tables.suffixes.find(([ending, least, notAfter, after]) => {
      const rest = cut.length - ending.length;
      if (rest < least || !cut.endsWith(ending) || notAfter.includes(cut[rest - 1])) return false;
      return !after || after.includes(cut[rest - 1]);
    });
    if (!rule) return spelled(tables, cut, vowel);
    cut = cut.slice(0, cut.length - rule[0].length);
    vowel = isVowel(rule[0].charAt(0));
  }
}

/** @param {string} word */
export function isAlphabetic(word) {
  return /^[a-z]+$/.test(word);
}

/**
 * A stem spelled as a word of its own is: one consonant, a long vowel doubled, hard at the end.
 * @param {WordTables} tables
 * @param {string} stemmed
 * @param {boolean} beforeVowel  Whether what was cut off began with a vowel.
 */
function spelled(tables, stemmed, beforeVowel) {
  const cut = respelled(tables, stemmed, beforeVowel);
  const hardened = HARDENED.get(cut.slice(-1));
  return hardened ? cut.slice(0, -1) + hardened : cut;
}

/**
 * @param {WordTables} tables
 * @param {string} cut
 * @param {boolean} beforeVowel
 */
function respelled(tables, cut, beforeVowel) {
  const last = cut.slice(-1), before = cut.slice(-2, -1);
  if (beforeVowel && !isVowel(last) && last === before) return cut.slice(0, -1);
  if (beforeVowel && endsInOneVowel(cut)) return staysShort(tables, cut) ? cut : cut.slice(0, -1) + before + last;
  const doubled = before === "e" && cut.slice(-3, -2) === "e" && isLiquid(last);
  return doubled && hasVowel(cut.slice(0, -3)) ? cut.slice(0, -2) + last : cut;
}

/** @param {string} cut */
function endsInOneVowel(cut) {
  const last = cut.slice(-1), before = cut.slice(-2, -1), third = cut.slice(-3, -2);
  return !"aeiouwxy".includes(last) && "aeou".includes(before) && (!isVowel(third) || cut.slice(-3, -1) === "ia");
}

/**
 * An -e- in a last syllable without stress, or an ending that never has a long vowel.
 * @param {WordTables} tables
 * @param {string} cut
 */
function staysShort(tables, cut) {
  const unstressed = cut.slice(-2, -1) === "e" && isLiquid(cut.slice(-1)) && hasVowel(cut.slice(0, -2));
  return unstressed || tables.short.some((end) => cut.endsWith(end));
}

/** @param {string} letter */
function isLiquid(letter) {
  return /^[lrnm]$/.test(letter);
}

/** @param {string} letter */
function isVowel(letter) {
  return /^[aeiou]$/.test(letter);
}

/** @param {string} text */
function hasVowel(text) {
  return /[aeiou]/.test(text);
}

// Search over the library of small.js, and the measure of typing errors.

import assert from "node:assert/strict";
import { test } from "node:test";

import { indexInRest } from "../../src/ouderevidence/products/explorer/web/indexing.js";
import { distance } from "../../src/ouderevidence/products/explorer/web/lookup.js";
import { searchClaims } from "../../src/ouderevidence/products/explorer/web/search.js";
import { stem, wordsOf } from "../../src/ouderevidence/products/explorer/web/words.js";
import { smallData } from "./small.js";

const { search } = smallData();

/** Words enough for several pieces of the work. */
const many = () => {
  const letters = "bdfgklmnprst";
  const forms = Array.from({ length: 1700 }, (_, n) =>
    `${letters[n % 12]}a${letters[Math.floor(n / 12) % 12]}o${letters[Math.floor(n / 144)]}`);
  return { ...search, claims: forms, forms, postings: forms.map((_, n) => [n, 1]) };
};

/** @param {string} query */
const ids = (query) => searchClaims(search, query).map(({ id }) => id).join("");

test("words are folded, without stop words and single letters", () => {
  assert.deepEqual(wordsOf(search, "De VÁDERS, a 2018!"), ["vaders", "2018"]);
});

test("an ending is cut off where enough is left", () => {
  assert.equal(stem(search, "vaders"), "vader");
  assert.equal(stem(search, "las"), "las");
  assert.equal(stem(search, "2018s"), "2018s");
});

test("a word is found in its forms", () => {
  assert.equal(ids("vaders"), "ac");
  assert.equal(ids("vader"), "ac");
});

test("a typing error is forgiven in a long word, not in a short one", () => {
  assert.equal(ids("vadres"), "ac");
  assert.equal(ids("vdaers"), "ac");
  assert.equal(ids("lzen"), "");
});

test("claims with more of the words stand first, then those that come first", () => {
  assert.equal(ids("lezen vaders"), "acb");
  assert.equal(ids("vaders"), "ac");
});

test("nothing asked is nothing found, and no query is an error", () => {
  for (const query of ["", "  ", "de", "\0", "\ud800", "x".repeat(5000), "constructor", "__proto__"]) {
    assert.equal(ids(query), "");
  }
});

test("the distance counts letters more, less, other, and two that changed places", () => {
  assert.equal(distance("vaders", "vaders", 2), 0);
  assert.equal(distance("vaders", "vader", 2), 1);
  assert.equal(distance("vaders", "waders", 2), 1);
  assert.equal(distance("vaders", "vadres", 2), 1);
  assert.equal(distance("vaders", "vdares", 2), 2);
  assert.equal(distance("vaders", "moeders", 2), 3);
  assert.equal(distance("", "ab", 2), 2);
});

test("a query before the index is worked out, or halfway, finds what it finds afterwards", async () => {
  const begun = many(), waited = many();
  indexInRest(begun);
  indexInRest(waited);
  const found = ["bados", "tabon", "tados"].map((word) => searchClaims(many(), word));
  assert.deepEqual(found.map((hits) => hits[0].id), ["bados", "tabon", "tados"]);
  assert.deepEqual(["bados", "tabon", "tados"].map((word) => searchClaims(begun, word)), found);
  await new Promise((done) => setTimeout(done, 200));
  assert.deepEqual(["bados", "tabon", "tados"].map((word) => searchClaims(waited, word)), found);
});

// The page finds, keeps and writes what Python does, over the curated library. `make test-js` has Python write the
// examples first (tests/js/examples.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { flags } from "../../src/ouderevidence/products/explorer/web/command.js";
import { searchClaims } from "../../src/ouderevidence/products/explorer/web/search.js";
import { emptyChoice, prepare, select } from "../../src/ouderevidence/products/explorer/web/selection.js";
import { csv } from "../../src/ouderevidence/products/explorer/web/takeaway.js";

/** @import { Data, Filters } from "../../src/ouderevidence/products/explorer/web/types.d.ts" */

/**
 * @type {{
 *   data: Data,
 *   searches: { query: string, hits: [id: string, score: number, matched: string[]][] }[],
 *   choices: { filters: Filters, general: boolean, kept: string[], flags: string }[],
 *   csv: { nl: string, en: string },
 * }}
 */
const examples = JSON.parse(readFileSync(new URL("../../build/js/examples.json", import.meta.url), "utf8"));
const index = prepare(examples.data);

test("a query finds the same claims, scores and words, in the same order", () => {
  assert.ok(examples.searches.length > 100);
  for (const { query, hits } of examples.searches) {
    const found = searchClaims(examples.data.search, query).map(({ id, score, matched }) => [id, score, matched]);
    assert.deepEqual(found, hits, query);
  }
});

test("a choice keeps the same claims and has the same flags", () => {
  const some = examples.choices.filter(({ kept }) => kept.length > 0 && kept.length < index.data.claims.length);
  assert.ok(some.length > 50);
  /** @param {string} line */
  const parts = (line) => line.split(/ (?=--)/).sort(); // in whatever order
  for (const { filters, general, kept, flags: wanted } of examples.choices) {
    const choice = { ...emptyChoice(), order: /** @type {const} */ ("place"), filters, general };
    assert.deepEqual(select(index, choice).kept.map((at) => index.data.claims[at].id), kept, wanted);
    assert.deepEqual(parts(flags(index, choice)), parts(wanted));
  }
});

test("the table as CSV is the same, with the mark by which Excel knows its letters", () => {
  const all = index.data.claims.map((_, at) => at);
  assert.equal(csv(index, all, "nl"), `\ufeff${examples.csv.nl}`);
  assert.equal(csv(index, all, "en"), `\ufeff${examples.csv.en}`);
});

test("the joined module is one that loads, without an import left", async () => {
  const joined = new URL("../../build/js/explorer.mjs", import.meta.url);
  assert.doesNotMatch(readFileSync(joined, "utf8"), /^import /m);
  const module = await import(joined.href);
  assert.equal(typeof module.mount, "function");
  assert.equal(typeof module.default.render, "function");
});

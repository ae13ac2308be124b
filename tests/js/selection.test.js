// Which claims, counts, cells and works a choice keeps: worked out by hand over the library of small.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { withoutValue, withValue } from "../../src/ouderevidence/products/explorer/web/choice.js";
import {
  cells, emptyChoice, facetOf, prepare, select, span, worksOf,
} from "../../src/ouderevidence/products/explorer/web/selection.js";
import { smallData } from "./small.js";

/** @import { Choice } from "../../src/ouderevidence/products/explorer/web/types.d.ts" */

const index = prepare(smallData());

/** @param {Partial<Choice>} choice */
const selected = (choice) => select(index, { ...emptyChoice(), order: "place", ...choice });

/** @param {Partial<Choice>} choice */
const kept = (choice) => selected(choice).kept.map((at) => index.data.claims[at].id).join("");

/** @param {Partial<Choice>} choice @param {string} key */
const counts = (choice, key) => [...selected(choice).counts[facetOf(index, key).number]];

test("nothing chosen keeps all, in order", () => assert.equal(kept({}), "abcd"));

test("best underpinned first, unless asked for as in the factsheet or searched", () => {
  assert.equal(emptyChoice().order, "best");
  assert.equal(kept({ order: "best" }), "bdac");
  assert.equal(kept({ order: "best", filters: { parent_group: ["vaders"] } }), "ac");
  assert.equal(kept({ order: "best", search: "vaders lezen" }), "acb");
});

test("values of one filter: any of them", () => {
  assert.equal(kept({ filters: { parent_group: ["vaders"] } }), "ac");
  assert.equal(kept({ filters: { parent_group: ["vaders", "moeders"] } }), "abc");
});

test("several filters: all of them", () => {
  assert.equal(kept({ filters: { parent_group: ["vaders"], building_block: ["lezen"] } }), "a");
  assert.equal(kept({ filters: { parent_group: ["moeders"], building_block: ["praten"] } }), "");
});

test("claims about all parents come along only when asked, and only with a group", () => {
  assert.equal(kept({ filters: { parent_group: ["vaders"] }, general: true }), "acd");
  assert.equal(kept({ filters: { building_block: ["lezen"] }, general: true }), "ab");
});

test("years: a value of the list, one year, a span that includes its ends", () => {
  assert.equal(kept({ filters: { year: ["2015-2019"] } }), "ab");
  assert.equal(kept({ filters: { year: ["2018"] } }), "ab");
  assert.equal(kept({ filters: { year: ["2016"] } }), "b");
  assert.equal(kept({ filters: { year: ["2010-2016"] } }), "b");
  assert.equal(kept({ filters: { year: ["2017-2017"] } }), "");
  assert.deepEqual(span("2010-2016"), [2010, 2016]);
  assert.deepEqual(span("ooit"), [1, 0]);
});

test("a count is what the value would give with the other filters as they are", () => {
  assert.deepEqual(counts({}, "parent_group"), [2, 1]);
  assert.deepEqual(counts({ filters: { parent_group: ["vaders"] } }, "parent_group"), [2, 1]);
  assert.deepEqual(counts({ filters: { parent_group: ["vaders"] } }, "building_block"), [1, 1, 1]);
  const both = { parent_group: ["vaders"], building_block: ["lezen"] };
  assert.deepEqual(counts({ filters: both }, "parent_group"), [1, 1]);
  assert.deepEqual(counts({ search: "vaders" }, "building_block"), [1, 1, 1]);
});

test("a count is what choosing that value then keeps", () => {
  for (const facet of index.facets.filter(({ key }) => key !== "year")) {
    for (const other of index.facets) {
      const filters = other === facet ? {} : { [other.key]: [other.values[0].id] };
      facet.values.forEach((value, at) => assert.equal(
        counts({ filters }, facet.key)[at], kept({ filters: { ...filters, [facet.key]: [value.id] } }).length));
    }
  }
});

test("a search keeps what it finds, the best first, and says which words", () => {
  assert.equal(kept({ search: "vaders lezen" }), "acb");
  assert.deepEqual(selected({ search: "vaders lezen" }).matched.get(0), ["vaders", "lezen"]);
  assert.equal(kept({ search: "lezen", filters: { parent_group: ["moeders"] } }), "b");
  assert.equal(kept({ search: "onvindbaarheid" }), "");
  assert.equal(kept({ search: "  " }), "abcd");
});

test("a cell of the map counts with every filter but its own two, and has the best gap", () => {
  const map = cells(index, selected({ filters: { parent_group: ["vaders"] } }), "parent_group", "building_block");
  assert.deepEqual(map.rows, [0, 1]);
  assert.deepEqual(map.columns, [0, 2]);
  assert.deepEqual(map.at(0, 0), { claims: 1, gap: 1 });
  assert.deepEqual(map.at(1, 0), { claims: 1, gap: 3 });
  assert.deepEqual(map.at(1, 2), { claims: 0, gap: 0 });
  const part = cells(index, selected({ filters: { core: ["true"] } }), "parent_group", "building_block");
  assert.deepEqual(part.at(1, 0), { claims: 0, gap: 0 });
});

test("works: each once, in order, with the claims that cite it; of a caveat alone with none", () => {
  assert.deepEqual(worksOf(index, [0, 1]), [{ work: 0, claims: 2 }, { work: 1, claims: 1 }]);
  assert.deepEqual(worksOf(index, [2]), [{ work: 1, claims: 0 }, { work: 2, claims: 1 }]);
  assert.deepEqual(worksOf(index, [3]), []);
});

test("a value goes in once, and out without a trace", () => {
  const once = withValue(index, {}, "parent_group", "vaders");
  assert.deepEqual(once, { parent_group: ["vaders"] });
  assert.deepEqual(withValue(index, once ?? {}, "parent_group", "vaders"), once);
  assert.deepEqual(withoutValue(once ?? {}, "parent_group", "vaders"), {});
  assert.deepEqual(withoutValue({ core: ["true"] }, "parent_group", "vaders"), { core: ["true"] });
  assert.equal(withValue(index, {}, "parent_group", "tantes"), null);
  assert.equal(withValue(index, {}, "year", "2019-2015"), null);
  assert.deepEqual(withValue(index, {}, "year", "2015-2016"), { year: ["2015-2016"] });
});

test("a choice is not changed by what is made of it", () => {
  const filters = Object.freeze({ parent_group: Object.freeze(["vaders"]) });
  withValue(index, /** @type {never} */ (filters), "parent_group", "moeders");
  withoutValue(/** @type {never} */ (filters), "parent_group", "vaders");
  assert.deepEqual(filters, { parent_group: ["vaders"] });
});

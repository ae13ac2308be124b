// A choice changed by a value, and as an address.

import { emptyChoice, facetOf, span } from "./selection.js";

/** @import { Choice, Filters, Index, Order, View } from "./types.d.ts" */

/** @type {Record<View, string>} */
const VIEWS = { claims: "uitspraken", map: "kaart", works: "bronnen" };
/** @type {Record<Order, string>} */
const ORDERS = { best: "onderbouwing", place: "factsheet" };

/**
 * @param {Index} index
 * @param {Choice} choice
 */
export function toHash(index, choice) {
  const parts = new URLSearchParams();
  for (const { key, flag } of index.facets) for (const id of choice.filters[key] ?? []) parts.append(flag, id);
  if (choice.general) parts.append("algemeen", "ja");
  if (choice.search.trim()) parts.append("zoek", choice.search.trim());
  if (choice.order !== "best") parts.append("volgorde", ORDERS[choice.order]);
  if (choice.view !== "claims") parts.append("weergave", VIEWS[choice.view]);
  if (choice.claim) parts.append("uitspraak", choice.claim);
  if (choice.language !== "nl") parts.append("taal", choice.language);
  return parts.toString();
}

/**
 * The choice that an address stands for, and the parts of it that mean nothing here.
 * @param {Index} index
 * @param {string} hash
 */
export function fromHash(index, hash) {
  let choice = emptyChoice();
  const unknown = [];
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const next = read(index, choice, name, value);
    if (next) choice = next;
    else unknown.push(`${name}=${value}`);
  }
  return { choice, unknown };
}

/**
 * @param {Index} index
 * @param {Choice} choice
 * @param {string} name
 * @param {string} value
 * @returns {Choice | null}
 */
function read(index, choice, name, value) {
  const facet = index.byFlag.get(name);
  if (facet) {
    const filters = withValue(index, choice.filters, facet.key, value);
    return filters && { ...choice, filters };
  }
  if (name === "algemeen") return { ...choice, general: value === "ja" };
  if (name === "zoek") return { ...choice, search: value };
  if (name === "taal" && (value === "nl" || value === "en")) return { ...choice, language: value };
  if (name === "uitspraak" && index.place.has(value)) return { ...choice, claim: value };
  return readShown(choice, name, value);
}

/**
 * @param {Choice} choice
 * @param {string} name
 * @param {string} value
 * @returns {Choice | null}
 */
function readShown(choice, name, value) {
  const view = keyOf(VIEWS, value), order = keyOf(ORDERS, value);
  if (name === "weergave" && view) return { ...choice, view };
  return name === "volgorde" && order ? { ...choice, order } : null;
}

/**
 * The key of a word.
 * @template {string} Key
 * @param {Record<Key, string>} table
 * @param {string} word
 */
function keyOf(table, word) {
  return /** @type {Key[]} */ (Object.keys(table)).find((key) => table[key] === word);
}

/**
 * Filters with a value more; null if the filter has no such value.
 * @param {Index} index
 * @param {Filters} filters
 * @param {string} key
 * @param {string} id
 * @returns {Filters | null}
 */
export function withValue(index, filters, key, id) {
  const [first, last] = key === "year" ? span(id) : [1, 0];
  if (!facetOf(index, key).place.has(id) && first > last) return null;
  const chosen = filters[key] ?? [];
  return chosen.includes(id) ? filters : { ...filters, [key]: [...chosen, id] };
}

/**
 * Filters without a value.
 * @param {Filters} filters
 * @param {string} key
 * @param {string} id
 * @returns {Filters}
 */
export function withoutValue(filters, key, id) {
  const { [key]: chosen = [], ...others } = filters;
  const left = chosen.filter((other) => other !== id);
  return left.length ? { ...filters, [key]: left } : others;
}

// The panel of filters: per facet its values as checkboxes, each with the claims it would give.

import { capital, element, filled } from "./elements.js";

/** @import { Facet, Page, Value } from "./types.d.ts" */

const OPEN_AT_FIRST = ["building_block", "parent_group"];
const WIDE = 900; // CSS pixels from which the filters stand open beside the claims

/** @param {Page} page */
export function filterPanel(page) {
  const { index, parts, root } = page;
  parts.values = [];
  parts.chosen = new Map();
  parts.general = null;
  const open = parts.filters?.open ?? root.clientWidth >= WIDE;
  if (!root.clientWidth) whenPlaced(root, () => { parts.filters.open = root.clientWidth >= WIDE; });
  const groups = index.facets.filter((facet) => facet.shown).map((facet) => facetGroup(page, facet));
  parts.chosenAll = element("span", { class: "chosen" });
  const summary = element("summary", {}, page.heading(1, {}, page.word("filters")), " ", parts.chosenAll);
  parts.filters = element("details", { class: "filters", open },
    summary, element("div", { class: "groups" }, ...groups));
  return parts.filters;
}

/**
 * A notebook builds the cell first and gives it a place later.
 * @param {HTMLElement} root
 * @param {() => void} act
 */
function whenPlaced(root, act) {
  new ResizeObserver((_, observer) => {
    if (!root.clientWidth) return;
    observer.disconnect();
    act();
  }).observe(root);
}

/**
 * @param {Page} page
 * @param {Facet} facet
 */
function facetGroup(page, facet) {
  const boxes = facet.values.map((value, at) => valueBox(page, facet, value, at));
  const general = facet.key === "parent_group" ? [generalBox(page)] : [];
  const name = capital(facet.label[page.language]);
  const chosen = element("span", { class: "chosen" });
  page.parts.chosen.set(facet.key, chosen);
  const open = OPEN_AT_FIRST.includes(facet.key) || (page.choice.filters[facet.key] ?? []).length > 0;
  return element("details", { class: "facet", open, "data-facet": facet.key },
    element("summary", {}, name, " ", chosen),
    element("fieldset", {}, element("legend", { class: "unseen" }, name), ...boxes, ...general));
}

/**
 * @param {Page} page
 * @param {Facet} facet
 * @param {Value} value
 * @param {number} at
 */
function valueBox(page, facet, value, at) {
  const onchange = () => page.acts.toggle(facet.key, value.id, box.checked);
  const box = element("input", { type: "checkbox", value: value.id, onchange });
  const count = element("span", { class: "count" });
  const label = element("label", { class: `depth-${Math.min(value.depth, 3)}` }, box,
    element("span", { dir: "auto" }, value.label[page.language]), " ", count);
  if (!page.index.totals[facet.number][at] && facet.key !== "level") label.hidden = true;
  page.parts.values.push({ facet, at, value, box, count, label });
  return label;
}

/** @param {Page} page */
function generalBox(page) {
  const box = element("input", { type: "checkbox", onchange: () => page.acts.change({ general: box.checked }) });
  page.parts.general = box;
  return element("label", { class: "general" }, box, element("span", {}, page.word("general")));
}

/** @param {Page} page */
export function showFilters(page) {
  const { choice, parts, selection } = page;
  for (const { facet, at, value, box, count, label } of parts.values) {
    const number = selection.counts[facet.number][at];
    box.checked = (choice.filters[facet.key] ?? []).includes(value.id);
    count.textContent = `(${number})`;
    label.classList.toggle("zero", number === 0 && !box.checked);
  }
  for (const [key, place] of parts.chosen) place.textContent = chosenText(page, (choice.filters[key] ?? []).length);
  parts.chosenAll.textContent = chosenText(page, Object.values(choice.filters).flat().length);
  if (parts.general) parts.general.checked = choice.general;
}

/**
 * @param {Page} page
 * @param {number} n
 */
function chosenText(page, n) {
  return n ? filled(page.word("chosen"), { n }) : "";
}

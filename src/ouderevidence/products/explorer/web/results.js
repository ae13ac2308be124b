// The results: how many, what was chosen, and the view of them; they follow every change of the choice.

import { showAddress } from "./address.js";
import { element, filled } from "./elements.js";
import { showFilters } from "./filters.js";
import { select, worksOf } from "./selection.js";
import { showBrief, takePanel } from "./takepanel.js";
import { claimRows, claimsView, mapView, worksView } from "./views.js";

/** @import { Order, Page, View } from "./types.d.ts" */

const IN_A_FRAME = 8; // claims shown at once; the others follow in the next frame
const MOST_AT_ONCE = 1000; // claims up to which a button shows all
/** @type {View[]} */
const VIEWS_SHOWN = ["claims", "map", "works"];
/** @type {Order[]} */
const ORDERS_SHOWN = ["best", "place"];

/** @param {Page} page */
export function resultsPanel(page) {
  const { parts } = page;
  parts.views = VIEWS_SHOWN.map((view) => element("button", {
    type: "button", "data-view": view, onclick: () => page.acts.change({ view }),
  }, page.word(view)));
  parts.order = orderBox(page);
  parts.heading = page.heading(1, { tabindex: -1, id: "oe-results" }, page.word("claims"));
  parts.status = element("p", { role: "status", class: "status" });
  parts.chips = element("div", { class: "chips" });
  parts.content = element("div", { class: "content" });
  parts.more = element("p", { class: "more" });
  return element("section", { class: "results", "aria-labelledby": "oe-results" },
    element("div", { class: "results-bar" }, element("div", {}, parts.heading, parts.status), parts.order,
      element("div", { role: "group", class: "views", "aria-label": page.word("view") }, ...parts.views)),
    parts.chips, takePanel(page), parts.content, parts.more);
}

/** @param {Page} page */
function orderBox(page) {
  const options = ORDERS_SHOWN.map((order) => element("option", {
    value: order, selected: page.choice.order === order,
  }, page.word(`order_${order}`)));
  const box = element("select", {
    onchange: () => page.acts.change({ order: /** @type {Order} */ (box.value) }),
  }, ...options);
  return element("label", { class: "order" }, page.word("order"), box);
}

/**
 * Show what the choice gives, everywhere.
 * @param {Page} page
 */
export function refresh(page) {
  page.selection = select(page.index, page.choice);
  showFilters(page);
  showStatus(page);
  showChips(page);
  showBrief(page);
  showView(page);
  if (page.options.whole) showAddress(page);
  performance.mark("ouderevidence-ready");
}

/** @param {Page} page */
function showStatus(page) {
  const { choice, index, parts, selection: { kept }, unknown } = page;
  const count = filled(page.word("count"), { n: kept.length, total: page.data.claims.length });
  const works = choice.view === "works"
    ? `; ${filled(page.word("count_works"), { n: worksOf(index, kept).length })}` : "";
  const warning = unknown.length ? `. ${page.word("unknown_filter")}: ${unknown.join(", ")}` : "";
  parts.status.textContent = `${count}${works}${warning}`;
  parts.heading.textContent = page.word(choice.view);
  parts.order.hidden = choice.view !== "claims" || choice.search.trim() !== "";
  for (const button of parts.views) button.setAttribute("aria-pressed", String(button.dataset.view === choice.view));
}

/** @param {Page} page */
function showChips(page) {
  const { choice, language } = page;
  const chips = page.index.facets.flatMap((facet) => (choice.filters[facet.key] ?? []).map((id) => {
    const value = facet.values.find((one) => one.id === id);
    const name = `${facet.label[language]}: ${value?.label[language] ?? id}`;
    return chip(page, name, () => page.acts.toggle(facet.key, id, false, "results"));
  }));
  const searched = choice.search.trim();
  if (searched) chips.push(chip(page, `${page.word("searched")}: ${searched}`, () => page.acts.clearSearch()));
  const clear = chips.length > 1 ? [element("li", {}, clearButton(page))] : [];
  const list = element("ul", { "aria-label": page.word("chosen_filters") }, ...chips, ...clear);
  page.parts.chips.replaceChildren(...(chips.length ? [list] : []));
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {() => void} onclick
 */
function chip(page, name, onclick) {
  const attributes = { class: "chip", dir: "auto", "aria-label": filled(page.word("remove"), { name }), onclick };
  return element("li", {}, element("button", { type: "button", ...attributes },
    name, element("span", { "aria-hidden": "true" }, " ×")));
}

/** @param {Page} page */
function clearButton(page) {
  return element("button", { type: "button", class: "link", onclick: () => page.acts.clearAll() }, page.word("clear"));
}

/**
 * @param {Page} page
 * @param {{ whole?: boolean }} [how]  Whole: not in two frames, because what follows needs every claim.
 */
export function showView(page, { whole = false } = {}) {
  const { most, parts, selection } = page;
  const first = whole ? most : Math.min(most, IN_A_FRAME);
  parts.content.replaceChildren(...contentOf(page, first));
  const left = page.choice.view === "claims" && Math.min(most, selection.kept.length) > first;
  const rows = () => parts.content.querySelector("tbody")?.append(...claimRows(page, selection, first, most));
  page.rest = left ? rows : null;
  parts.frame.dataset.ready = String(!left);
  if (left) requestAnimationFrame(() => setTimeout(() => showRest(page)));
  showMore(page);
}

/**
 * @param {Page} page
 * @param {number} first  Claims shown at once.
 */
function contentOf(page, first) {
  const { choice: { view }, selection } = page;
  if (view === "map") return mapView(page, selection);
  if (!selection.kept.length) {
    return [element("div", { class: "nothing" }, element("p", {}, page.word("nothing")), clearButton(page))];
  }
  return view === "works" ? worksView(page, selection) : claimsView(page, selection, first);
}

/** @param {Page} page */
export function showRest(page) {
  page.rest?.();
  page.rest = null;
  page.parts.frame.dataset.ready = "true";
}

/** @param {Page} page */
function showMore(page) {
  const { acts, most, step } = page;
  const total = page.selection.kept.length;
  const left = page.choice.view === "claims" ? total - most : 0;
  const next = Math.min(step, left);
  const more = element("button", { type: "button", onclick: () => acts.showMost(most + next) },
    filled(page.word("more"), { n: next }));
  const all = element("button", { type: "button", onclick: () => acts.showMost(Infinity) },
    filled(page.word("all"), { n: total }));
  const buttons = left > next && left <= MOST_AT_ONCE ? [more, " ", all] : [more];
  page.parts.more.replaceChildren(...(left > 0 ? buttons : []));
}

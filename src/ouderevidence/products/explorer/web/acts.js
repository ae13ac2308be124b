// What a visitor can do. Each act changes the choice and lets the page show what that gives.

import { withoutValue, withValue } from "./choice.js";
import { openClaim, rowButton, shutClaim } from "./opening.js";
import { build } from "./panels.js";
import { refresh, showRest, showView } from "./results.js";

/** @import { Acts, Choice, Focus, Language, Page } from "./types.d.ts" */

/**
 * @param {Page} page
 * @returns {Acts}
 */
export function actsOf(page) {
  return {
    change: (next, focus) => change(page, next, focus),
    toggle: (key, id, on, focus) => toggle(page, key, id, on, focus),
    clearSearch: () => change(page, { search: "" }, "results"),
    clearAll: () => change(page, { filters: {}, general: false, search: "", claim: null }, "results"),
    switchLanguage: (language) => switchLanguage(page, language),
    chooseCell: (row, column) => chooseCell(page, row, column),
    chooseWork: (work) => chooseWork(page, work),
    showMost: (most) => showMost(page, most),
    toggleClaim: (at) => (page.isOpen(at) ? closeClaim(page) : openClaim(page, at)),
    closeClaim: () => closeClaim(page),
    revealClaim: (id) => revealClaim(page, id),
    onKey: (event) => onKey(page, event),
  };
}

/**
 * @param {Page} page
 * @param {Partial<Choice>} next
 * @param {Focus} [focus]
 */
function change(page, next, focus) {
  page.choice = { ...page.choice, ...next };
  page.unknown = [];
  page.most = page.step;
  page.parts.say.textContent = "";
  if (next.search === "") page.parts.search.value = "";
  refresh(page);
  if (focus === "results") page.parts.heading.focus({ preventScroll: false });
  page.options.onChoice?.(page.choice);
}

/**
 * @param {Page} page
 * @param {string} key
 * @param {string} id
 * @param {boolean} on
 * @param {Focus} [focus]
 */
function toggle(page, key, id, on, focus) {
  const { filters } = page.choice;
  const next = on ? withValue(page.index, filters, key, id) : withoutValue(filters, key, id);
  change(page, { filters: next ?? filters, claim: null }, focus);
}

/**
 * @param {Page} page
 * @param {Language} language
 */
function switchLanguage(page, language) {
  const folding = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (
    page.root.querySelectorAll("details.facet, details.take"));
  page.choice = { ...page.choice, language };
  const open = [...folding()].map((part) => part.open);
  build(page);
  folding().forEach((part, at) => { part.open = open[at]; });
  /** @type {HTMLElement | null} */ (page.root.querySelector(`[data-language="${language}"]`))?.focus();
  page.options.onChoice?.(page.choice);
}

/**
 * @param {Page} page
 * @param {string} row
 * @param {string} column
 */
function chooseCell(page, row, column) {
  const filters = { ...page.choice.filters, parent_group: [row], building_block: [column] };
  change(page, { filters, view: "claims", claim: null }, "results");
}

/**
 * The claims of a work: of the choice in the view of works, else all.
 * @param {Page} page
 * @param {number} work
 */
function chooseWork(page, work) {
  const { filters, general, search, view } = page.choice;
  const own = { work: [page.data.works[work].key] };
  const next = view === "works"
    ? { filters: { ...filters, ...own }, general, search } : { filters: own, general: false, search: "" };
  change(page, { ...next, view: "claims", claim: null }, "results");
}

/**
 * Show more claims; the focus goes to the first of those that came.
 * @param {Page} page
 * @param {number} most
 */
function showMost(page, most) {
  const from = page.most;
  page.most = most;
  showView(page, { whole: true });
  rowButton(page, page.selection.kept[from])?.focus();
}

/** @param {Page} page */
function closeClaim(page) {
  const at = page.index.place.get(page.choice.claim ?? "");
  shutClaim(page);
  if (at !== undefined) rowButton(page, at)?.focus();
}

/**
 * Open a claim wherever it is: outside the choice too, and where it was not shown yet.
 * @param {Page} page
 * @param {string} id
 */
function revealClaim(page, id) {
  const at = page.index.place.get(id);
  if (at === undefined) return;
  if (!page.selection.kept.includes(at)) {
    change(page, { filters: {}, general: false, search: "", view: "claims", claim: null });
  }
  const place = page.selection.kept.indexOf(at);
  if (place >= page.most) {
    page.most = place + page.step;
    showView(page, { whole: true });
  } else showRest(page);
  openClaim(page, at);
  rowButton(page, at)?.focus();
}

/**
 * @param {Page} page
 * @param {KeyboardEvent} event
 */
function onKey(page, event) {
  if (event.key !== "Escape" || !page.choice.claim || !page.root.querySelector("tr.detail")) return;
  event.preventDefault();
  event.stopPropagation();
  closeClaim(page);
}

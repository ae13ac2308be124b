// A claim opens below its row, and shuts.

import { showAddress } from "./address.js";
import { detailRow } from "./views.js";

/** @import { Page } from "./types.d.ts" */

/**
 * The button of a claim that is shown.
 * @param {Page} page
 * @param {number} at
 * @returns {HTMLElement | null}
 */
export function rowButton(page, at) {
  const id = page.data.claims[at]?.id;
  return id ? page.root.querySelector(`[data-claim="${CSS.escape(id)}"] .statement`) : null;
}

/**
 * @param {Page} page
 * @param {number} at
 */
export function openClaim(page, at) {
  const button = rowButton(page, at);
  const row = button?.closest("tr");
  if (!button || !row) return;
  const before = button.getBoundingClientRect().top;
  shutRow(page);
  row.classList.add("open");
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", `oe-claim-${at}`);
  page.choice = { ...page.choice, claim: page.data.claims[at].id };
  row.after(detailRow(page, at));
  scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" }); // it stays under the pointer
  tell(page);
}

/** @param {Page} page */
export function shutClaim(page) {
  shutRow(page);
  page.choice = { ...page.choice, claim: null };
  tell(page);
}

/** @param {Page} page */
function shutRow({ root }) {
  root.querySelector("tr.detail")?.remove();
  const row = root.querySelector("tr.claim.open");
  const button = row?.querySelector(".statement");
  row?.classList.remove("open");
  button?.setAttribute("aria-expanded", "false");
  button?.removeAttribute("aria-controls");
}

/** @param {Page} page */
function tell(page) {
  if (page.options.whole) showAddress(page);
  page.options.onChoice?.(page.choice);
}

// The address of the page that stands for the choice.

import { toHash } from "./choice.js";

/** @import { Page } from "./types.d.ts" */

/** @param {Page} page */
export function address({ index, choice }) {
  const hash = toHash(index, choice);
  return `${location.href.split("#")[0]}${hash ? "#" : ""}${hash}`;
}

/**
 * After the frame: the browser takes longer to note an address than we take to show what it stands for.
 * @param {Page} page
 */
export function showAddress(page) {
  const seen = location.href;
  clearTimeout(page.noting);
  page.noting = setTimeout(() => {
    const moved = location.href !== seen; // to another choice: that one will be shown
    if (!moved && seen !== address(page)) history.replaceState(null, "", address(page));
  }, 0);
}

// The explorer: one front end for the page and for the notebook. `mount` builds it in an element.
// No framework: native controls, text set as text, one state (`choice`) that all follows from.

import { toHash } from "./choice.js";
import { indexInRest } from "./indexing.js";
import { ExplorerPage } from "./page.js";
import { build } from "./panels.js";
import { showView } from "./results.js";

/** @import { Choice, Data, Options } from "./types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {Data} data
 * @param {Options} [options]
 */
export function mount(root, data, options = {}) {
  const page = new ExplorerPage(root, data, options);
  const onHash = () => {
    if (location.hash.replace(/^#/, "") === toHash(page.index, page.choice)) return;
    page.readAddress();
    build(page);
  };
  const onPrint = () => {
    if (page.most >= page.selection.kept.length) return;
    page.most = Infinity;
    showView(page, { whole: true });
  };
  build(page);
  setTimeout(() => indexInRest(data.search));
  if (options.whole) addEventListener("hashchange", onHash);
  addEventListener("beforeprint", onPrint);
  return {
    get choice() {
      return page.choice;
    },
    /** @param {Partial<Choice>} next */
    set(next) {
      page.choice = { ...page.choice, ...next };
      page.most = page.step;
      build(page);
    },
    end() {
      clearTimeout(page.noting);
      removeEventListener("hashchange", onHash);
      removeEventListener("beforeprint", onPrint);
      root.replaceChildren();
    },
  };
}

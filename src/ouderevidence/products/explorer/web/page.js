// What all parts of an explorer share: the data, the choice and what it gives, the elements that follow it.

import { actsOf } from "./acts.js";
import { fromHash } from "./choice.js";
import { element } from "./elements.js";
import { emptyChoice, prepare, select } from "./selection.js";

/** @import { Attributes, Choice, Content, Data, Options, Page, Parts } from "./types.d.ts" */

const CLAIMS_AT_ONCE = { page: 25, cell: 10 };

/** @implements {Page} */
export class ExplorerPage {
  /**
   * @param {HTMLElement} root
   * @param {Data} data
   * @param {Options} options
   */
  constructor(root, data, options) {
    this.root = root;
    this.data = data;
    this.options = options;
    this.index = prepare(data);
    this.step = CLAIMS_AT_ONCE[options.whole ? "page" : "cell"];
    this.most = this.step;
    /** @type {Choice} */
    this.choice = { ...emptyChoice(), ...options.choice };
    /** @type {string[]} */
    this.unknown = [];
    if (options.whole) this.readAddress();
    this.selection = select(this.index, this.choice);
    this.parts = /** @type {Parts} */ ({});
    /** @type {(() => void) | null} */
    this.rest = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.noting = undefined;
    this.acts = actsOf(this);
  }

  readAddress() {
    Object.assign(this, fromHash(this.index, location.hash));
    this.most = this.step;
  }

  get language() {
    return this.choice.language;
  }

  /** Words that say that a link opens in a new tab, where links do. */
  get newTab() {
    return this.options.newTab ? this.word("new_tab") : null;
  }

  /**
   * A heading at a depth of the explorer, which starts lower inside a notebook.
   * @param {number} depth
   * @param {Attributes} attributes
   * @param {Content[]} content
   */
  heading(depth, attributes, ...content) {
    const tag = /** @type {"h1"} */ (`h${depth + (this.options.whole ? 1 : 2)}`);
    return element(tag, { ...attributes, class: `heading-${depth}` }, ...content);
  }

  /** @param {string} name */
  word(name) {
    return this.data.words[name][this.language];
  }

  /**
   * The word for a code.
   * @param {string} table
   * @param {string} code
   */
  code(table, code) {
    return this.data.codes[table][code][this.language];
  }

  /** @param {number} at */
  isOpen(at) {
    return this.choice.claim === this.data.claims[at].id;
  }
}

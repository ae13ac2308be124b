// Elements of the page. Whatever comes from the evidence goes in as text, never as markup.

/** @import { Attributes, Content } from "./types.d.ts" */

const DRAWN = "http://www.w3.org/2000/svg";
/** @type {Record<string, number>} */
const BARS = { strong: 3, moderate: 2, limited: 1, unconfirmed: 0 };

/**
 * An element; an attribute that is null, undefined or false is left out, one that begins with `on` listens.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {Content[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...flat(children));
  return made;
}

/**
 * @param {Content[]} children
 * @returns {(Node | string)[]}
 */
function flat(children) {
  return children.flatMap((child) => (Array.isArray(child) ? flat(child) : child || []));
}

/** @param {string} text */
export function hidden(text) {
  return element("span", { class: "unseen" }, text);
}

/**
 * A text with its {places} filled.
 * @param {string} text
 * @param {object} values
 */
export function filled(text, values) {
  const given = new Map(Object.entries(values));
  return text.replace(/\{(\w+)\}/g, (whole, name) => (given.has(name) ? String(given.get(name)) : whole));
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A link only where the address is one of the web; else the address as text.
 * @param {string} address
 * @param {string} text
 * @param {string | null} newTab  Words that say that it opens in a new tab.
 */
export function link(address, text, newTab) {
  if (!/^https?:\/\//i.test(address)) return element("span", { dir: "auto" }, text);
  const tab = newTab ? { target: "_blank" } : {};
  const words = newTab ? [text, hidden(` (${newTab})`)] : [text];
  return element("a", { href: address, rel: "noopener noreferrer", dir: "auto", ...tab }, ...words);
}

/**
 * Terms with what is said of them; a term of which nothing is said is left out.
 * @param {[term: string, ...content: Content[]][]} pairs
 */
export function facts(pairs) {
  const list = element("dl", {});
  for (const [term, ...content] of pairs) {
    const shown = flat(content);
    if (shown.length) list.append(element("dt", {}, term), element("dd", { dir: "auto" }, ...shown));
  }
  return list;
}

/**
 * A level as a sign beside its word: bars for how much, a question mark and a dash for none. Never colour alone.
 * @param {string} code
 */
export function levelSign(code) {
  const svg = drawn("svg", { viewBox: "0 0 22 16", width: 22, height: 16, "aria-hidden": "true", class: "sign" });
  if (code in BARS) {
    for (let bar = 0; bar < 3; bar++) {
      const full = bar < BARS[code];
      svg.append(drawn("rect", {
        x: 1.5 + 7 * bar, y: 1.5, width: 5, height: 13, class: full ? "full" : "open",
      }));
    }
  } else if (code === "untraced") {
    svg.append(drawn("path", { d: "M7.5 5.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1-1.5 2.3M11 13.5v1.5", class: "line" }));
  } else if (code === "none" || code === "unsourced" || code === "rests_not") {
    svg.append(drawn("path", { d: "M6 8h10", class: "line" }));
  } else {
    svg.append(drawn("path", { d: "M5.5 8.5l4 4 7-9", class: "line" }));
  }
  return svg;
}

/**
 * How the findings of a cell are sourced, 0 to 3: a dash, an open ring, a half and a full disc.
 * @param {number} gap
 */
export function gapSign(gap) {
  const svg = drawn("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true", class: "sign" });
  if (gap === 0) svg.append(drawn("path", { d: "M3 8h10", class: "line" }));
  else svg.append(drawn("circle", { cx: 8, cy: 8, r: 6, class: gap === 3 ? "full" : "open" }));
  if (gap === 2) svg.append(drawn("path", { d: "M8 2a6 6 0 0 0 0 12z", class: "full" }));
  return svg;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function drawn(tag, attributes) {
  const made = document.createElementNS(DRAWN, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

// What a visitor takes along: the table as CSV or on the clipboard, the works for a reference manager.
// The texts of the works come from Python; the table is the one of Library.table(), and a test holds both equal.

import { facetOf, worksOf } from "./selection.js";

/** @import { Claim, Index, Language, Reference } from "./types.d.ts" */

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * @param {Index} index
 * @param {number[]} numbers
 * @param {Language} language
 */
export function tableRows(index, numbers, language) {
  const { data } = index;
  /** @type {(claim: Claim, key: string) => string} */
  const labels = (claim, key) => {
    const facet = facetOf(index, key);
    return claim.terms[facet.number].map((at) => facet.values[at].label[language]).join(", ");
  };
  const rows = numbers.map((at) => {
    const claim = data.claims[at];
    const cited = [...new Set(claim.links.map((link) => data.works[link.work].label[language]))];
    return [
      claim.id, claim.code, claim.statement[language], data.codes.kind[claim.kind][language],
      labels(claim, "building_block"), labels(claim, "parent_group"), cited.join("; "),
      data.codes.level[claim.level][language], data.codes.level[claim.evidence][language],
      claim.reasons.map((reason) => reason[language]).join("; "),
    ];
  });
  return [data.columns[language], ...rows];
}

/**
 * @param {Index} index
 * @param {number[]} numbers
 * @param {Language} language
 */
export function csv(index, numbers, language) {
  const separator = index.data.separators[language];
  /** @type {(text: string) => string} */
  const cell = (text) => {
    const safe = disarmed(text);
    return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = tableRows(index, numbers, language).map((row) => `${row.map(cell).join(separator)}\r\n`);
  return `\ufeff${lines.join("")}`;
}

/** @param {string} text */
function disarmed(text) {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * @param {Index} index
 * @param {number[]} numbers
 * @param {Language} language
 * @param {Reference} form
 */
export function references(index, numbers, language, form) {
  const texts = worksOf(index, numbers).map(({ work }) => index.data.works[work].exports[language][form]);
  if (form === "json") return `${JSON.stringify(texts, null, 2)}\n`;
  return texts.join(form === "bib" ? "\n" : "");
}

/**
 * Spreadsheets and word processors take the HTML; a cell in it is text to Excel, whatever sign it begins with.
 * @param {Index} index
 * @param {number[]} numbers
 * @param {Language} language
 */
export function clipboardTable(index, numbers, language) {
  const [head, ...rows] = tableRows(index, numbers, language);
  /** @type {(text: string) => string} */
  const line = (text) => disarmed(text).replace(/\s+/g, " ");
  const plain = [head, ...rows].map((row) => row.map(line).join("\t")).join("\n");
  const heads = head.map((text) => `<th scope="col">${escaped(text)}</th>`).join("");
  /** @type {(row: string[]) => string} */
  const cellsOf = (row) => row.map((text) => `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`).join("");
  const body = rows.map((row) => `<tr>${cellsOf(row)}</tr>`).join("");
  const html = `<table border="1"><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
  return { html, plain };
}

/** @param {string} text */
function escaped(text) {
  /** @type {Record<string, string>} */
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => names[sign]);
}

/**
 * Put a text on the clipboard; whether that went well. A copy event needs no permission and works without a secure
 * connection too, as in a notebook on a server.
 * @param {{ html?: string, plain: string }} what
 */
export function copy({ html, plain }) {
  let done = false;
  /** @param {ClipboardEvent} event */
  const put = (event) => {
    event.clipboardData?.setData("text/plain", plain);
    if (html) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = event.clipboardData !== null;
  };
  document.addEventListener("copy", put, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
  return done;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// What is shown of a level and of a work, wherever they stand.

import { element, levelSign, link } from "./elements.js";

/** @import { Claim, Content, Page, Work } from "./types.d.ts" */

/**
 * @param {Page} page
 * @param {string} code
 * @param {string} more what is said behind its word, in one piece of text with it
 */
export function levelBadge(page, code, more = "") {
  return element("span", { class: "level" }, levelSign(code), element("span", {}, page.code("level", code) + more));
}

/**
 * The level with complementary research, and whether works speak for and against.
 * @param {Page} page
 * @param {Claim} claim
 */
export function evidenceBadge(page, claim) {
  return levelBadge(page, claim.evidence, claim.contested ? `, ${page.word("contested")}` : "");
}

/**
 * @param {Page} page
 * @param {Work} work
 */
export function workTitle(page, work) {
  if (!work.title) return null;
  const published = work.published ? `. ${work.published}` : "";
  return element("p", { class: "title" },
    work.url ? link(work.url, work.title, page.newTab) : element("cite", { dir: "auto" }, work.title), published);
}

/**
 * @param {Page} page
 * @param {Work} work
 * @returns {[string, ...Content[]][]}
 */
export function workFacts(page, work) {
  const doubt = work.identification !== "certain";
  return [
    [page.word("identified"), page.code("identification", work.identification)],
    [page.word("candidates"), doubt && work.alternatives.length > 0
      && element("ul", {}, ...work.alternatives.map((text) => element("li", {}, text[page.language])))],
    [page.word("design"), work.designs.map((label) => label[page.language]).join(", "),
      work.size ? `; ${work.size[page.language]}` : ""],
    [page.word("peer_reviewed"), page.code("peer_reviewed", work.peer_reviewed)],
    [page.word("countries"), work.countries.map((name) => name[page.language]).join(", ")],
    ["DOI", work.url?.startsWith("https://doi.org/") && link(work.url, work.url.slice(16), page.newTab)],
    [page.word("doubt"), work.spelling?.[page.language]],
  ];
}

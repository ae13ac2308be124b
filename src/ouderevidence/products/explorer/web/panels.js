// The parts of the explorer, built once for each language: title, search, filters, results, what the data are.

import { element, filled } from "./elements.js";
import { filterPanel } from "./filters.js";
import { refresh, resultsPanel } from "./results.js";

/** @import { Language, Page } from "./types.d.ts" */

const SEARCH_PAUSE = 120; // milliseconds of rest before a search runs
/** @type {[Language, string][]} */
const LANGUAGES = [["nl", "Nederlands"], ["en", "English"]];

/** @param {Page} page */
export function build(page) {
  const content = element("div", { class: "layout" }, filterPanel(page), resultsPanel(page));
  const frame = page.options.whole ? wholePage(page, content) : cellOfNotebook(page, content);
  page.parts.frame = element("div", { class: "oe", lang: page.language, onkeydown: page.acts.onKey }, ...frame);
  page.root.replaceChildren(page.parts.frame);
  refresh(page);
}

/**
 * @param {Page} page
 * @param {HTMLElement} content
 */
function wholePage(page, content) {
  document.documentElement.lang = page.language;
  document.title = page.data.title[page.language];
  /** @param {Event} event */
  const skip = (event) => {
    event.preventDefault();
    page.parts.heading.focus();
  };
  return [
    element("a", { class: "skip", href: "#", onclick: skip }, page.word("skip")),
    element("header", { class: "top" }, titleBar(page)),
    element("main", { class: "body" }, searchBox(page), content),
    element("footer", { class: "about-data" }, aboutData(page), element("p", {}, page.word("private"))),
  ];
}

/**
 * @param {Page} page
 * @param {HTMLElement} content
 */
function cellOfNotebook(page, content) {
  return [
    element("div", { class: "top" }, titleBar(page), searchBox(page)),
    element("div", { class: "body" }, content),
    element("div", { class: "about-data" }, aboutData(page)),
  ];
}

/** @param {Page} page */
function titleBar(page) {
  const languages = LANGUAGES.map(([code, name]) => element("button", {
    type: "button", lang: code, "data-language": code, "aria-pressed": String(page.language === code),
    onclick: () => page.acts.switchLanguage(code),
  }, name));
  return element("div", { class: "title-bar" },
    element("div", {},
      page.heading(0, {}, page.data.title[page.language]),
      element("p", { class: "scope" }, page.data.scope[page.language])),
    element("div", { role: "group", class: "languages", "aria-label": page.word("language") }, ...languages));
}

/** @param {Page} page */
function searchBox(page) {
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;
  const search = () => page.acts.change(
    { search: input.value, view: page.choice.view === "map" ? "claims" : page.choice.view });
  const oninput = () => {
    clearTimeout(pause);
    pause = setTimeout(search, SEARCH_PAUSE);
  };
  const input = element("input", {
    type: "search", id: "oe-search", autocomplete: "off", spellcheck: "false", "aria-describedby": "oe-search-hint",
    oninput,
  });
  input.value = page.choice.search;
  page.parts.search = input;
  /** @param {Event} event */
  const onsubmit = (event) => {
    event.preventDefault();
    clearTimeout(pause);
    page.acts.change({ search: input.value }, "results");
  };
  return element("form", { role: "search", class: "search", onsubmit },
    element("label", { for: "oe-search" }, page.word("search")), input,
    element("p", { id: "oe-search-hint", class: "hint" }, page.word("search_hint")));
}

/** @param {Page} page */
function aboutData(page) {
  const sheets = Object.values(page.data.factsheets);
  const names = sheets.map((sheet) => (
    [sheet.title[page.language], sheet.publisher, sheet.year].filter(Boolean).join(", ")));
  const text = filled(page.word("about_data"), {
    factsheets: names.join("; "), version: page.data.version, as_of: sheets.map((sheet) => sheet.as_of).sort().at(-1),
  });
  return element("p", { dir: "auto" }, text);
}

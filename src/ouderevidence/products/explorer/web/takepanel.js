// The panel of what can be taken along: copies, downloads, and the brief of the choice.

import { address } from "./address.js";
import { command, readyBriefs } from "./command.js";
import { element, filled } from "./elements.js";
import { clipboardTable, copy, csv, download, references } from "./takeaway.js";

/** @import { Form, Page } from "./types.d.ts" */

/** @type {Record<Form, string>} */
const TYPES = {
  csv: "text/csv", bib: "application/x-bibtex", ris: "application/x-research-info-systems",
  json: "application/vnd.citationstyles.csl+json",
};

/** @param {Page} page */
export function takePanel(page) {
  const { options, parts } = page;
  parts.say = element("p", { role: "status", class: "said" });
  parts.brief = element("div", { class: "brief" });
  /** @type {(name: string, act: () => void) => HTMLElement} */
  const button = (name, act) => element("button", { type: "button", "data-take": name, onclick: act }, page.word(name));
  const ofPage = options.whole
    ? [button("copy_link", () => copied(page, { plain: address(page) }, "copied_link")), button("print", () => print())]
    : [];
  const copyTable = () => copied(page, clipboardTable(page.index, page.selection.kept, page.language), "copied_table");
  const forms = /** @type {Form[]} */ (Object.keys(TYPES));
  return element("details", { class: "take" },
    element("summary", {}, page.word("take")),
    element("div", { class: "take-body" },
      element("div", { class: "buttons" }, button("copy_table", copyTable), ...ofPage),
      page.heading(2, {}, page.word("download")),
      element("div", { class: "buttons" }, ...forms.map((form) => button(form, () => downloadAs(page, form)))),
      page.heading(2, {}, page.word("brief")), parts.brief, parts.say));
}

/**
 * @param {Page} page
 * @param {{ html?: string, plain: string }} what
 * @param {string} name  Word that says so.
 */
function copied(page, what, name) {
  page.parts.say.textContent = page.word(copy(what) ? name : "not_copied");
}

/**
 * @param {Page} page
 * @param {Form} form
 */
function downloadAs(page, form) {
  const { index, language, selection: { kept } } = page;
  const name = `${page.word(form === "csv" ? "file" : "works_file")}.${form}`;
  const text = form === "csv" ? csv(index, kept, language) : references(index, kept, language, form);
  download(name, TYPES[form], text);
  page.parts.say.textContent = filled(page.word("downloaded"), { name });
}

/** @param {Page} page */
export function showBrief(page) {
  const ready = readyBriefs(page.index, page.choice);
  if (ready.length) {
    const links = ready.map(({ form, href }) => element(
      "a", { href, class: "button", download: "" }, page.word(`brief_${form}`)));
    page.parts.brief.replaceChildren(
      element("p", {}, page.word("brief_ready")), element("p", { class: "buttons" }, ...links));
    return;
  }
  const line = command(page.index, page.choice);
  const onclick = () => copied(page, { plain: line }, "copied_command");
  const button = { type: "button", "data-take": "copy_command", onclick };
  page.parts.brief.replaceChildren(
    element("p", {}, page.word("brief_command")),
    element("p", {}, element("code", { class: "command", dir: "ltr" }, line)),
    element("p", {}, element("button", button, page.word("copy_command"))));
}

// The explorer: one front end for the page and for the notebook. `mount` builds it in an element.
// No framework: native controls, text set as text, one state (`choice`) that all follows from.

import { capital } from "./claim.js";
import { element, filled } from "./elements.js";
import {
  addValue, command, emptyChoice, fromHash, prepare, readyBriefs, select, toHash, without, worksOf,
} from "./selection.js";
import { clipboardTable, copy, csv, download, references } from "./takeaway.js";
import { claimRows, claimsView, detailRow, mapView, worksView } from "./views.js";

const CLAIMS_AT_ONCE = { page: 25, cell: 10 };
const IN_A_FRAME = 8; // claims shown at once; the others follow in the next frame
const OPEN_AT_FIRST = ["building_block", "parent_group"];
const WIDE = 900; // CSS pixels from which the filters stand open beside the claims
const SEARCH_PAUSE = 120; // milliseconds of rest before a search runs
const TYPES = { csv: "text/csv", bib: "application/x-bibtex", ris: "application/x-research-info-systems",
  json: "application/vnd.citationstyles.csl+json" };

// `options`: `choice` to begin with; `onChoice(choice)` after each change; `whole` when it is the page itself, so that
// it has the title, the landmarks and the address; `newTab` when a link would lose the reader's work.
export function mount(root, data, options = {}) {
  const index = prepare(data);
  let choice = { ...emptyChoice(), ...options.choice };
  let unknown = [];
  if (options.whole) ({ choice, unknown } = fromHash(index, location.hash));
  const step = CLAIMS_AT_ONCE[options.whole ? "page" : "cell"];
  let most = step;
  let selection = select(index, choice);
  let parts = {};
  let noting;

  const page = {
    data, index,
    get language() { return choice.language; },
    get choice() { return choice; },
    get newTab() { return options.newTab ? page.word("new_tab") : null; },
    heading: (depth, attributes, ...content) => element(
      `h${depth + (options.whole ? 1 : 2)}`, { ...attributes, class: `heading-${depth}` }, ...content),
    word: (name) => data.words[name][choice.language],
    code: (table, code) => data.codes[table][code][choice.language],
    isOpen: (at) => choice.claim === data.claims[at].id,
    toggleClaim: (at) => (page.isOpen(at) ? page.closeClaim() : openClaim(at)),
    closeClaim,
    openClaim: (id) => revealClaim(index.place.get(id)),
    chooseCell: (row, column) => change(
      { filters: { ...choice.filters, parent_group: [row], building_block: [column] }, view: "claims", claim: null }, "results"),
    claimsOfWork: workButton,
  };

  build();
  const onHash = () => {
    if (location.hash.replace(/^#/, "") === toHash(index, choice)) return;
    ({ choice, unknown } = fromHash(index, location.hash));
    most = step;
    build();
  };
  const beforePrint = () => { if (most < selection.kept.length) { most = Infinity; showView(true); } };
  if (options.whole) addEventListener("hashchange", onHash);
  addEventListener("beforeprint", beforePrint);
  return {
    get choice() { return choice; },
    set(next) { choice = { ...choice, ...next }; most = step; build(); },
    end() { clearTimeout(noting); removeEventListener("hashchange", onHash); removeEventListener("beforeprint", beforePrint); root.replaceChildren(); },
  };

  // -- building, once for each language

  function build() {
    const content = element("div", { class: "layout" }, filterPanel(), results());
    const top = [header(), searchBox()];
    const whole = options.whole;
    const skip = (event) => { event.preventDefault(); parts.heading.focus(); };
    root.replaceChildren(element("div", { class: "oe", lang: choice.language, onkeydown: onKey },
      whole ? element("a", { class: "skip", href: "#", onclick: skip }, page.word("skip")) : null,
      element(whole ? "header" : "div", { class: "top" }, ...(whole ? [top[0]] : top)),
      element(whole ? "main" : "div", { class: "body" }, whole ? top[1] : null, content),
      element(whole ? "footer" : "div", { class: "about-data" }, ...aboutData())));
    if (whole) {
      document.documentElement.lang = choice.language;
      document.title = data.title[choice.language];
    }
    refresh();
  }

  function header() {
    const languages = element("div", { role: "group", class: "languages", "aria-label": page.word("language") },
      ...[["nl", "Nederlands"], ["en", "English"]].map(([code, name]) => element("button", {
        type: "button", lang: code, "data-language": code, "aria-pressed": String(choice.language === code),
        onclick: () => switchLanguage(code),
      }, name)));
    return element("div", { class: "title-bar" },
      element("div", {}, page.heading(0, {}, data.title[choice.language]), element("p", { class: "scope" }, data.scope[choice.language])), languages);
  }

  function searchBox() {
    let pause;
    const input = element("input", {
      type: "search", id: "oe-search", autocomplete: "off", spellcheck: "false", "aria-describedby": "oe-search-hint",
      oninput: () => {
        clearTimeout(pause);
        pause = setTimeout(() => change({ search: input.value, view: choice.view === "map" ? "claims" : choice.view }), SEARCH_PAUSE);
      },
    });
    input.value = choice.search;
    parts.search = input;
    const submit = (event) => { event.preventDefault(); clearTimeout(pause); change({ search: input.value }, "results"); };
    return element("form", { role: "search", class: "search", onsubmit: submit },
      element("label", { for: "oe-search" }, page.word("search")), input,
      element("p", { id: "oe-search-hint", class: "hint" }, page.word("search_hint")));
  }

  function filterPanel() {
    parts.values = [];
    parts.chosen = new Map();
    const open = parts.filters?.open ?? root.clientWidth >= WIDE;
    if (!root.clientWidth) whenPlaced(() => { parts.filters.open = root.clientWidth >= WIDE; });
    const groups = index.facets.filter((facet) => facet.shown).map(facetGroup);
    const summary = element("summary", {}, page.heading(1, {}, page.word("filters")), " ", parts.chosenAll = element("span", { class: "chosen" }));
    parts.filters = element("details", { class: "filters", open }, summary, element("div", { class: "groups" }, ...groups));
    return parts.filters;
  }

  // A notebook builds the cell first and gives it a place later.
  function whenPlaced(act) {
    new ResizeObserver((_, observer) => { if (root.clientWidth) { observer.disconnect(); act(); } }).observe(root);
  }

  function facetGroup(facet) {
    const boxes = facet.values.map((value, at) => valueBox(facet, value, at));
    const general = facet.key === "parent_group" ? [generalBox()] : [];
    const name = capital(facet.label[choice.language]);
    const chosen = element("span", { class: "chosen" });
    parts.chosen.set(facet.key, chosen);
    const open = OPEN_AT_FIRST.includes(facet.key) || (choice.filters[facet.key] ?? []).length > 0;
    return element("details", { class: "facet", open, "data-facet": facet.key },
      element("summary", {}, name, " ", chosen),
      element("fieldset", {}, element("legend", { class: "unseen" }, name), ...boxes, ...general));
  }

  function valueBox(facet, value, at) {
    const box = element("input", { type: "checkbox", value: value.id, onchange: () => toggle(facet.key, value.id, box.checked) });
    const count = element("span", { class: "count" });
    const label = element("label", { class: `depth-${Math.min(value.depth, 3)}` }, box,
      element("span", { dir: "auto" }, value.label[choice.language]), " ", count);
    if (!index.totals[facet.number][at] && facet.key !== "level") label.hidden = true;
    parts.values.push({ facet, at, value, box, count, label });
    return label;
  }

  function generalBox() {
    parts.general = element("input", { type: "checkbox", onchange: () => change({ general: parts.general.checked }) });
    return element("label", { class: "general" }, parts.general, element("span", {}, page.word("general")));
  }

  function results() {
    const views = ["claims", "map", "works"].map((view) => element("button", {
      type: "button", "data-view": view, onclick: () => change({ view }),
    }, page.word(view)));
    parts.views = views;
    parts.heading = page.heading(1, { tabindex: -1, id: "oe-results" }, page.word("claims"));
    parts.status = element("p", { role: "status", class: "status" });
    parts.chips = element("div", { class: "chips" });
    parts.content = element("div", { class: "content" });
    parts.more = element("p", { class: "more" });
    return element("section", { class: "results", "aria-labelledby": "oe-results" },
      element("div", { class: "results-bar" }, element("div", {}, parts.heading, parts.status),
        element("div", { role: "group", class: "views", "aria-label": page.word("view") }, ...views)),
      parts.chips, takePanel(), parts.content, parts.more);
  }

  function takePanel() {
    parts.say = element("p", { role: "status", class: "said" });
    parts.brief = element("div", { class: "brief" });
    const button = (name, act) => element("button", { type: "button", "data-take": name, onclick: act }, page.word(name));
    const ofPage = options.whole
      ? [button("copy_link", () => copied({ plain: address() }, "copied_link")), button("print", () => print())] : [];
    return element("details", { class: "take" },
      element("summary", {}, page.word("take")),
      element("div", { class: "take-body" },
        element("div", { class: "buttons" },
          button("copy_table", () => copied(clipboardTable(index, selection.kept, choice.language), "copied_table")),
          ...ofPage),
        page.heading(2, {}, page.word("download")),
        element("div", { class: "buttons" }, ...Object.keys(TYPES).map((form) => button(form, () => downloadAs(form)))),
        page.heading(2, {}, page.word("brief")), parts.brief, parts.say));
  }

  function aboutData() {
    const sheets = Object.values(data.factsheets);
    const name = (sheet) => [sheet.title[choice.language], sheet.publisher, sheet.year].filter(Boolean).join(", ");
    const text = filled(page.word("about_data"), {
      factsheets: sheets.map(name).join("; "), version: data.version, as_of: sheets.map((sheet) => sheet.as_of).sort().at(-1),
    });
    return [element("p", { dir: "auto" }, text), options.whole ? element("p", {}, page.word("private")) : null];
  }

  // -- showing what the choice gives

  function refresh() {
    selection = select(index, choice);
    showFilters();
    showStatus();
    showChips();
    showBrief();
    showView();
    if (options.whole) showAddress();
    performance.mark("ouderevidence-ready");
  }

  function showFilters() {
    for (const { facet, at, value, box, count, label } of parts.values) {
      const number = selection.counts[facet.number][at];
      box.checked = (choice.filters[facet.key] ?? []).includes(value.id);
      count.textContent = `(${number})`;
      label.classList.toggle("zero", number === 0 && !box.checked);
    }
    for (const [key, place] of parts.chosen) place.textContent = chosenText((choice.filters[key] ?? []).length);
    parts.chosenAll.textContent = chosenText(Object.values(choice.filters).flat().length);
    if (parts.general) parts.general.checked = choice.general;
  }

  function chosenText(n) {
    return n ? filled(page.word("chosen"), { n }) : "";
  }

  function showStatus() {
    const count = filled(page.word("count"), { n: selection.kept.length, total: data.claims.length });
    const works = choice.view === "works" ? `; ${filled(page.word("count_works"), { n: worksOf(index, selection.kept).length })}` : "";
    const warning = unknown.length ? `. ${page.word("unknown_filter")}: ${unknown.join(", ")}` : "";
    parts.status.textContent = `${count}${works}${warning}`;
    parts.heading.textContent = page.word(choice.view);
    parts.views.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === choice.view)));
  }

  function showChips() {
    const chip = (name, act) => element("li", {}, element("button", { type: "button", class: "chip", dir: "auto",
      "aria-label": filled(page.word("remove"), { name }), onclick: act }, name, element("span", { "aria-hidden": "true" }, " ×")));
    const chips = index.facets.flatMap((facet) => (choice.filters[facet.key] ?? []).map((id) => {
      const label = facet.values[facet.place.get(id)]?.label[choice.language] ?? id;
      return chip(`${facet.label[choice.language]}: ${label}`, () => toggle(facet.key, id, false, "results"));
    }));
    if (choice.search.trim()) chips.push(chip(`${page.word("searched")}: ${choice.search.trim()}`, () => clearSearch()));
    const clear = chips.length > 1 ? [element("li", {}, clearButton())] : [];
    parts.chips.replaceChildren(...(chips.length
      ? [element("ul", { "aria-label": page.word("chosen_filters") }, ...chips, ...clear)] : []));
  }

  function clearButton() {
    return element("button", { type: "button", class: "link", onclick: clearAll }, page.word("clear"));
  }

  function showBrief() {
    const ready = readyBriefs(index, choice);
    if (ready.length) {
      const links = ready.map(({ form, href }) => element("a", { href, class: "button", download: "" }, page.word(`brief_${form}`)));
      parts.brief.replaceChildren(element("p", {}, page.word("brief_ready")), element("p", { class: "buttons" }, ...links));
      return;
    }
    const line = command(index, choice);
    parts.brief.replaceChildren(element("p", {}, page.word("brief_command")),
      element("p", {}, element("code", { class: "command", dir: "ltr" }, line)),
      element("p", {}, element("button", { type: "button", "data-take": "copy_command",
        onclick: () => copied({ plain: line }, "copied_command") }, page.word("copy_command"))));
  }

  // `whole`: not in two frames, because what follows needs every claim.
  function showView(whole = false) {
    const first = whole ? most : Math.min(most, IN_A_FRAME);
    const views = {
      claims: () => (selection.kept.length ? claimsView(page, selection, first) : nothing()),
      map: () => mapView(page, selection),
      works: () => (selection.kept.length ? worksView(page, selection) : nothing()),
    };
    parts.content.replaceChildren(...views[choice.view]());
    const left = choice.view === "claims" && Math.min(most, selection.kept.length) > first;
    parts.rest = left ? () => parts.content.querySelector("tbody").append(...claimRows(page, selection, first, most)) : null;
    root.firstChild.dataset.ready = String(!left);
    if (left) requestAnimationFrame(() => setTimeout(showRest));
    showMore();
  }

  function showRest() {
    parts.rest?.();
    parts.rest = null;
    if (root.firstChild) root.firstChild.dataset.ready = "true";
  }

  function nothing() {
    return [element("div", { class: "nothing" }, element("p", {}, page.word("nothing")), clearButton())];
  }

  function showMore() {
    const left = choice.view === "claims" ? selection.kept.length - most : 0;
    if (left <= 0) return parts.more.replaceChildren();
    const next = Math.min(step, left);
    const show = (n) => { const from = most; most = n; showView(true); rowButton(selection.kept[from])?.focus(); };
    const buttons = [element("button", { type: "button", onclick: () => show(most + next) }, filled(page.word("more"), { n: next }))];
    if (left > next && left <= 1000) buttons.push(" ", element("button", { type: "button", onclick: () => show(Infinity) }, filled(page.word("all"), { n: selection.kept.length })));
    return parts.more.replaceChildren(...buttons);
  }

  // After the frame: the browser takes longer to note an address than we take to show what it stands for.
  function showAddress() {
    const seen = location.href;
    clearTimeout(noting);
    noting = setTimeout(() => {
      const moved = location.href !== seen; // to another choice: that one will be shown
      if (!moved && seen !== address()) history.replaceState(null, "", address());
    }, 0);
  }

  function address() {
    const hash = toHash(index, choice);
    return `${location.href.split("#")[0]}${hash ? "#" : ""}${hash}`;
  }

  // -- what a visitor does

  function change(next, focus) {
    choice = { ...choice, ...next };
    unknown = [];
    most = step;
    parts.say.textContent = "";
    refresh();
    if (focus === "results") parts.heading.focus({ preventScroll: false });
    options.onChoice?.(choice);
  }

  function toggle(key, id, on, focus) {
    const next = { filters: choice.filters };
    if (on) addValue(index, next, key, id);
    else next.filters = without(choice.filters, key, id);
    change({ ...next, claim: null }, focus);
  }

  function clearSearch() {
    parts.search.value = "";
    change({ search: "" }, "results");
  }

  function clearAll() {
    parts.search.value = "";
    change({ filters: {}, general: false, search: "", claim: null }, "results");
  }

  function switchLanguage(language) {
    choice = { ...choice, language };
    const open = [...root.querySelectorAll("details.facet, details.take")].map((part) => part.open);
    build();
    root.querySelectorAll("details.facet, details.take").forEach((part, at) => { part.open = open[at]; });
    root.querySelector(`[data-language="${language}"]`).focus();
    options.onChoice?.(choice);
  }

  function workButton(work, n = data.claims.filter((claim) => claim.links.some((cited) => cited.work === work)).length) {
    const about = data.works[work];
    const words = filled(page.word(n === 1 ? "one_claim_of_work" : "claims_of_work"), { n, work: about.label[choice.language] });
    const short = choice.view === "works";
    return element("button", { type: "button", class: "link", "aria-label": words, onclick: () => change(
      { filters: short ? { ...choice.filters, work: [about.key] } : { work: [about.key] }, general: choice.general && short,
        search: short ? choice.search : "", view: "claims", claim: null }, "results") },
    short ? `${n}` : words);
  }

  // -- opening and closing a claim

  function rowButton(at) {
    return root.querySelector(`[data-claim="${CSS.escape(data.claims[at]?.id)}"] .statement`);
  }

  function openClaim(at) {
    const button = rowButton(at);
    const before = button.getBoundingClientRect().top;
    shut();
    choice = { ...choice, claim: data.claims[at].id };
    const row = button.closest("tr");
    row.classList.add("open");
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", `oe-claim-${at}`);
    row.after(detailRow(page, at));
    scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" }); // it stays under the pointer
    opened();
  }

  function closeClaim() {
    const at = index.place.get(choice.claim);
    shut();
    choice = { ...choice, claim: null };
    rowButton(at)?.focus();
    opened();
  }

  function shut() {
    root.querySelector("tr.detail")?.remove();
    const row = root.querySelector("tr.claim.open");
    row?.classList.remove("open");
    row?.querySelector(".statement").setAttribute("aria-expanded", "false");
    row?.querySelector(".statement").removeAttribute("aria-controls");
  }

  function opened() {
    if (options.whole) showAddress();
    options.onChoice?.(choice);
  }

  function revealClaim(at) {
    if (!selection.kept.includes(at)) {
      parts.search.value = "";
      change({ filters: {}, general: false, search: "", view: "claims", claim: null });
    }
    const place = selection.kept.indexOf(at);
    if (place >= most) { most = place + step; showView(true); } else showRest();
    openClaim(at);
    rowButton(at).focus();
  }

  function onKey(event) {
    if (event.key !== "Escape" || !choice.claim || !root.querySelector("tr.detail")) return;
    event.preventDefault();
    event.stopPropagation();
    closeClaim();
  }

  // -- taking along

  function copied(what, name) {
    parts.say.textContent = page.word(copy(what) ? name : "not_copied");
  }

  function downloadAs(form) {
    const { language } = choice;
    const name = `${page.word(form === "csv" ? "file" : "works_file")}.${form}`;
    const text = form === "csv" ? csv(index, selection.kept, language) : references(index, selection.kept, language, form);
    download(name, TYPES[form], text);
    parts.say.textContent = filled(page.word("downloaded"), { name });
  }
}

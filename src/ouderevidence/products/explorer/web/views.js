// The three views of a selection: claims, map, works.

import { evidenceBadge, levelBadge, workTitle } from "./badges.js";
import { claimDetail, claimsOfWork } from "./claim.js";
import { capital, element, filled, gapSign, hidden } from "./elements.js";
import { cells, facetOf, worksOf } from "./selection.js";

/** @import { Content, Facet, Page, Selection } from "./types.d.ts" */

const ROWS = "parent_group", COLUMNS = "building_block";

/**
 * Tables become cards where it is narrow; the roles keep them tables for a screen reader there.
 * @param {string} className
 * @param {string} caption
 * @param {string[]} heads
 * @param {HTMLElement[]} rows
 */
function table(className, caption, heads, rows) {
  return element("table", { class: className, role: "table" },
    element("caption", { class: "unseen" }, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
      ...heads.map((text) => element("th", { scope: "col", role: "columnheader" }, text)))),
    element("tbody", { role: "rowgroup" }, ...rows));
}

/**
 * @param {string} className
 * @param {string} label
 * @param {Content[]} content
 */
function cell(className, label, ...content) {
  return element("td", { class: className, role: "cell", "data-label": label }, ...content);
}

/**
 * @param {Page} page
 * @param {Selection} selection
 * @param {number} most
 */
export function claimsView(page, selection, most) {
  const heads = [page.word("claim"), page.word("level"), page.word("sources")];
  const rows = claimRows(page, selection, 0, most);
  return [levelsLegend(page), table("claims", page.word("claims_caption"), heads, rows)];
}

/**
 * @param {Page} page
 * @param {Selection} selection
 * @param {number} from
 * @param {number} to
 */
export function claimRows(page, selection, from, to) {
  return selection.kept.slice(from, to).flatMap((at) => {
    const row = claimRow(page, selection, at);
    return page.isOpen(at) ? [row, detailRow(page, at)] : [row];
  });
}

/**
 * @param {Page} page
 * @param {Selection} selection
 * @param {number} at
 */
function claimRow(page, selection, at) {
  const { language } = page;
  const claim = page.data.claims[at];
  const open = page.isOpen(at);
  const cited = [...new Set(claim.links.map(({ work }) => page.data.works[work].label[language]))];
  const words = selection.matched.get(at);
  const about = [ROWS, COLUMNS].flatMap((key) => {
    const facet = facetOf(page.index, key);
    return claim.terms[facet.number].map((n) => facet.values[n].label[language]);
  });
  return element("tr", { role: "row", class: open ? "claim open" : "claim", "data-claim": claim.id },
    element("th", { scope: "row", role: "rowheader" },
      element("button", {
        type: "button", class: "statement", dir: "auto", "aria-expanded": String(open),
        "aria-controls": open ? `oe-claim-${at}` : null, onclick: () => page.acts.toggleClaim(at),
      }, claim.statement[language]),
      element("p", { class: "about", dir: "auto" }, [claim.code, page.code("kind", claim.kind), ...about].join(" · ")),
      words && element("p", { class: "about" }, `${page.word("found")}: `, element("mark", {}, words.join(", ")))),
    cell("", page.word("level"), levelBadge(page, claim.level), claim.searched && claim.evidence !== claim.level
      && element("p", { class: "about" }, `${page.word("with_ours")}: `, evidenceBadge(page, claim))),
    cell("cited", page.word("sources"), cited.length ? cited.join("; ") : page.word("no_source")));
}

/**
 * @param {Page} page
 * @param {number} at
 */
export function detailRow(page, at) {
  const claim = page.data.claims[at];
  const close = { type: "button", onclick: () => page.acts.closeClaim() };
  return element("tr", { role: "row", class: "detail", id: `oe-claim-${at}` },
    element("td", { colspan: 3, role: "cell" },
      element("div", { role: "region", "aria-label": claim.statement[page.language].slice(0, 200) },
        ...claimDetail(page, at),
        element("p", {}, element("button", close, page.word("close"))))));
}

/**
 * The marks with their words, above the first of them; folded out, what each means.
 * @param {Page} page
 */
function levelsLegend(page) {
  const { meaning } = page.data.codes;
  const codes = Object.keys(meaning).reverse();
  return element("details", { class: "legend levels" },
    element("summary", {}, page.word("levels_legend"),
      element("span", { class: "marks" }, ...codes.flatMap((code) => [levelBadge(page, code), " "]))),
    element("dl", {}, ...codes.flatMap((code) => [
      element("dt", {}, levelBadge(page, code)), element("dd", {}, meaning[code][page.language]),
    ])));
}

/**
 * @param {Page} page
 * @param {Selection} selection
 */
export function mapView(page, selection) {
  const { language } = page;
  const map = cells(page.index, selection, ROWS, COLUMNS);
  const rows = map.rows.map((r) => element("tr", {},
    element("th", { scope: "row" }, map.row.values[r].label[language]),
    ...map.columns.map((c) => mapCell(page, map, r, c))));
  const corner = element("th", { scope: "col" }, capital(map.row.label[language]));
  const heads = map.columns.map((c) => element("th", { scope: "col" }, map.column.values[c].label[language]));
  const shown = element("table", { class: "map" },
    element("caption", { class: "unseen" }, page.word("map")),
    element("thead", {}, element("tr", {}, corner, ...heads)),
    element("tbody", {}, ...rows));
  const area = { class: "scroll", role: "region", tabindex: 0, "aria-label": page.word("map_scroll") };
  const about = element("p", { class: "map-about" }, page.word("map_caption"));
  return [about, element("div", area, shown), gapsLegend(page)];
}

/**
 * @param {Page} page
 * @param {ReturnType<typeof cells>} map
 * @param {number} r
 * @param {number} c
 */
function mapCell(page, map, r, c) {
  const { language } = page;
  const { claims, gap } = map.at(r, c);
  if (!claims) {
    return element("td", { class: "empty" },
      element("span", { "aria-hidden": "true" }, "·"), hidden(page.word("empty_cell")));
  }
  const row = map.row.values[r], column = map.column.values[c];
  const name = filled(page.word("cell"), {
    row: row.label[language], column: column.label[language], n: claims, gap: page.data.codes.gap[gap][language],
  });
  /** @type {(facet: Facet, id: string) => boolean} */
  const chosen = (facet, id) => (page.choice.filters[facet.key] ?? []).includes(id);
  return element("td", {}, element("button", {
    type: "button", class: `cell gap-${gap}`, "aria-label": name, title: name,
    "aria-pressed": String(chosen(map.row, row.id) && chosen(map.column, column.id)),
    onclick: () => page.acts.chooseCell(row.id, column.id),
  }, gapSign(gap), ` ${claims}`));
}

/** @param {Page} page */
function gapsLegend(page) {
  const gaps = page.data.codes.gap.map((text, gap) => element("li", {}, gapSign(gap), ` ${text[page.language]}`));
  return element("div", { class: "legend" },
    element("p", {}, page.word("legend")), element("ul", {}, ...gaps.reverse()));
}

/**
 * @param {Page} page
 * @param {Selection} selection
 */
export function worksView(page, selection) {
  const { language } = page;
  const found = worksOf(page.index, selection.kept);
  if (!found.length) return [element("p", { class: "nothing" }, page.word("no_works"))];
  const heads = ["work", "design", "identified", "claims"].map((name) => page.word(name));
  const rows = found.map(({ work, claims }) => {
    const about = page.data.works[work];
    return element("tr", { role: "row" },
      element("th", { scope: "row", role: "rowheader" },
        element("p", { class: "name", dir: "auto" }, about.label[language]), workTitle(page, about)),
      cell("", heads[1], about.designs.map((text) => text[language]).join(", ")),
      cell("", heads[2], page.code("identification", about.identification)),
      cell("", heads[3], claims ? claimsOfWork(page, work, claims) : page.word("only_caveat")));
  });
  return [table("works", page.word("works_caption"), heads, rows)];
}

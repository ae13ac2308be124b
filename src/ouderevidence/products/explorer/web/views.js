// The three views of a selection: claims, map, works.

import { capital, claimDetail, levelBadge, workTitle } from "./claim.js";
import { element, filled, gapSign, hidden } from "./elements.js";
import { cells, worksOf } from "./selection.js";

const ROWS = "parent_group", COLUMNS = "building_block";

// Tables become cards where it is narrow; the roles keep them tables for a screen reader there.
function table(className, caption, heads, rows) {
  return element("table", { class: className, role: "table" },
    element("caption", { class: "unseen" }, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
      ...heads.map((text) => element("th", { scope: "col", role: "columnheader" }, text)))),
    element("tbody", { role: "rowgroup" }, ...rows));
}

function cell(className, label, ...content) {
  return element("td", { class: className, role: "cell", "data-label": label }, ...content);
}

export function claimsView(page, selection, most) {
  const heads = [page.word("claim"), page.word("level"), page.word("sources")];
  const rows = claimRows(page, selection, 0, most);
  return [table("claims", page.word("claims_caption"), heads, rows), levelsLegend(page)];
}

export function claimRows(page, selection, from, to) {
  return selection.kept.slice(from, to).flatMap((at) => {
    const row = claimRow(page, selection, at);
    return page.isOpen(at) ? [row, detailRow(page, at)] : [row];
  });
}

function claimRow(page, selection, at) {
  const { language } = page;
  const claim = page.data.claims[at];
  const open = page.isOpen(at);
  const cited = [...new Set(claim.links.map(({ work }) => page.data.works[work].label[language]))];
  const words = selection.matched.get(at);
  const about = [ROWS, COLUMNS].flatMap((key) => {
    const facet = page.index.byKey.get(key);
    return claim.terms[facet.number].map((n) => facet.values[n].label[language]);
  });
  return element("tr", { role: "row", class: open ? "claim open" : "claim", "data-claim": claim.id },
    element("th", { scope: "row", role: "rowheader" },
      element("button", {
        type: "button", class: "statement", dir: "auto", "aria-expanded": String(open),
        "aria-controls": open ? `oe-claim-${at}` : null, onclick: () => page.toggleClaim(at),
      }, claim.statement[language]),
      element("p", { class: "about", dir: "auto" }, [page.code("kind", claim.kind), ...about].join(" · ")),
      words ? element("p", { class: "about" }, `${page.word("found")}: `, element("mark", {}, words.join(", "))) : null),
    cell("", page.word("level"), levelBadge(page, claim.level)),
    cell("cited", page.word("sources"), cited.length ? cited.join("; ") : page.word("no_source")));
}

export function detailRow(page, at) {
  const claim = page.data.claims[at];
  return element("tr", { role: "row", class: "detail", id: `oe-claim-${at}` },
    element("td", { colspan: 3, role: "cell" },
      element("div", { role: "region", "aria-label": claim.statement[page.language].slice(0, 200) },
        ...claimDetail(page, at),
        element("p", {}, element("button", { type: "button", onclick: () => page.closeClaim() }, page.word("close"))))));
}

function levelsLegend(page) {
  const { meaning } = page.data.codes;
  return element("details", { class: "legend" }, element("summary", {}, page.word("levels_legend")),
    element("dl", {}, ...Object.keys(meaning).flatMap((code) => [
      element("dt", {}, levelBadge(page, code)), element("dd", {}, meaning[code][page.language]),
    ])));
}

export function mapView(page, selection) {
  const { language } = page;
  const found = cells(page.index, selection, ROWS, COLUMNS);
  const label = (facet, at) => facet.values[at].label[language];
  const chosen = (facet, at) => (page.choice.filters[facet.key] ?? []).includes(facet.values[at].id);
  const rows = found.rows.map((r) => element("tr", {},
    element("th", { scope: "row" }, label(found.row, r)),
    ...found.columns.map((c) => {
      const { claims, gap } = found.at(r, c);
      if (!claims) return element("td", { class: "empty" }, element("span", { "aria-hidden": "true" }, "·"), hidden(page.word("empty_cell")));
      const name = filled(page.word("cell"), {
        row: label(found.row, r), column: label(found.column, c), n: claims, gap: page.data.codes.gap[gap][language],
      });
      return element("td", {}, element("button", {
        type: "button", class: `cell gap-${gap}`, "aria-label": name, title: name,
        "aria-pressed": String(chosen(found.row, r) && chosen(found.column, c)),
        onclick: () => page.chooseCell(found.row.values[r].id, found.column.values[c].id),
      }, gapSign(gap), ` ${claims}`));
    })));
  const map = element("table", { class: "map" },
    element("caption", { class: "unseen" }, page.word("map")),
    element("thead", {}, element("tr", {},
      element("th", { scope: "col" }, capital(found.row.label[language])),
      ...found.columns.map((c) => element("th", { scope: "col" }, label(found.column, c))))),
    element("tbody", {}, ...rows));
  const legend = element("div", { class: "legend" }, element("p", {}, page.word("legend")),
    element("ul", {}, ...page.data.codes.gap.map((text, gap) => element("li", {}, gapSign(gap), ` ${text[language]}`)).reverse()));
  const area = { class: "scroll", role: "region", tabindex: 0, "aria-label": page.word("map_scroll") };
  return [element("p", { class: "map-about" }, page.word("map_caption")), element("div", area, map), legend];
}

export function worksView(page, selection) {
  const { language } = page;
  const found = worksOf(page.index, selection.kept);
  if (!found.length) return [element("p", { class: "nothing" }, page.word("no_works"))];
  const heads = ["work", "design", "identified", "claims"].map(page.word);
  const rows = found.map(({ work, claims }) => {
    const about = page.data.works[work];
    return element("tr", { role: "row" },
      element("th", { scope: "row", role: "rowheader" },
        element("p", { class: "name", dir: "auto" }, about.label[language]), workTitle(page, about)),
      cell("", heads[1], about.designs.map((text) => text[language]).join(", ")),
      cell("", heads[2], page.code("identification", about.identification)),
      cell("", heads[3], claims ? page.claimsOfWork(work, claims) : page.word("only_caveat")));
  });
  return [table("works", page.word("works_caption"), heads, rows)];
}

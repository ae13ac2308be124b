// What a visitor chose, which claims that keeps, and the same choice as an address and as a command.
// No rule of the library is repeated here: per filter each claim carries the values it answers to (explorer/data.py).

import { searchClaims } from "./search.js";

// A choice: `filters` (keyword of `where` -> values), `general`, `search`, and what is shown: `language`, `view`, `claim`.
export function emptyChoice() {
  return { filters: {}, general: false, search: "", language: "nl", view: "claims", claim: null };
}

export function prepare(data) {
  const facets = data.facets.map((facet, number) => ({
    ...facet, number, values: facet.values, place: new Map(facet.values.map((value, at) => [value.id, at])),
  }));
  return {
    data,
    facets,
    byKey: new Map(facets.map((facet) => [facet.key, facet])),
    byFlag: new Map(facets.map((facet) => [facet.flag, facet])),
    place: new Map(data.claims.map((claim, at) => [claim.id, at])),
    totals: facets.map((facet) => countAll(data.claims, facet)),
  };
}

function countAll(claims, facet) {
  const counts = new Uint32Array(facet.values.length);
  for (const claim of claims) for (const value of claim.answers[facet.number]) counts[value]++;
  return counts;
}

// Several values of one filter: any of them. Several filters: all. Returns the numbers of the claims kept, in order;
// per facet how many claims each value would give with the other filters as they are; and what a search matched.
export function select(index, choice) {
  const { claims } = index.data;
  const failing = new Int32Array(claims.length);
  for (const facet of index.facets) {
    const holds = test(index, facet, choice);
    if (!holds) continue;
    const bit = 1 << facet.number;
    for (let at = 0; at < claims.length; at++) if (!holds(claims[at])) failing[at] |= bit;
  }
  const { hits, matched } = found(index, choice.search);
  const searchBit = 1 << index.facets.length;
  if (hits) for (let at = 0; at < claims.length; at++) if (!matched.has(at)) failing[at] |= searchBit;
  const kept = hits ? hits.filter((at) => failing[at] === 0) : [];
  if (!hits) for (let at = 0; at < claims.length; at++) if (failing[at] === 0) kept.push(at);
  return { kept, failing, matched, counts: countValues(index, failing) };
}

function test(index, facet, choice) {
  const chosen = choice.filters[facet.key] ?? [];
  if (!chosen.length) return null;
  const wanted = new Uint8Array(facet.values.length);
  const spans = [];
  for (const id of chosen) {
    if (facet.place.has(id)) wanted[facet.place.get(id)] = 1;
    else spans.push(span(id));
  }
  const general = facet.key === "parent_group" && choice.general;
  const { works } = index.data;
  return (claim) => {
    for (const value of claim.answers[facet.number]) if (wanted[value]) return true;
    if (general && claim.general) return true;
    return spans.some(([first, last]) => claim.links.some(({ work }) => {
      const { year } = works[work];
      return year !== null && first <= year && year <= last;
    }));
  };
}

function span(years) {
  const [, first, last] = /^(\d{4})(?:-(\d{4}))?$/.exec(years);
  return [Number(first), Number(last ?? first)];
}

function found(index, query) {
  const matched = new Map();
  if (!query.trim()) return { hits: null, matched };
  for (const hit of searchClaims(index.data.search, query)) {
    if (index.place.has(hit.id)) matched.set(index.place.get(hit.id), hit.matched);
  }
  return { hits: [...matched.keys()], matched };
}

function countValues(index, failing) {
  const counts = index.facets.map((facet) => new Uint32Array(facet.values.length));
  const { claims } = index.data;
  for (let at = 0; at < claims.length; at++) {
    const bits = failing[at];
    if (bits & (bits - 1)) continue; // more than one filter says no: no single value brings it back
    for (const { number } of index.facets) {
      if (bits && bits !== 1 << number) continue;
      for (const value of claims[at].answers[number]) counts[number][value]++;
    }
  }
  return counts;
}

// The map: per pair of top terms the claims, with every filter but those of the two facets.
export function cells(index, selection, rowKey, columnKey) {
  const row = index.byKey.get(rowKey), column = index.byKey.get(columnKey);
  const tops = (facet) => facet.values.flatMap((value, at) => (value.depth === 0 ? [at] : []));
  const rows = tops(row), columns = tops(column);
  const own = (1 << row.number) | (1 << column.number);
  const table = new Map();
  index.data.claims.forEach((claim, at) => {
    if (selection.failing[at] & ~own) return;
    for (const r of claim.answers[row.number]) {
      for (const c of claim.answers[column.number]) {
        const key = `${r} ${c}`;
        const cell = table.get(key) ?? { claims: 0, gap: 0 };
        table.set(key, { claims: cell.claims + 1, gap: Math.max(cell.gap, claim.gap) });
      }
    }
  });
  return { row, column, rows, columns, at: (r, c) => table.get(`${r} ${c}`) ?? { claims: 0, gap: 0 } };
}

export function worksOf(index, numbers) {
  const cited = new Map(), mentioned = new Set();
  for (const at of numbers) {
    const claim = index.data.claims[at];
    for (const work of new Set(claim.links.map((link) => link.work))) cited.set(work, (cited.get(work) ?? 0) + 1);
    for (const caveat of claim.caveats) for (const work of caveat.works) mentioned.add(work);
  }
  const all = [...new Set([...cited.keys(), ...mentioned])].sort((a, b) => a - b); // works stand in the order of their keys
  return all.map((work) => ({ work, claims: cited.get(work) ?? 0 }));
}

// -- the choice as an address

const VIEWS = { claims: "uitspraken", map: "kaart", works: "bronnen" };

export function toHash(index, choice) {
  const parts = new URLSearchParams();
  for (const { key, flag } of index.facets) for (const id of choice.filters[key] ?? []) parts.append(flag, id);
  if (choice.general) parts.append("algemeen", "ja");
  if (choice.search.trim()) parts.append("zoek", choice.search.trim());
  if (choice.view !== "claims") parts.append("weergave", VIEWS[choice.view]);
  if (choice.claim) parts.append("uitspraak", choice.claim);
  if (choice.language !== "nl") parts.append("taal", choice.language);
  return parts.toString();
}

export function fromHash(index, hash) {
  const choice = emptyChoice();
  const unknown = [];
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const view = Object.keys(VIEWS).find((key) => VIEWS[key] === value);
    if (index.byFlag.has(name)) {
      if (!addValue(index, choice, index.byFlag.get(name).key, value)) unknown.push(`${name}=${value}`);
    } else if (name === "algemeen") choice.general = value === "ja";
    else if (name === "zoek") choice.search = value;
    else if (name === "taal" && ["nl", "en"].includes(value)) choice.language = value;
    else if (name === "weergave" && view) choice.view = view;
    else if (name === "uitspraak" && index.place.has(value)) choice.claim = value;
    else unknown.push(`${name}=${value}`);
  }
  return { choice, unknown };
}

export function addValue(index, choice, key, id) {
  const facet = index.byKey.get(key);
  const [first, last] = key === "year" && /^\d{4}(-\d{4})?$/.test(id) ? span(id) : [1, 0];
  if (!facet.place.has(id) && first > last) return false;
  const chosen = choice.filters[key] ?? [];
  if (!chosen.includes(id)) choice.filters = { ...choice.filters, [key]: [...chosen, id] };
  return true;
}

export function without(filters, key, id) {
  const left = (filters[key] ?? []).filter((other) => other !== id);
  const rest = { ...filters, [key]: left };
  if (!left.length) delete rest[key];
  return rest;
}

// -- the choice as a command, as Filter.flags() has it

export function flags(index, choice) {
  const parts = index.data.flags ? [index.data.flags] : [];
  for (const { key, flag } of index.facets) {
    const chosen = choice.filters[key] ?? [];
    if (key === "core") {
      if (chosen.length === 1) parts.push(chosen[0] === "true" ? "--kern" : "--geen-kern");
    } else parts.push(...chosen.map((id) => `--${flag} ${quoted(id)}`));
  }
  if (choice.search.trim()) parts.push(`--zoek ${quoted(choice.search)}`);
  if (choice.general && choice.filters.parent_group) parts.push("--met-algemeen");
  return parts.join(" ");
}

function quoted(text) {
  const line = text.trim().split(/\s+/).join(" ");
  return /^\w[\w./-]*$/.test(line) ? line : `"${line.replace(/(["\\$`])/g, "\\$1")}"`;
}

export function command(index, choice) {
  const language = choice.language === "en" ? ["--taal en"] : [];
  const name = choice.language === "en" ? "brief.docx" : "kennisnotitie.docx";
  return ["ouderevidence brief", flags(index, choice), ...language, `-o ${name}`].filter(Boolean).join(" ");
}

export function readyBriefs(index, choice) {
  if (choice.search.trim() || (choice.general && choice.filters.parent_group)) return [];
  const chosen = canonical(choice.filters);
  return index.data.briefs.filter((brief) => brief.language === choice.language && canonical(brief.filters) === chosen);
}

function canonical(filters) {
  const entries = Object.entries(filters).filter(([, ids]) => ids.length).map(([key, ids]) => [key, [...ids].sort()]);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

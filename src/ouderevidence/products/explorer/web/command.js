// The choice as a command, as Filter.flags() has it, and the briefs that are ready for it.

/** @import { Choice, Filters, Index } from "./types.d.ts" */

/**
 * @param {Index} index
 * @param {Choice} choice
 */
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

/** @param {string} text */
function quoted(text) {
  const line = text.trim().split(/\s+/).join(" ");
  return /^\w[\w./-]*$/.test(line) ? line : `"${line.replace(/(["\\$`])/g, "\\$1")}"`;
}

/**
 * @param {Index} index
 * @param {Choice} choice
 */
export function command(index, choice) {
  const language = choice.language === "en" ? ["--taal en"] : [];
  const name = choice.language === "en" ? "brief.docx" : "kennisnotitie.docx";
  return ["ouderevidence brief", flags(index, choice), ...language, `-o ${name}`].filter(Boolean).join(" ");
}

/**
 * @param {Index} index
 * @param {Choice} choice
 */
export function readyBriefs(index, choice) {
  if (choice.search.trim() || (choice.general && choice.filters.parent_group)) return [];
  const chosen = canonical(choice.filters);
  return index.data.briefs.filter((brief) => brief.language === choice.language && canonical(brief.filters) === chosen);
}

/**
 * The same text for the same filters, in whatever order they were chosen.
 * @param {Filters} filters
 */
function canonical(filters) {
  const entries = Object.entries(filters)
    .filter(([, ids]) => ids.length)
    .map(([key, ids]) => /** @type {const} */ ([key, [...ids].sort()]));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

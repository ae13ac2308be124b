// A claim whole: where it stands, its level with reasons, caveats, and what each work says.

import { element, facts, filled, levelSign, link } from "./elements.js";

// `page` gives the words and does what is asked: { data, index, language, word(name), code(table, code), newTab,
// openClaim(id), showWork(number) }.
export function claimDetail(page, at) {
  const claim = page.data.claims[at];
  const { language } = page;
  return [
    page.heading(2, {}, page.word("level")),
    level(page, claim),
    claim.caveats.length > 0 && [page.heading(2, {}, page.word("caveats")), caveats(page, claim)],
    claim.links.length > 0 && [page.heading(2, {}, page.word("cited_works")), works(page, claim)],
    page.heading(2, {}, page.word("about")),
    facts([
      [page.word("place"), places(page, claim)],
      [page.word("hedge"), claim.hedge?.[language]],
      [page.word("kind"), [page.code("kind", claim.kind), claim.core ? ` (${page.word("core")})` : ""].join("")],
      ...page.index.facets.filter((facet) => claim.terms[facet.number].length).map((facet) => [
        capital(facet.label[language]), claim.terms[facet.number].map((n) => facet.values[n].label[language]).join(", "),
      ]),
      [page.word("programmes"), claim.programmes.join(", ")],
      [page.word("rests_on"), restsOn(page, claim)],
      ["Id", element("code", {}, claim.id)],
    ]),
  ];
}

export function levelBadge(page, code) {
  return element("span", { class: "level" }, levelSign(code), element("span", {}, page.code("level", code)));
}

function level(page, claim) {
  const meaning = page.data.codes.meaning[claim.level]?.[page.language];
  const reasons = claim.reasons.map((reason) => element("li", {}, reason[page.language]));
  const strongest = claim.strongest !== null && claim.without && claim.without !== claim.level;
  return [
    element("p", {}, levelBadge(page, claim.level), meaning ? `: ${meaning}.` : ""),
    reasons.length > 0 && element("ul", {}, ...reasons),
    strongest && element("p", {}, filled(page.word("without"), {
      work: page.data.works[claim.strongest].label[page.language], level: page.code("level", claim.without),
    }), "."),
  ];
}

function places(page, claim) {
  const sections = page.data.factsheets[claim.factsheet].sections;
  return claim.places.map((place) => element("span", { class: "place" },
    `${page.word("section")} ${place.section}`,
    sections[place.section] ? ` (${sections[place.section][page.language]})` : "",
    `, ${filled(page.word("from_to"), place)}`,
  )).concat(claim.quote ? element("span", { class: "place" }, page.word("quote")) : []);
}

function restsOn(page, claim) {
  return claim.rests_on.map((id) => element(
    "button", { type: "button", class: "link", onclick: () => page.openClaim(id) },
    page.data.claims[page.index.place.get(id)].statement[page.language],
  ));
}

function caveats(page, claim) {
  return element("ul", { class: "caveats" }, ...claim.caveats.map((caveat) => {
    const named = caveat.works.map((n) => page.data.works[n].label[page.language]);
    const from = [...named, ...caveat.sections.map((name) => `${page.word("section")} ${name}`)].join("; ");
    const seen = caveat.checked_on ? `, ${page.word("checked_on")} ${caveat.checked_on}` : "";
    return element("li", { dir: "auto" }, caveat.text[page.language], from ? ` (${page.word("source")}: ${from}${seen})` : "");
  }));
}

function works(page, claim) {
  return claim.links.map((cited) => {
    const work = page.data.works[cited.work];
    return element("section", { class: "work" },
      page.heading(3, { dir: "auto" }, work.label[page.language]),
      workTitle(page, work),
      facts([
        [page.word("judgement"), element("strong", {}, page.code("judgement", cited.judgement)),
          ` (${page.code("basis", cited.basis)})`],
        [page.word("doubt"), cited.note?.[page.language]],
        [page.word("finding"), work.finding?.[page.language]],
        [page.word("intent"), page.code("intent", cited.intent)],
        [page.word("as_cited"), `${cited.as_cited} (${page.word("section")} ${cited.section})`],
        [page.word("locator"), cited.locator],
        ...workFacts(page, work),
      ]),
      page.claimsOfWork(cited.work),
    );
  });
}

export function workTitle(page, work) {
  if (!work.title) return null;
  const published = work.published ? `. ${work.published}` : "";
  return element("p", { class: "title" },
    work.url ? link(work.url, work.title, page.newTab) : element("cite", { dir: "auto" }, work.title), published);
}

export function workFacts(page, work) {
  const doubt = work.identification !== "certain";
  return [
    [page.word("identified"), page.code("identification", work.identification)],
    [page.word("candidates"), doubt && work.alternatives.length > 0
      && element("ul", {}, ...work.alternatives.map((text) => element("li", {}, text[page.language])))],
    [page.word("design"), work.designs.map((label) => label[page.language]).join(", "),
      work.size ? `; ${work.size[page.language]}` : ""],
    [page.word("peer_reviewed"), page.code("peer_reviewed", work.peer_reviewed)],
    [page.word("countries"), work.countries.join(", ")],
    ["DOI", work.url?.startsWith("https://doi.org/") && link(work.url, work.url.slice(16), page.newTab)],
    [page.word("doubt"), work.spelling?.[page.language]],
  ];
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

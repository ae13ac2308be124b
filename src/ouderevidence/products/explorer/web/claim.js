// A claim whole: where it stands, its level with reasons, caveats, and what each work says.

import { evidenceBadge, levelBadge, workFacts, workTitle } from "./badges.js";
import { capital, element, facts, filled } from "./elements.js";

/** @import { Claim, Content, Page } from "./types.d.ts" */

/**
 * @param {Page} page
 * @param {number} at
 * @returns {Content[]}
 */
export function claimDetail(page, at) {
  const claim = page.data.claims[at];
  const { language } = page;
  return [
    page.heading(2, {}, page.word("level")),
    level(page, claim),
    claim.caveats.length > 0 && [page.heading(2, {}, page.word("caveats")), caveats(page, claim)],
    claim.links.length > 0 && [page.heading(2, {}, page.word("cited_works")), works(page, claim)],
    claim.supplements.length > 0 && [page.heading(2, {}, page.word("supplements")), supplements(page, claim)],
    page.heading(2, {}, page.word("about")),
    facts([
      [page.word("place"), places(page, claim)],
      [page.word("hedge"), claim.hedge?.[language]],
      [page.word("kind"), [page.code("kind", claim.kind), claim.core ? ` (${page.word("core")})` : ""].join("")],
      ...terms(page, claim),
      [page.word("programmes"), claim.programmes.join(", ")],
      [page.word("rests_on"), restsOn(page, claim)],
      ["Id", element("code", {}, claim.id)],
    ]),
  ];
}

/**
 * The words of each facet that the claim has itself.
 * @param {Page} page
 * @param {Claim} claim
 */
function terms({ index, language }, claim) {
  return index.facets.filter((facet) => claim.terms[facet.number].length).map((facet) => {
    const labels = claim.terms[facet.number].map((n) => facet.values[n].label[language]);
    return /** @type {[string, string]} */ ([capital(facet.label[language]), labels.join(", ")]);
  });
}

/**
 * Complementary research: works that the factsheet does not cite, found by us.
 * @param {Page} page
 * @param {Claim} claim
 */
function supplements(page, claim) {
  return claim.supplements.map((ours) => {
    const work = page.data.works[ours.work];
    return element("section", { class: "work" },
      page.heading(3, { dir: "auto" }, work.label[page.language]),
      workTitle(page, work),
      facts([
        [page.word("judgement"), page.code("judgement", ours.judgement)],
        [page.word("basis"), page.code("basis", ours.basis)],
        [page.word("doubt"), ours.note?.[page.language]],
        ...workFacts(page, work),
      ]));
  });
}

/**
 * @param {Page} page
 * @param {Claim} claim
 */
function level(page, claim) {
  const meaning = page.data.codes.meaning[claim.level]?.[page.language];
  const reasons = claim.reasons.map((reason) => element("li", {}, reason[page.language]));
  return [
    element("p", {}, levelBadge(page, claim.level), meaning ? `: ${meaning}.` : ""),
    reasons.length > 0 && element("ul", {}, ...reasons),
    withoutStrongest(page, claim),
    claim.searched && element("p", {}, `${capital(page.word("with_ours"))}: `, evidenceBadge(page, claim),
      ` (${claim.searched[page.language]})`),
    claim.missing && element("p", {}, `${page.word("missing")}: `, claim.missing[page.language]),
  ];
}

/**
 * What the level would be without the work that carries most of it, where that is another.
 * @param {Page} page
 * @param {Claim} claim
 */
function withoutStrongest(page, { level: own, strongest, without: lower }) {
  if (strongest === null || !lower || lower === own) return null;
  const work = page.data.works[strongest].label[page.language];
  return element("p", {}, filled(page.word("without"), { work, level: page.code("level", lower) }), ".");
}

/**
 * @param {Page} page
 * @param {Claim} claim
 */
function places(page, claim) {
  const sections = page.data.factsheets[claim.factsheet].sections;
  return claim.places.map((place) => element("span", { class: "place" },
    `${page.word("section")} ${place.section}`,
    sections[place.section] ? ` (${sections[place.section][page.language]})` : "",
    `, ${filled(page.word("from_to"), place)}`,
  )).concat(claim.quote ? element("span", { class: "place" }, page.word("quote")) : []);
}

/**
 * @param {Page} page
 * @param {Claim} claim
 */
function restsOn(page, claim) {
  return claim.rests_on.map((id) => element(
    "button", { type: "button", class: "link", onclick: () => page.acts.revealClaim(id) },
    page.data.claims.find((other) => other.id === id)?.statement[page.language],
  ));
}

/**
 * @param {Page} page
 * @param {Claim} claim
 */
function caveats(page, claim) {
  return element("ul", { class: "caveats" }, ...claim.caveats.map((caveat) => {
    const named = caveat.works.map((n) => page.data.works[n].label[page.language]);
    const from = [...named, ...caveat.sections.map((name) => `${page.word("section")} ${name}`)].join("; ");
    const seen = caveat.checked_on ? `, ${page.word("checked_on")} ${caveat.checked_on[page.language]}` : "";
    const source = from ? ` (${page.word("source")}: ${from}${seen})` : "";
    return element("li", { dir: "auto" }, caveat.text[page.language], source);
  }));
}

/**
 * @param {Page} page
 * @param {Claim} claim
 */
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
      claimsOfWork(page, cited.work),
    );
  });
}

/**
 * A button that shows all claims of a work; in the view of works, those of the choice.
 * @param {Page} page
 * @param {number} work
 * @param {number} [n]  How many claims.
 */
export function claimsOfWork(page, work, n = citing(page, work)) {
  const about = { n, work: page.data.works[work].label[page.language] };
  const words = filled(page.word(n === 1 ? "one_claim_of_work" : "claims_of_work"), about);
  const act = () => page.acts.chooseWork(work);
  return element("button", { type: "button", class: "link", "aria-label": words, onclick: act },
    page.choice.view === "works" ? `${n}` : words);
}

/**
 * @param {Page} page
 * @param {number} work
 */
function citing({ data }, work) {
  return data.claims.filter((claim) => claim.links.some((cited) => cited.work === work)).length;
}

// The choice as an address, as a command, and as what can be taken along.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fromHash, toHash } from "../../src/ouderevidence/products/explorer/web/choice.js";
import { command, flags, readyBriefs } from "../../src/ouderevidence/products/explorer/web/command.js";
import { emptyChoice, prepare } from "../../src/ouderevidence/products/explorer/web/selection.js";
import { clipboardTable, csv, references } from "../../src/ouderevidence/products/explorer/web/takeaway.js";
import { smallData } from "./small.js";

/** @import { Choice } from "../../src/ouderevidence/products/explorer/web/types.d.ts" */

const index = prepare(smallData());

/** @type {(choice: Partial<Choice>) => Choice} */
const choice = (some) => ({ ...emptyChoice(), ...some });

test("an address and back is the same choice", () => {
  /** @type {Partial<Choice>[]} */
  const choices = [
    {},
    { filters: { building_block: ["lezen", "praten"], parent_group: ["vaders"] }, general: true },
    { search: "vaders & meer=1 #2", view: "map", language: "en" },
    { order: "place" },
    { view: "works", claim: "b", filters: { year: ["2011-2013", "2015-2019"] } },
  ];
  for (const one of choices) {
    assert.deepEqual(fromHash(index, `#${toHash(index, choice(one))}`), { choice: choice(one), unknown: [] });
  }
  assert.equal(toHash(index, choice({})), "");
});

test("what an address says that means nothing is told, and the rest holds", () => {
  const hash = "#groep=vaders&groep=tantes&kleur=rood&taal=de&uitspraak=x&weergave=y";
  const { choice: read, unknown } = fromHash(index, hash);
  assert.deepEqual(read, choice({ filters: { parent_group: ["vaders"] } }));
  assert.deepEqual(unknown, ["groep=tantes", "kleur=rood", "taal=de", "uitspraak=x", "weergave=y"]);
});

test("flags are those of the command line", () => {
  const filters = { parent_group: ["vaders"], core: ["false"], year: ["2016"] };
  const wanted = "--groep vaders --jaar 2016 --geen-kern --met-algemeen";
  assert.equal(flags(index, choice({ filters, general: true })), wanted);
  assert.equal(flags(index, choice({ filters: { core: ["true"] } })), "--kern");
  assert.equal(flags(index, choice({ filters: { core: ["true", "false"] }, general: true })), "");
});

test("a search is quoted for a shell", () => {
  assert.equal(flags(index, choice({ search: " voor  lezen " })), '--zoek "voor lezen"');
  assert.equal(flags(index, choice({ search: 'a"b$c`d\\e' })), '--zoek "a\\"b\\$c\\`d\\\\e"');
  assert.equal(flags(index, choice({ search: "-x" })), '--zoek "-x"');
  assert.equal(flags(index, choice({ search: "lezen" })), "--zoek lezen");
});

test("the command makes the brief in the language that is shown", () => {
  assert.equal(command(index, choice({})), "ouderevidence brief -o kennisnotitie.docx");
  assert.equal(command(index, choice({ language: "en" })), "ouderevidence brief --taal en -o brief.docx");
});

test("a ready brief is offered for exactly its filters and language", () => {
  const filters = { parent_group: ["vaders"], core: [] };
  assert.equal(readyBriefs(index, choice({ filters })).length, 1);
  assert.equal(readyBriefs(index, choice({ filters, language: "en" })).length, 0);
  assert.equal(readyBriefs(index, choice({ filters, search: "x" })).length, 0);
  assert.equal(readyBriefs(index, choice({ filters, general: true })).length, 0);
  assert.equal(readyBriefs(index, choice({})).length, 0);
});

test("a cell of a CSV is quoted where it must, and never a formula", () => {
  const [head, row] = csv(index, [3], "nl").split("\r\n");
  assert.equal(head, "\ufeffid;Uitspraak");
  assert.ok(row.startsWith(`d;D;"'=Zeg ""nee""; of niet";bevinding;praten;`), row);
});

test("on the clipboard a text is never markup", () => {
  const { html, plain } = clipboardTable(index, [3], "nl");
  assert.match(html, /=Zeg &quot;nee&quot;; of niet/);
  assert.match(plain, /'=Zeg "nee"; of niet/);
});

test("references are those of the works, in the form asked for", () => {
  assert.equal(references(index, [0, 1], "nl", "bib"), "@jansen2018\n\n@pieters2016\n");
  assert.equal(references(index, [0, 1], "nl", "ris"), "TY jansen2018\nTY pieters2016\n");
  assert.deepEqual(JSON.parse(references(index, [0, 1], "nl", "json")), [{ id: "jansen2018" }, { id: "pieters2016" }]);
});

// The shapes that the explorer's modules share: the data as explorer/data.py writes them, the index over them, the
// choice of a visitor, and the page. Read by tsc alone; nothing of it runs.

export type Language = "nl" | "en";
export type View = "claims" | "map" | "works";
/** Best underpinned first, with complementary research; or as in the factsheet. */
export type Order = "best" | "place";
export type Form = "csv" | Reference;
export type Reference = "bib" | "ris" | "json";
export type Bilingual = Record<Language, string>;
export type Words = Record<string, Bilingual>;
export type Filters = Record<string, string[]>;

export interface Value { id: string; label: Bilingual; depth: number }
export interface ShownFacet { key: string; flag: string; label: Bilingual; shown: boolean; values: Value[] }
export interface Facet extends ShownFacet { number: number; place: Map<string, number> }

export interface Place { section: string; starts: string; ends: string }
export interface Caveat { text: Bilingual; works: number[]; sections: string[]; checked_on: Bilingual | null }

export interface Cited {
  work: number;
  as_cited: string;
  section: string | null;
  intent: string;
  judgement: string;
  basis: string;
  locator: string | null;
  note: Bilingual | null;
  counts: boolean;
}

export interface Supplement {
  work: number;
  intent: string;
  judgement: string;
  basis: string;
  note: Bilingual | null;
}

export interface Claim {
  id: string;
  code: string;
  statement: Bilingual;
  kind: string;
  core: boolean;
  hedge: Bilingual | null;
  missing: Bilingual | null;
  quote: boolean;
  places: Place[];
  level: string;
  evidence: string;
  contested: boolean;
  searched: Bilingual | null;
  supplements: Supplement[];
  reasons: Bilingual[];
  strongest: number | null;
  without: string | null;
  links: Cited[];
  caveats: Caveat[];
  rests_on: string[];
  programmes: string[];
  general: boolean;
  gap: number;
  factsheet: string;
  answers: number[][];
  terms: number[][];
}

export interface Work {
  key: string;
  label: Bilingual;
  title: string;
  authors: string;
  published: string;
  year: number | null;
  url: string | null;
  designs: Bilingual[];
  size: Bilingual | null;
  peer_reviewed: string;
  countries: Bilingual[];
  identification: string;
  finding: Bilingual | null;
  alternatives: Bilingual[];
  spelling: Bilingual | null;
  exports: Record<Language, { bib: string; ris: string; json: object }>;
}

export interface Factsheet {
  title: Bilingual;
  publisher: string;
  year: number | null;
  url: string | null;
  as_of: string;
  sections: Words;
}

export interface Brief { filters: Filters; language: Language; form: string; href: string }

export interface Data {
  version: string;
  flags: string;
  title: Bilingual;
  scope: Bilingual;
  factsheets: Record<string, Factsheet>;
  facets: ShownFacet[];
  claims: Claim[];
  /** Numbers of the claims, best underpinned first. */
  order: number[];
  works: Work[];
  search: SearchData;
  codes: Record<string, Words> & { gap: Bilingual[]; meaning: Words };
  columns: Record<Language, string[]>;
  separators: Record<Language, string>;
  words: Words;
  briefs: Brief[];
}

// -- search, as SearchIndex.to_data() gives it

/** An ending, the least letters before it, letters that may not stand before it, letters of which one must. */
export type Suffix = [ending: string, least: number, notAfter: string, after: string];

export interface WordTables {
  maxText: number;
  maxWords: number;
  maxLetters: number;
  minPart: number;
  stopWords: string[];
  letters: Record<string, string>;
  suffixes: Suffix[];
  short: string[];
  kept: string[];
}

export interface SearchData extends WordTables {
  claims: string[];
  forms: string[];
  /** Per form: number of a claim, weight, number of a claim, weight, ... */
  postings: number[][];
  families: string[][];
  phrases: [phrase: string[], family: string[]][];
}

export interface SearchIndex {
  data: SearchData;
  /** Stem to numbers of forms. */
  formsOf: Map<string, number[]>;
  /** Stem to the stems that mean the same. */
  familyOf: Map<string, string[]>;
  /** Form to its number. */
  number: Map<string, number>;
  signatures: number[];
  /** The forms, the stems, and the stems written backwards, each sorted. */
  forms: string[];
  keys: string[];
  backwards: string[];
}

/** Stem to strength, or number of a claim to weight. */
export type Strengths = Map<string, number>;
export type Weights = Map<number, number>;

export interface Hit { id: string; score: number; matched: string[] }

// -- choosing

export interface Choice {
  filters: Filters;
  general: boolean;
  search: string;
  order: Order;
  language: Language;
  view: View;
  claim: string | null;
}

export interface Index {
  data: Data;
  facets: Facet[];
  byKey: Map<string, Facet>;
  byFlag: Map<string, Facet>;
  /** Id of a claim to its number. */
  place: Map<string, number>;
  totals: Uint32Array[];
}

export interface Selection {
  /** Numbers of the claims kept, in the order shown. */
  kept: number[];
  /** Per claim a bit for each filter that says no; the bit after those of the facets is the search. */
  failing: Int32Array;
  matched: Map<number, string[]>;
  /** Per facet, how many claims each value would give with the other filters as they are. */
  counts: Uint32Array[];
}

// -- the page

export interface Options {
  /** To begin with. */
  choice?: Partial<Choice>;
  /** After each change. */
  onChoice?: (choice: Choice) => void;
  /** It is the page itself, so that it has the title, the landmarks and the address. */
  whole?: boolean;
  /** A link would lose the reader's work. */
  newTab?: boolean;
}

export interface ValueBox {
  facet: Facet;
  at: number;
  value: Value;
  box: HTMLInputElement;
  count: HTMLElement;
  label: HTMLElement;
}

/** The elements that change with the choice; made anew by each build. */
export interface Parts {
  frame: HTMLElement;
  search: HTMLInputElement;
  filters: HTMLDetailsElement;
  chosenAll: HTMLElement;
  chosen: Map<string, HTMLElement>;
  values: ValueBox[];
  general: HTMLInputElement | null;
  views: HTMLButtonElement[];
  order: HTMLElement;
  heading: HTMLElement;
  status: HTMLElement;
  chips: HTMLElement;
  content: HTMLElement;
  more: HTMLElement;
  say: HTMLElement;
  brief: HTMLElement;
}

export type Focus = "results" | undefined;

/** What a visitor can do; each leaves the page showing what it gives. */
export interface Acts {
  change(next: Partial<Choice>, focus?: Focus): void;
  toggle(key: string, id: string, on: boolean, focus?: Focus): void;
  clearSearch(): void;
  clearAll(): void;
  switchLanguage(language: Language): void;
  chooseCell(row: string, column: string): void;
  chooseWork(work: number): void;
  showMost(most: number): void;
  toggleClaim(at: number): void;
  closeClaim(): void;
  revealClaim(id: string): void;
  onKey(event: KeyboardEvent): void;
}

export interface Page {
  readonly root: HTMLElement;
  readonly data: Data;
  readonly index: Index;
  readonly options: Options;
  readonly acts: Acts;
  /** How many claims are shown at first, and more each time. */
  readonly step: number;
  readonly parts: Parts;
  choice: Choice;
  selection: Selection;
  /** Parts of the address that mean nothing here. */
  unknown: string[];
  most: number;
  /** Shows the claims that were left for the next frame. */
  rest: (() => void) | null;
  noting: ReturnType<typeof setTimeout> | undefined;
  readonly language: Language;
  readonly newTab: string | null;
  heading(depth: number, attributes: Attributes, ...content: Content[]): HTMLElement;
  word(name: string): string;
  code(table: string, code: string): string;
  isOpen(at: number): boolean;
}

// -- elements

export type Handler = (event: never) => void;
export type Attributes = Record<string, string | number | boolean | null | undefined | Handler>;
export type Content = Node | string | false | null | undefined | Content[];

/** What anywidget hands to `render`. */
export interface WidgetModel {
  get(name: "sheet"): string;
  get(name: "data"): Data;
  get(name: "choice"): Choice;
  set(name: "choice", value: Choice): void;
  save_changes(): void;
  on(event: string, act: () => void): void;
  off(event: string, act: () => void): void;
}

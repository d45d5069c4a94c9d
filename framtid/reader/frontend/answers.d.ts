// Written by `python -m framtid schema write` from the models of the answers; not by hand.

/** A chapter of a story. */
export interface Act {
  id: string;
  title: string;
  subtitle: string;
}

/** Whether the sum of a year adds up. */
export interface AddsUp {
  year: number;
  hands: Covered;
  kroner: Covered;
}

/** Man-years in care by year, if use by age develops otherwise. */
export interface Assumption {
  id: string;
  title: string;
  care_man_years: number[];
}

/** The same choices begun so many years later, in figures as they are told. */
export interface BegunLater {
  wait: number;
  first: number;
  path: string;
  unfilled: number;
  gap: number;
  balance_per_inhabitant: number;
  accumulated: number;
}

/** The causal map of a place: the answer of ``causes``. */
export interface CausesAnswer {
  edition: string;
  language: string;
  place: NamedPlace;
  year: number;
  nodes: DescribedNode[];
  links: DescribedLink[];
  loops: DescribedLoop[];
  chain: DescribedChain;
}

/** How sure we are of a figure, from read in a source to a judgement of our own. */
export type Certainty = "indicative" | "judgement" | "solid";

/** A degree of certainty, in words. */
export interface CertaintyWords {
  id: Certainty;
  label: string;
  means: string;
}

/** A place along a path: the answer of ``choice``. */
export interface Choice {
  path: DescribedPath;
  link_note: string | null;
  recount: Record<string, string> | null;
  levers: Record<string, number>;
  meter: Meter;
  sentences: string[];
  switches: Record<string, string>;
  assumed: string[];
  reached: string[];
  changes: LeverChange[];
  warnings: PathWarning[];
  picture: DocumentView;
}

/** Stands that do not go together, and why. */
export interface Clash {
  stands: Taken[];
  text: string;
}

/** How much of what is needed is there. */
export interface Covered {
  covered: number;
  enough: boolean;
}

/** A day in 2040, hour by hour: in the two ends, or along the path that was chosen. */
export interface Day {
  kind: "day";
  versions: DayVersion[];
}

/** A day along one path. */
export interface DayVersion {
  tone: "dark" | "light" | "plain";
  name: string;
  heading: string;
  hours: Hour[];
}

/** The way through the map that a place feels most: from a development to what may help. */
export interface DescribedChain {
  nodes: string[];
  leads: string[];
  helps: string;
  hinders: string;
}

/** A question to the council with its words, and where either answer leads. */
export interface DescribedDilemma {
  id: string;
  words: DilemmaText;
  decides: string[];
  if_yes: Record<string, number>;
  if_no: Record<string, number>;
  yes: string;
  no: string;
  certainty: Certainty;
  source: Publication;
}

/** A goal one can ask the levers to reach. */
export interface DescribedGoal {
  id: string;
  title: string;
  text: string;
}

/** An indicator in words. */
export interface DescribedIndicator {
  title: string;
  unit: string;
  unit_label: string;
  formula: string;
  certainty: Certainty;
  certainty_label: string;
  own: boolean;
  whose: string;
  sources: Publication[];
}

/** A level of a lever. */
export interface DescribedLevel {
  level: number;
  part: string;
  words: string;
  value: number;
  value_label: string | null;
  starting: number;
  running: number;
  cost_label: string | null;
}

/** A lever with its words, levels and sheet. */
export interface DescribedLever {
  id: string;
  group: string;
  group_label: string;
  title: string;
  short: string;
  promise: string;
  levels: DescribedLevel[];
  unit: string;
  range: number[];
  from: number;
  to: number;
  certainty: Certainty;
  certainty_label: string;
  source: Publication;
  decides: string[];
  aims: Record<string, "down" | "up">;
  sheet: SheetPart[];
}

/** How one node leads to another, in words. */
export interface DescribedLink {
  start: string;
  end: string;
  sign: "less" | "more";
  text: string;
  certainty: Certainty;
  certainty_label: string;
  source: Publication;
}

/** A ring of nodes that leads back to where it began. */
export interface DescribedLoop {
  nodes: string[];
  reinforces: boolean;
  text: string;
}

/** An indicator that a reader may set a goal for. */
export interface DescribedMeasure {
  id: string;
  title: string;
  unit: string;
  unit_label: string;
  today: number;
  direction: "at_least" | "at_most";
}

/** A node of the map in words. */
export interface DescribedNode {
  id: string;
  kind: "area" | "barrier" | "challenge" | "development";
  kind_label: string;
  title: string;
  text: string;
  certainty: Certainty;
  certainty_label: string;
  source: Publication;
  figure: NodeFigure | null;
  removes: string[];
  levers: Hanging[];
  dilemmas: Hanging[];
  projects: Hanging[];
}

/** A pathway: its code, name, words, levels and the place's own note on it. */
export interface DescribedPath {
  code: string;
  name: string | null;
  title: string;
  text: string | null;
  note: string | null;
  counted: string | null;
  levels: Record<string, number>;
  starts: Record<string, number>;
}

/** A project in words. */
export interface DescribedProject {
  id: string;
  title: string;
  text: string;
  owner: string;
  places: string[];
  places_said: string[];
  area: Touched;
  stage: "ended" | "planned" | "spreading" | "trial" | "used";
  stage_label: string;
  year: number | null;
  answers: Touched[];
  meets: Touched[];
  publisher: string;
  link: string;
}

/** One setting of a switch. */
export interface DescribedSetting {
  id: string;
  title: string;
  text: string;
}

/** A switch beside the levers, with its settings. */
export interface DescribedSwitch {
  id: string;
  title: string;
  text: string;
  usual: string;
  settings: DescribedSetting[];
}

/** What stays on the page whatever is chosen: the answer of ``choices``. */
export interface Desk {
  version: 1;
  levers: DescribedLever[];
  paths: DescribedPath[];
  goals: DescribedGoal[];
  language: string;
  code_version: string;
  place: NamedPlace;
  steps: Record<string, string>;
  certainties: CertaintyWords[];
  pictures: PictureName[];
  switches: DescribedSwitch[];
  measures: DescribedMeasure[];
  labels: Record<string, string>;
}

/** A dilemma in words, both sides argued at equal length. */
export interface DilemmaText {
  title: string;
  question: string;
  favour: string;
  against: string;
  price: string;
}

/** The dilemmas that a place meets: the answer of ``dilemmas``. */
export interface Dilemmas {
  place: string;
  dilemmas: DescribedDilemma[];
}

/** A story told for a place. */
export interface Document {
  version: 1;
  story: string;
  language: string;
  title: string;
  description: string;
  edition: string;
  updated: string;
  place: NamedPlace;
  acts: Act[];
  steps: DocumentStep[];
  views: Record<string, DocumentView>;
  labels: Record<string, string>;
  choice?: Fork;
  onward?: NextStep[];
  pictures?: NextStep[];
  readings?: Reading[];
  drawings?: Record<string, Drawing>;
  was?: Record<string, string>;
  contents?: boolean;
}

/** One state of a view's figure. */
export interface DocumentFrame {
  title: string;
  alt: string;
  figure: PlotlyFigure;
}

/** Where a view's figures come from, in a reader's words. */
export interface DocumentSource {
  id: string;
  title: string;
  publisher: string;
  licence: string;
  link: string;
  date: string;
  label: string;
}

/** A step: prose beside a figure. */
export interface DocumentStep {
  id: string;
  act: string;
  heading: string;
  html: string;
  view: string;
  frame: string;
  ask: "levers" | "onward" | "path" | "place" | null;
  more?: Guess | You | Day | Front | Example;
}

/** The figures behind a view, in rows. */
export interface DocumentTable {
  caption: string;
  columns: TableColumn[];
  rows: ((string | number | null)[])[];
  tongues?: Record<string, string>;
}

/** A view of a place. */
export interface DocumentView {
  id: string;
  name: string;
  place: string;
  place_name: string;
  subtitle: string;
  brief: string;
  action: string;
  frames: Record<string, DocumentFrame>;
  table: DocumentTable;
  sources: DocumentSource[];
  csv: string;
  embed: string;
}

/** A drawing of our own. */
export interface Drawing {
  svg: string;
  alt: string;
}

/** What is answered when something that was asked for is not here, or not right. */
export interface ErrorAnswer {
  error: string;
  message: string;
  fault?: string;
}

/** A municipality that has begun, what came of it, and who says so. */
export interface Example {
  kind: "example";
  place: string;
  heading: string;
  html: string;
  why: string;
  sources: ExampleSource[];
}

/** Where an example is known from. */
export interface ExampleSource {
  label: string;
  link: string;
  tongue?: string;
}

/** Where the figures of a file come from. */
export interface FileSource {
  label: string;
  publisher: string;
  licence: string;
  link: string;
  date: string;
}

/** What an answer does to a lever. */
export interface Follows {
  lever: string;
  title: string;
  words: string;
}

/** What the story lets its reader choose, and what was chosen. */
export interface Fork {
  code: string;
  title: string;
  note: string | null;
  recount: Record<string, string> | null;
  paths: ForkPath[];
  rest: string;
  levers: ForkLever[];
  result: string[];
}

/** A level of a lever. */
export interface ForkLevel {
  name: string;
  words: string;
  part: string;
  chosen: boolean;
}

/** A lever that a story lets its reader pull. */
export interface ForkLever {
  id: string;
  title: string;
  levels: ForkLevel[];
}

/** A named path that a story offers. */
export interface ForkPath {
  code: string;
  title: string;
  text: string;
  tone: "dark" | "light" | "plain";
  chosen: boolean;
}

/** The front page of the local paper in 2040. */
export interface Front {
  kind: "front";
  paper: string;
  date: string;
  versions: FrontVersion[];
}

/** A front page along one path. */
export interface FrontVersion {
  tone: "dark" | "light" | "plain";
  name: string;
  heading: string;
  drawing: string;
  html: string;
}

/** A game of four councils in a municipality, as far as it is played. */
export interface GameAnswer {
  edition: string;
  place: string;
  game: string;
  note: "broken" | "partly" | "unknown_version" | null;
  over: boolean;
  case: string | null;
  path: string;
  councils: SatCouncil[];
  years: GameYear[];
}

/** One year of a game, as the drawn years went; man-years, kroner and persons. */
export interface GameYear {
  year: number;
  gap: number;
  gap_as_today: number;
  gap_expected: number;
  balance_per_inhabitant: number;
  outside: number;
  people: number;
}

/** A number of people that the reader guesses before it is shown. */
export interface Guess {
  kind: "guess";
  since: number;
  history: number[];
  future: number[];
  low: number;
  high: number;
  html: string;
}

/** A lever or a dilemma that touches a node. */
export interface Hanging {
  id: string;
  title: string;
}

/** The answer of ``/health``. */
export interface Health {
  ok: boolean;
  edition: string;
  uptime: number;
}

/** One moment of a day. */
export interface Hour {
  at: string;
  drawing: string;
  html: string;
}

/** A place by the name that is told apart from namesakes. */
export interface LabelledPlace {
  code: string;
  name: string;
}

/** How large a place is; the value is what addresses and files say. */
export type Level = "county" | "municipality" | "nation" | "region";

/** A lever that is not as today. */
export interface LeverChange {
  lever: string;
  title: string;
  level: number;
  words: string;
  undo: string;
}

/** A story in a list. */
export interface Listed {
  id: string;
  title: string;
  description: string;
  language: string;
  address: string;
  document: string;
}

/** A place in a list to search. */
export interface ListedPlace {
  code: string;
  level: Level;
  name: string;
  short: string;
  label: string;
  tongues?: Record<string, string>;
  region?: string;
  county?: string;
  also?: string[];
  former?: string[];
  former_codes?: string[];
  found_by?: string;
}

/** A table of the snapshot. */
export interface ListedTable {
  name: string;
  title: string;
  publisher: string;
  table: string;
  licence: string;
  link: string;
  date: string;
  years: string;
  unit: string;
  note: string;
  rows: number;
  columns: Record<string, string>;
  sha256: string;
}

/** Whether hands and kroner suffice. */
export interface Meter {
  year: number;
  verdict: "both" | "hands" | "kroner" | "neither";
  text: string;
  scales: MeterScale[];
  effort: TeamEffort | null;
}

/** How much of what is missing of hands or kroner a path makes up for. */
export interface MeterScale {
  id: "hands" | "kroner";
  closed: number;
  verdict: "enough" | "farther" | "little" | "nearly" | "some";
  title: string;
  word: string;
  text: string;
  unit: string;
}

/** The place that an answer is about. */
export interface NamedPlace {
  code: string;
  level: Level;
  name: string;
  short: string;
  inside: string;
}

/** Where a reader may go from a story's end. */
export interface NextStep {
  text: string;
  address: string;
}

/** What a place's own figures say of a node, beside the nation. */
export interface NodeFigure {
  label: string;
  place: number;
  nation: number;
  unit: "percent" | "ratio" | "share";
  place_said: string;
  nation_said: string;
  weight: number;
  weight_said: string;
  contrary: boolean;
}

/** What an address becomes, in the words of https://oembed.com. */
export interface OEmbed {
  version: "1.0";
  type: "rich";
  provider_name: string;
  provider_url: string;
  title: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  cache_age: number;
}

/** A place along a pathway: the answer of ``outlook``. */
export interface OutlookAnswer {
  version: 1;
  edition: string;
  language: string;
  place: NamedPlace;
  alternative: string;
  state: "history" | "nothing" | "wholly";
  use: "constant" | "healthier" | "trend";
  own: string;
  own_said: string;
  path: DescribedPath;
  link_note: string | null;
  years: number[];
  indicators: Record<string, DescribedIndicator>;
  series: Record<string, Series>;
  assumptions: Assumption[];
  pyramids: Record<string, Pyramids>;
  levers: Record<string, number>;
  changes: LeverChange[];
  warnings: PathWarning[];
  told: Record<string, Record<string, ToldFigure>>;
  adds_up: AddsUp;
}

/** What does not add up in a path. */
export interface PathWarning {
  id: string;
  kind: "capped" | "double" | "impossible" | "weak";
  suggestion: Record<string, number>;
  values: Record<string, number>;
  text: string;
  suggested: string;
}

/** A view that shows a pathway. */
export interface PictureName {
  id: string;
  name: string;
}

/** The answer of ``places.json``: all places, or those a query may mean, best first. */
export interface Places {
  edition: string;
  places: ListedPlace[];
}

/** A Plotly figure. */
export interface PlotlyFigure {
  data: Record<string, any>[];
  layout: Record<string, any>;
}

/** The answer of ``projects.json``. */
export interface Projects {
  projects: DescribedProject[];
}

/** Where a figure is known from. */
export interface Publication {
  id: string;
  title: string;
  publisher: string;
  year: number;
  link: string;
  tongue?: string;
}

/** People by age, 0 and up. */
export interface Pyramid {
  men: number[];
  women: number[];
}

/** A year's people along the path and the official line. */
export interface Pyramids {
  path: Pyramid;
  official: Pyramid;
}

/** A way to read a story, for the same place and path. */
export interface Reading {
  way: "article" | "print" | "scroll" | "slides";
  text: string;
  address: string;
}

/** What one's stands lead to. */
export interface Result {
  sentences: string[];
  meter: Meter;
  follows: Follows[];
  collisions: Clash[];
}

/** One council: what it meets, and what it has answered. */
export interface SatCouncil {
  first: number;
  until: number;
  agenda: string[];
  favoured: string[];
  refused: string[];
  put_off: string[];
  room: number;
  spent: number;
}

/** An indicator by year: along the path, the official line, and between alternatives. */
export interface Series {
  path: number[];
  official: number[];
  low: number[];
  high: number[];
}

/** A part of a lever's one-page sheet. */
export interface SheetPart {
  id: string;
  heading: string;
  text: string;
}

/** A municipality now and in 2040. */
export interface Side {
  place: string;
  name: string;
  distance: number;
  people_now: number;
  people: number;
  aged_now: number;
  aged: number;
  carers_now: number;
  carers: number;
  carers_low: number;
  carers_high: number;
  carers_change: number;
  pace: "faster" | "same" | "slower";
}

/** A municipality beside those that are like it: the answer of ``similar``. */
export interface SimilarAnswer {
  edition: string;
  language: string;
  place: string;
  base_year: number;
  year: number;
  by: string;
  choices: SimilarChoice[];
  own: Side;
  similar: Side[];
  text: SimilarText;
}

/** One thing that municipalities may be alike in. */
export interface SimilarChoice {
  id: string;
  name: string;
  method: string;
}

/** What is said of them. */
export interface SimilarText {
  title: string;
  pace: string;
  far: string;
}

/** A place's dilemmas as statements, and where one's stands lead: the answer of ``stands``. */
export interface StandsAnswer {
  edition: string;
  language: string;
  place: string;
  stands: string;
  note: "broken" | "partly" | null;
  path: string;
  statements: Statement[];
  result: Result;
}

/** A statement to agree with or not, with both sides and what the figures say. */
export interface Statement {
  id: string;
  code: string;
  statement: string;
  words: DilemmaText;
  decides: string[];
  figures: string[];
  yes: Follows[];
  no: Follows[];
  source: Publication;
  certainty: string;
  stand: boolean | null;
}

/** The answer of ``stories.json``. */
export interface Stories {
  edition: string;
  stories: Listed[];
}

/** A column of a view's table. */
export interface TableColumn {
  key: string;
  label: string;
  decimals: number | null;
}

/** The answer of ``tables.json``. */
export interface Tables {
  edition: string;
  updated: string;
  tables: ListedTable[];
}

/** A dilemma that a stand is taken on. */
export interface Taken {
  id: string;
  title: string;
}

/** How much more a path asks of each hour, and what anyone has achieved of it. */
export interface TeamEffort {
  share: number;
  a_year: number;
  text: string;
  anchor: string;
}

/** An indicator of one year, each figure rounded by itself; the sentence says where it shows. */
export interface ToldFigure {
  now: number;
  official: number;
  path: number;
  difference: number;
  sentence?: string;
}

/** A node of the causal map that a project touches. */
export interface Touched {
  id: string;
  title: string;
}

/** All that is said of a view: the answer of ``views/{view}/{place}.json``. */
export interface ViewFile {
  view: string;
  place: LabelledPlace;
  language: string;
  path: string;
  edition: string;
  updated: string;
  title: string;
  subtitle: string;
  alt: string;
  action: string;
  sentences: string;
  citation: string;
  sources: FileSource[];
  columns: TableColumn[];
  rows: ((string | number | null)[])[];
}

/** The answer of ``views.json``. */
export interface Views {
  edition: string;
  views: string[];
  levels: Record<string, Level[]>;
}

/** What the same choices give when they begin a council term or two later. */
export interface WaitingAnswer {
  edition: string;
  language: string;
  place: string;
  path: string;
  year: number;
  begun: BegunLater[];
  unfilled_as_today: number;
  fewer_because: "people" | "weaker" | null;
  text: WaitingText;
}

/** The price of waiting in sentences; those of a path that is as today are empty. */
export interface WaitingText {
  title: string;
  hands: string;
  goal: string;
  kroner: string;
}

/** A set of lever changes towards a goal. */
export interface Way {
  code: string;
  reached: boolean;
  value: number;
  text: string;
  reaches: string[];
  newly: string[];
  taken_back: string[];
  cost: number;
  moves: LeverChange[];
}

/** What it would take to reach a goal: the answer of ``ways``. */
export interface Ways {
  version: 2;
  goal: string;
  title: string;
  indicator: string;
  year: number;
  direction: "at_least" | "at_most";
  target: number;
  today: number;
  value: number;
  outcome: "already" | "far" | "reached";
  text: string;
  rest: string[];
  answers: Way[];
}

/** A small table that a birth year is looked up in, in the browser. */
export interface You {
  kind: "you";
  now: number;
  goal: number;
  here: number[];
  later: number[];
}

/**
 * The shapes the reader works with; the same as `framtid/stories/document.schema.json`.
 *
 * @typedef {{code: string, level: string, name: string, short: string, inside?: string}} DocumentPlace
 * @typedef {{id: string, title: string, subtitle?: string}} Act
 * @typedef {{id: string, act: string, heading: string, html: string,
 *   view: string|null, frame: string|null, ask: string|null}} Step
 * @typedef {{data: Object<string, any>[], layout: Object<string, any>}} PlotlyFigure
 * @typedef {{title: string, alt: string, figure: PlotlyFigure}} Frame
 * @typedef {string|number|null} Cell
 * @typedef {{key: string, label: string, decimals: number|null}} Column
 * @typedef {{caption: string, columns: Column[], rows: Cell[][]}} Table
 * @typedef {{id: string, label: string, title: string, publisher: string, licence: string,
 *   link: string, date: string}} Source
 * @typedef {{id: string, name: string, place: string, place_name: string, subtitle: string, action: string,
 *   frames: Object<string, Frame>, table: Table, sources: Source[], csv: string, embed: string}} View
 * @typedef {Object<string, string>} Labels
 * @typedef {{version: number, story: string, language: string, title: string,
 *   description: string, edition: string, updated: string, place: DocumentPlace,
 *   acts: Act[], steps: Step[], views: Object<string, View>, labels: Labels,
 *   contents?: boolean, choice?: Choices, onward?: {text: string, address: string}[]}} Document
 *
 * @typedef {{code: string, title: string, text: string, tone: "light"|"plain"|"dark", chosen: boolean}} Road
 * @typedef {{id: string, title: string,
 *   levels: {name: string, words: string, part: string, chosen: boolean}[]}} Lever
 * @typedef {{code: string, title: string, note: string|null, paths: Road[], rest: string,
 *   levers: Lever[]}} Choices  What the story lets one choose, and what was chosen.
 *
 * @typedef {{code: string, level: string, name: string, short: string, label: string,
 *   county: string|null, also?: string[], former?: string[], former_codes?: string[], found_by?: string}} Place  One
 *   entry of places.json.
 * @typedef {"scroll"|"article"} Mode
 *
 * What Python hands over: addresses, how to show, and the few words needed before the document.
 * @typedef {{document: string, document_template: string|null, places: string, plotly: string,
 *   mode: Mode, opening: boolean, words: Labels}} Data
 *
 * What a view of the document may ask of the reader around it.
 * @typedef {{document: Document, data: Data, plotly: Promise<any>, mode: Mode, canScroll: boolean,
 *   arrived: (step: string) => void, choose: (choice: Choice, ask: string) => Promise<void>,
 *   switchMode: (mode: Mode) => void}} Context
 *
 * @typedef {{element: HTMLElement, ready: Promise<void>, goTo: (step: string, options?: GoOptions) => void,
 *   swap: (context: Context, asking: string) => void, drawAll: () => void, dispose: () => void}} Layout
 * @typedef {{place?: string, path?: string}} Choice  A place's code, a path's code.
 * @typedef {{focus?: boolean, smooth?: boolean}} GoOptions
 */

export {};

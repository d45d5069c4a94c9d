/**
 * The shapes the reader works with. What the API answers is in `answers.d.ts`, written from its models.
 *
 * @typedef {import("./answers").Document} Document
 * @typedef {import("./answers").DocumentStep} Step
 * @typedef {import("./answers").DocumentView} View
 * @typedef {import("./answers").DocumentFrame} Frame
 * @typedef {import("./answers").PlotlyFigure} PlotlyFigure
 * @typedef {import("./answers").TableColumn} Column
 * @typedef {import("./answers").ForkPath} Road
 * @typedef {import("./answers").ForkLever} Lever
 * @typedef {import("./answers").Fork} Choices  What the story lets one choose, and what was chosen.
 * @typedef {import("./answers").ListedPlace} Place
 * @typedef {string|number|null} Cell
 * @typedef {Record<string, string>} Labels
 * @typedef {"scroll"|"article"} Mode
 *
 * What Python hands over: addresses, how to show, and the few words needed before the document.
 * @typedef {{document: string, document_template: string|null, places: string, any_place: string, plotly: string,
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

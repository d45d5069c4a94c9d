/**
 * The shapes the reader works with. What the API answers is in `answers.d.ts`, written from its models.
 *
 * @typedef {import("./answers.d.ts").Document} Document
 * @typedef {import("./answers.d.ts").DocumentStep} Step
 * @typedef {import("./answers.d.ts").DocumentView} View
 * @typedef {import("./answers.d.ts").DocumentFrame} Frame
 * @typedef {import("./answers.d.ts").PlotlyFigure} PlotlyFigure
 * @typedef {import("./answers.d.ts").TableColumn} Column
 * @typedef {import("./answers.d.ts").ForkPath} Road
 * @typedef {import("./answers.d.ts").ForkLever} Lever
 * @typedef {import("./answers.d.ts").Fork} Choices  What the story lets one choose, and what was chosen.
 * @typedef {import("./answers.d.ts").ListedPlace} Place
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
 *   arrived: (step: string, how?: {chosen?: boolean}) => void, held: () => string|null, choose: (choice: Choice, ask: string, stay?: boolean) => Promise<void>,
 *   cameWithPath: boolean, switchMode: (mode: Mode) => void}} Context  `cameWithPath`: by its address
 *
 * @typedef {{element: HTMLElement, ready: Promise<void>, goTo: (step: string, options?: GoOptions) => void,
 *   swap: (context: Context, asking: string) => void, drawAll: () => void, dispose: () => void}} Layout
 * @typedef {{place?: string, path?: string}} Choice  A place's code, a path's code.
 * @typedef {{focus?: boolean, smooth?: boolean, chapter?: boolean}} GoOptions  `chapter`: by way of its page
 */

export {};

/**
 * The shapes of Veivalg: what `/api/v1/choices`, `/api/v1/choice` and `/api/v1/ways` answer.
 *
 * @typedef {Object<string, number>} Levels  Level by lever, 0 is as today.
 * @typedef {Object<string, number>} Starts  The year a lever begins, by lever, where it is not its own.
 * @typedef {{level: number, part: string, words: string, value_label: string|null, cost_label: string|null}} Level
 * @typedef {{id: string, group: string, group_label: string, title: string, short: string,
 *   levels: Level[], certainty: string, certainty_label: string}} Lever
 * @typedef {{code: string, name: string|null, title: string, text: string|null, note: string|null, counted: string|null,
 *   levels: Levels, starts: Starts}} Path
 * @typedef {{id: string, title: string, text: string}} Goal
 * @typedef {{code: string, level: string, name: string, short: string, inside: string}} Where
 * @typedef {{levers: Lever[], paths: Path[], goals: Goal[], language: string, code_version: string,
 *   place: Where, recount: {text: string, link: string, address: string}, steps: Object<string, string>, labels: import("../types.js").Labels,
 *   certainties: {id: string, label: string, means: string}[],
 *   pictures: {id: string, name: string}[]}} Desk  What stays whatever is chosen.
 *
 * @typedef {{id: string, closed: number, verdict: string, title: string, word: string, text: string, unit: string}} Scale
 * @typedef {{year: number, verdict: string, text: string, scales: Scale[]}} Meter
 * @typedef {{lever: string, title: string, level: number, words: string, undo: string}} Change
 * @typedef {{id: string, text: string, suggested: string}} Warning
 * @typedef {{path: Path, link_note: string|null, levers: Levels, meter: Meter, sentences: string[],
 *   reached: string[], changes: Change[], warnings: Warning[],
 *   picture: import("../types.js").View}} Choice  A place along a path.
 *
 * @typedef {{code: string, reached: boolean, text: string, moves: Change[]}} Way
 * @typedef {{goal: string, title: string, outcome: string, text: string, answers: Way[]}} Ways
 *
 * What Python hands over: addresses, and the few words needed before the first answer.
 * @typedef {{place: string, choices: string, choice: string, ways: string, places: string,
 *   plotly: string, pages: {told_back: string, compare: string, lever: string},
 *   words: import("../types.js").Labels}} Data
 *
 * What a part of the page may know and ask of the whole.
 * @typedef {{desk: Desk, data: Data, plotly: Promise<any>,
 *   go: (path: string) => void, move: (lever: string, level: number) => void,
 *   undo: () => void, look: (picture: string) => void, aim: (goal: string|null) => void,
 *   settle: (choice: import("../types.js").Choice) => Promise<void>}} Context
 */

export {};

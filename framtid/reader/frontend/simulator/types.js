/**
 * The shapes of Veivalg. What the API answers is in `../answers.d.ts`, written from its models.
 *
 * @typedef {Record<string, number>} Levels  Level by lever, 0 is as today.
 * @typedef {import("../answers").Desk} Desk  What stays whatever is chosen.
 * @typedef {import("../answers").Choice} Choice  A place along a path.
 * @typedef {import("../answers").Ways} Ways
 * @typedef {import("../answers").Way} Way
 * @typedef {import("../answers").DescribedLever} Lever
 * @typedef {import("../answers").DescribedPath} Path
 * @typedef {import("../answers").DescribedGoal} Goal
 * @typedef {import("../answers").MeterScale} Scale
 * @typedef {import("../answers").Meter} Meter
 * @typedef {import("../answers").LeverChange} Change
 * @typedef {import("../answers").PathWarning} Warning
 *
 * What Python hands over: addresses, and the few words needed before the first answer.
 * @typedef {{place: string, choices: string, choice: string, ways: string, places: string, any_place: string,
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

/**
 * The shapes of Veivalg. What the API answers is in `../answers.d.ts`, written from its models.
 *
 * @typedef {Record<string, number>} Starts  The year a lever begins, by lever, where it is not its own.
 * @typedef {Record<string, number>} Levels  Level by lever, 0 is as today.
 * @typedef {Record<string, string>} Assumed  What is assumed of the world around, by switch, where it is not as usual.
 * @typedef {import("../answers.d.ts").Desk} Desk  What stays whatever is chosen.
 * @typedef {import("../answers.d.ts").Choice} Choice  A place along a path.
 * @typedef {import("../answers.d.ts").Ways} Ways
 * @typedef {import("../answers.d.ts").Way} Way
 * @typedef {import("../answers.d.ts").DescribedLever} Lever
 * @typedef {import("../answers.d.ts").DescribedPath} Path
 * @typedef {import("../answers.d.ts").DescribedGoal} Goal
 * @typedef {import("../answers.d.ts").MeterScale} Scale
 * @typedef {import("../answers.d.ts").Meter} Meter
 * @typedef {import("../answers.d.ts").LeverChange} Change
 * @typedef {import("../answers.d.ts").PathWarning} Warning
 *
 * What Python hands over: addresses, and the few words needed before the first answer.
 * @typedef {{place: string, choices: string, choice: string, ways: string, places: string, any_place: string,
 *   plotly: string, pages: {told_back: string, debate: string, workbook: string, own: string, compare: string, councils: string, stands: string, lever: string},
 *   words: import("../types.js").Labels}} Data
 *
 * What a part of the page may know and ask of the whole.
 * @typedef {{desk: Desk, data: Data, plotly: Promise<any>,
 *   go: (path: string) => void, move: (lever: string, level: number) => void,
 *   undo: () => void, assume: (switches: Assumed) => void, look: (picture: string) => void, aim: (goal: string|null) => void,
 *   wish: (wishes: import("./wishes.js").Wishes) => void, wishes: import("./wishes.js").Wishes,
 *   settle: (choice: import("../types.js").Choice) => Promise<void>}} Context
 */

export {};

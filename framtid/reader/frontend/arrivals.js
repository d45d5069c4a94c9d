/** The step one has come to: in the address, and in the browser's way back. */

import { rememberStep, stepInAddress } from "./address.js";

/** Milliseconds on a step after which one has been there, and may want to come back. */
const READ = 1500;

export class Arrivals {
  constructor() {
    /** @type {string|null} */
    this.step = stepInAddress();
    this.since = performance.now();
  }

  /**
   * The step of a document that the address names, or that one of old leads to.
   * @param {import("./types.js").Document} document
   */
  asked({ was = {} }) {
    const step = stepInAddress();
    return step && Object.hasOwn(was, step) ? was[step] : step;
  }

  /** A document has come: who was sent to a step of old goes to what it has become. @param {import("./types.js").Document} document */
  meet({ was = {} }) {
    if (!this.step || !Object.hasOwn(was, this.step)) return;
    this.step = was[this.step];
    rememberStep(this.step);
  }

  /**
   * Remember the step one has come to. The one before stays in the way back where one chose to leave
   * it or has read it, but not where one only scrolled past.
   * @param {string} step @param {{chosen?: boolean}} [how]
   */
  at(step, { chosen = false } = {}) {
    if (step === this.step) return;
    const now = performance.now();
    const anew = this.step !== null && (chosen || now - this.since > READ);
    this.since = now;
    this.step = step;
    rememberStep(step, { anew });
  }
}

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

/** Holds the step that is read while the window turns or narrows, until the reader moves on. */

const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];

export class Hold {
  /**
   * @param {Element} root what changes height as figures and words find their room
   * @param {() => string|null} reading the step that is read
   * @param {(step: string) => void} again brings a step back into sight
   */
  constructor(root, reading, again) {
    this.reading = reading;
    /** The step that is held, or null. @type {string|null} */
    this.step = null;
    this.width = innerWidth;
    // Not for a change of height alone: a browser's own bars come and go while one scrolls.
    this.turn = () => {
      if (innerWidth === this.width) return;
      this.width = innerWidth;
      this.take();
    };
    this.release = () => { this.step = null; };
    addEventListener("resize", this.turn);
    for (const move of MOVES) addEventListener(move, this.release, { passive: true, capture: true });
    this.settling = new ResizeObserver(() => { if (this.step) again(this.step); });
    this.settling.observe(root);
  }

  take() {
    this.step ??= this.reading();
  }

  dispose() {
    this.settling.disconnect();
    removeEventListener("resize", this.turn);
    for (const move of MOVES) removeEventListener(move, this.release, { capture: true });
  }
}

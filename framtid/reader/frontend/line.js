/** Which step is being read: the one that crosses a line a little below the middle. */

const BESIDE = 0.6;
const BELOW = 0.45;

/**
 * Watch the steps and chapter headings under `stage` cross the reading line.
 * @param {HTMLElement} stage
 * @param {HTMLElement|null} panel the figure that stays; on a narrow page it covers the upper part
 * @param {(step: string) => void} reach called with the id of the step that crosses
 * @param {() => void} [resized] called when the room has changed, and the text has moved with it
 */
export function watchLine(stage, panel, reach, resized = () => {}) {
  /** @type {IntersectionObserver|null} */
  let observer = null;
  const stop = () => {
    observer?.disconnect();
    resizing.disconnect();
  };
  const watch = () => {
    observer?.disconnect();
    const line = readingLine(stage, panel);
    observer = new IntersectionObserver((entries) => {
      const crossing = entries.filter((entry) => entry.isIntersecting).at(-1);
      if (crossing) reach(stepOf(crossing.target));
    }, { rootMargin: `-${line}px 0px -${innerHeight - line - 1}px 0px` });
    for (const node of stage.querySelectorAll(".step, .chapter:not(.chapter--first)")) observer.observe(node);
  };
  let size = "";
  const resizing = new ResizeObserver(([{ contentRect }]) => {
    // An article also grows and shrinks by itself, when a table is unfolded.
    const now = panel ? `${contentRect.width} ${contentRect.height}` : `${contentRect.width}`;
    if (size && size !== now) resized();
    size = now;
    watch();
  });
  const start = () => resizing.observe(panel ?? stage);
  start();
  return { start, stop };
}

/** @param {HTMLElement} stage @param {HTMLElement|null} panel */
function readingLine(stage, panel) {
  if (!panel || isBeside(stage, panel)) return Math.round(innerHeight * BESIDE);
  const covered = visibleFrom(stage, panel);
  return Math.round(covered + (innerHeight - covered) * BELOW);
}

/** @param {HTMLElement} stage @param {HTMLElement} panel */
function isBeside(stage, panel) {
  return panel.offsetWidth < stage.clientWidth - 1;
}

/** From which height text is in sight: under the page's head, and a figure that lies above it. @param {HTMLElement} stage @param {HTMLElement} panel */
export function visibleFrom(stage, panel) {
  const top = parseFloat(getComputedStyle(stage).getPropertyValue("--reader-top")) || 0;
  return isBeside(stage, panel) ? top : top + panel.offsetHeight;
}

/** A chapter heading stands for the first step of its act. @param {Element} node */
function stepOf(node) {
  const step = node.matches(".step") ? node : node.parentElement?.querySelector(".step");
  return step?.id ?? "";
}

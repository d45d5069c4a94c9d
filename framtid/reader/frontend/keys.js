/** Arrow keys left and right, wherever the focus is but in something that needs them itself. */

const OWN_ARROWS = "input, textarea, select, [contenteditable], dialog, .table, [role=tablist], [role=slider]";

/**
 * @param {(by: number) => void} move
 * @returns {() => void} stop listening
 */
export function arrowKeys(move) {
  const press = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    const busy = /** @type {Element} */ (event.target).closest?.(OWN_ARROWS);
    if (!by || !plain || busy || event.defaultPrevented) return;
    event.preventDefault();
    move(by);
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

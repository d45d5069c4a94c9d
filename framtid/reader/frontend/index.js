/** The entry of the component: one reader per place it is mounted. */

import { Reader } from "./reader.js";

/** @type {WeakMap<Element, Reader>} */
const readers = new WeakMap();

/**
 * Streamlit calls this on mounting and again on every change of data.
 * @param {{parentElement: HTMLElement, data: import("./types.js").Data}} component
 * @returns {() => void} what to do when the component goes away
 */
export default function show({ parentElement, data }) {
  const present = readers.get(parentElement);
  if (present) present.update(data);
  else readers.set(parentElement, new Reader(parentElement, data));
  return () => {
    readers.get(parentElement)?.dispose();
    readers.delete(parentElement);
  };
}

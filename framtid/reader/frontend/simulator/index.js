/** The entry of the component: one simulator per place it is mounted. */

import { Simulator } from "./simulator.js";

/** @type {WeakMap<Element, Simulator>} */
const simulators = new WeakMap();

/**
 * Streamlit calls this on mounting and again on every change of data.
 * @param {{parentElement: HTMLElement, data: import("./types.js").Data}} component
 * @returns {() => void} what to do when the component goes away
 */
export default function show({ parentElement, data }) {
  const present = simulators.get(parentElement);
  if (present) present.update(data);
  else simulators.set(parentElement, new Simulator(parentElement, data));
  return () => {
    simulators.get(parentElement)?.dispose();
    simulators.delete(parentElement);
  };
}

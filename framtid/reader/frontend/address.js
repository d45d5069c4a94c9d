// The reader's place and step stand in the address, so that any point of a story can be shared.

/** @returns {string} the step named in the address */
export const stepInAddress = () => decodeURIComponent(location.hash.slice(1));

/** @returns {string} the place named in the address */
export const placeInAddress = () => new URLSearchParams(location.search).get("sted") ?? "";

/** Put place and step in the address without a new page or a new step back. @param {string} place @param {string} step */
export function remember(place, step) {
  const query = new URLSearchParams(location.search);
  if (place && place !== "0") query.set("sted", place);
  else query.delete("sted");
  const search = query.size ? `?${query}` : "";
  history.replaceState(history.state, "", `${location.pathname}${search}#${step}`);
}

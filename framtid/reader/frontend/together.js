/**
 * The words of a figure as one trace: Plotly looks through all it knows of a trace at every drawing,
 * and a word that is a trace of its own takes as long as a line.
 */

const OWN = ["x", "y", "text", "textposition"];

/**
 * Put words that are alike but for what they say, where and in what type in the place of the last of them.
 * @param {any[]} data the traces of a figure
 * @returns {any[]}
 */
export function together(data) {
  const kinds = data.map((trace) => isWords(trace) ? kind(trace) : null);
  return data.flatMap((trace, at) => {
    if (kinds[at] === null) return [trace];
    if (kinds.lastIndexOf(kinds[at]) !== at) return [];
    const alike = data.filter((_, other) => kinds[other] === kinds[at]);
    return [alike.length > 1 ? joined(alike) : trace];
  });
}

/** @param {any} trace */
function isWords({ mode, text }) {
  return mode === "text" && Array.isArray(text);
}

/** @param {any} trace */
function kind({ x, y, text, textposition, textfont = {}, marker, ...rest }) {
  return JSON.stringify([Object.keys(textfont), rest]);
}

/** @param {any[]} traces */
function joined(traces) {
  const [{ marker, ...first }] = traces;
  const all = (/** @type {(trace: any) => any} */ of) =>
    traces.flatMap((trace) => Array.isArray(of(trace)) ? of(trace) : trace.text.map(() => of(trace)));
  const own = OWN.map((name) => [name, all((trace) => trace[name])]);
  const font = Object.keys(first.textfont ?? {}).map((name) => [name, all(({ textfont }) => textfont[name])]);
  return { ...first, ...Object.fromEntries(own), textfont: Object.fromEntries(font) };
}

/** Fetching what the reader shows: the document and Plotly. */

const VERSION = 1;

/** @type {Map<string, Promise<any>>} answers already asked for in this visit */
const answers = new Map();

/** @type {Promise<any>|null} */
let plotly = null;

/**
 * Fetch JSON once per address; a failed answer is forgotten so that it can be asked for again.
 * @param {string} address
 * @returns {Promise<any>}
 */
export function fetchJson(address) {
  const known = answers.get(address);
  if (known) return known;
  const answer = fetch(address, { headers: { Accept: "application/json" } }).then((response) => {
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return response.json();
  });
  answers.set(address, answer);
  answer.catch(() => answers.delete(address));
  return answer;
}

/** Fill the `{names}` of an address in. @param {string} template @param {Object<string, string>} values */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? encodeURIComponent(values[name]) : whole));
}

/**
 * Fetch a document and check that this reader can show it.
 * @param {string} address
 * @returns {Promise<import("./types.js").Document>}
 */
export async function fetchDocument(address) {
  const document = await fetchJson(address);
  if (document.version !== VERSION || !document.steps?.length || !document.labels) {
    throw new Error(`${address} is not a document of version ${VERSION}`);
  }
  for (const step of document.steps) {
    if (step.view && !document.views[step.view]?.frames[step.frame]) {
      throw new Error(`step ${step.id} names ${step.view}/${step.frame}, which is not there`);
    }
  }
  return document;
}

/**
 * Load Plotly from our own host with a script tag, once per page; reuse one that is there.
 * @param {string} address
 * @returns {Promise<any>}
 */
export function loadPlotly(address) {
  const present = /** @type {any} */ (window).Plotly;
  if (present) return Promise.resolve(present);
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(/** @type {any} */ (window).Plotly);
    script.onerror = () => {
      plotly = null;
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });
  return plotly;
}

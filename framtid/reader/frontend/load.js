// Fetching documents, places and the Plotly bundle, each at most once.

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/** Fetch JSON; a failure is forgotten so that the reader can try again. @param {string} address */
export function json(address) {
  let answer = asked.get(address);
  if (!answer) {
    answer = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      return response.json();
    });
    answer.catch(() => asked.delete(address));
    asked.set(address, answer);
  }
  return answer;
}

/** @type {Promise<any> | null} */
let bundle = null;

/** Load Plotly by a script element, or use the one already on the page. @param {string} address */
export function plotly(address) {
  const present = /** @type {any} */ (window).Plotly;
  if (present) return Promise.resolve(present);
  bundle ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(/** @type {any} */ (window).Plotly);
    script.onerror = () => {
      bundle = null;
      reject(new Error(address));
    };
    document.head.append(script);
  });
  return bundle;
}

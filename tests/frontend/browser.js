/** The little of a browser that the front end's logic asks for: an address, a history, a width. */

const page = { href: "https://framtid.test/historie", state: /** @type {unknown} */ (null), narrow: false };

Object.assign(globalThis, {
  location: {
    get href() { return page.href; },
    get hash() { return new URL(page.href).hash; },
    get search() { return new URL(page.href).search; },
  },
  history: {
    get state() { return page.state; },
    replaceState(/** @type {unknown} */ state, /** @type {string} */ _title, /** @type {URL|undefined} */ url) {
      page.state = structuredClone(state);
      if (url) page.href = url.href;
    },
  },
  matchMedia: () => ({ matches: page.narrow }),
});

/** Go to an address of the site. @param {string} address @param {unknown} [state] */
export function visit(address, state = null) {
  page.href = new URL(address, "https://framtid.test").href;
  page.state = state;
}

/** The address that stands in the bar, without the host. */
export function standing() {
  return page.href.replace("https://framtid.test", "");
}

// Runs before Streamlit: tells it where its server is, so that a deep link does not go looking.
// Its own boxes about lost connections are in English and cover what is read: connection.js tells that.
/** @type {Window & {__streamlit?: object}} */ (window).__streamlit = {
  BACKEND_BASE_URL: `${location.origin}/`,
  HOST_CONFIG: { blockErrorDialogs: true },
};

// Too old a browser for the app reads the page's own HTML.
if (!("noModule" in HTMLScriptElement.prototype)) document.documentElement.classList.add("ft-plain");

// The page shows the first step until the reader runs; who comes to another step waits for that one.
if (location.hash) document.documentElement.classList.add("ft-at-step");

// Streamlit fetches its large icon font on start, also for pages that show no icon. Let it come
// when an icon is drawn; the browser sees to that by itself.
const loadFont = document.fonts.load.bind(document.fonts);
document.fonts.load = (font, text) =>
  font.includes("Material Symbols") && !text ? Promise.resolve([]) : loadFont(font, text);

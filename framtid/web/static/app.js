// Begins the app when the page's own first text is painted: its hundred files would be asked for before.
// A tab that is opened in the background paints nothing, and begins all the same.
const AT_LATEST = 300; // milliseconds
const app = document.getElementById("ft-app");

function begin() {
  if (app instanceof HTMLTemplateElement) app.replaceWith(app.content);
}

requestAnimationFrame(() => setTimeout(begin));
setTimeout(begin, AT_LATEST);

/** Words and numbers as the document's language writes them. */

/**
 * Say a label with its `{names}` filled in. A missing label shows its key, so that it is found.
 * @param {import("./types.js").Labels} labels
 * @param {string} key
 * @param {Object<string, string|number>} [values]
 */
export function say(labels, key, values = {}) {
  const text = labels[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** End a heading where more is said after it, unless it ends by itself. @param {string} heading */
export function ended(heading) {
  return /[.!?…]$/.test(heading) ? heading : `${heading}.`;
}

/**
 * Write a table's cell: numbers with the column's decimals, years and text as they are.
 * @param {import("./types.js").Cell} value
 * @param {number|null} decimals
 * @param {string} language
 * @param {string} missing what to write where there is no figure
 */
export function cell(value, decimals, language, missing) {
  if (value === null) return missing;
  if (decimals === null || typeof value === "string") return String(value);
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  }).format(value);
}

/** Write an ISO date in words. @param {string} iso @param {string} language */
export function day(iso, language) {
  const date = new Date(iso);
  if (Number.isNaN(date.valueOf())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}

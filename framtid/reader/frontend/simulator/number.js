/** A number as a reader writes it: 2,7 and 1 000, or 2.7 and 1,000 where the language does so. */

/**
 * Read a number; null where it is none. The other language's decimal sign is read too, unless the
 * digits after it are three, as in thousands.
 * @param {string} text
 * @param {string} language
 * @returns {number|null}
 */
export function readNumber(text, language) {
  const [mark, other] = language.startsWith("en") ? [".", ","] : [",", "."];
  const plain = text.trim().replace(/^[−–]/, "-").replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");
  const parted = new RegExp(`^-?[1-9]\\d{0,2}(\\${other}\\d{3})+(\\${mark}\\d+)?$`);
  const one = (parted.test(plain) ? plain.replaceAll(other, "") : plain).replace(mark, ".").replace(other, ".");
  return /^-?\d+(\.\d+)?$/.test(one) ? Number(one) : null;
}

/** Write a number as it may be written in a field. @param {number} value @param {string} language */
export function writeNumber(value, language, decimals = 2) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

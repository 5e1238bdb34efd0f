/** What may go into the package: licences that ask for no more than that their text goes along. */
const shipped = new Set([
  "0BSD",
  "Apache-2.0",
  "Bitstream-Vera",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unlicense",
]);
/** What may also help to build and test: none of it reaches the package. */
const tools = new Set([...shipped, "MPL-2.0", "Python-2.0", "WTFPL"]);

/** Packages that name no licence but a file, and what was read there; for this version alone. */
const readInFile = new Map([["dejavu-fonts-ttf 2.37.3", "Bitstream-Vera"]]);

/**
 * The licence of a package in SPDX.
 * @param {string} name
 * @param {string} version
 * @param {string | undefined} told what the package says itself
 */
export function licenceOf(name, version, told) {
  return readInFile.get(`${name} ${version}`) ?? told;
}

/**
 * Whether a licence, as a package names it in SPDX, is on the list. Of alternatives one is enough; of licences that hold together each has to be.
 * @param {string | undefined} expression
 * @param {boolean} isShipped
 */
export function isLicenceAllowed(expression, isShipped) {
  if (typeof expression !== "string") return false;
  const allowed = isShipped ? shipped : tools;
  const alternatives = expression.replace(/[()]/g, "").split(/ OR /);
  return alternatives.some((one) => one.split(/ AND /).every((name) => allowed.has(name.trim())));
}

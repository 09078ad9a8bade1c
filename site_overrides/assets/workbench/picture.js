// The picture of a procedure, in as many parts as it has.

import { fragment, made } from "./made.js";

const TOO_LARGE = "This procedure is too large for a picture. The list says all of it.";

/** @param {string[]} parts the SVG of each */
export function pictureOf(parts) {
  if (!parts.length) return made("p", {}, TOO_LARGE);
  const drawn = parts.map((svg) => made("div", { className: "ct-scroll" }, fragment(svg)));
  return made("figure", { className: "ct-diagram" }, ...drawn);
}

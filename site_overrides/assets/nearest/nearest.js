import { asAnchors } from "../clauses/clause-names.js";
import { distance } from "./distance.js";

/**
 * Which pages and clauses an address that leads nowhere may have meant.
 *
 * @typedef {{location: string, title: string, page: string}} Place
 */

const MOST = 3;
const MOST_WITHIN = 10;
const NEAR = 0.5;

/**
 * @param {Place[]} places with addresses relative to the site's root
 * @param {string} wanted the address that was asked for, relative to the same, with its fragment
 * @returns {Place[]} the nearest first
 */
export function nearest(places, wanted) {
  const [given, fragment] = parts(wanted);
  // A version that there is none of: what holds now.
  const path = given.replace(/\/v(\/[\d.]*)?$/, "");
  const last = path.split("/").at(-1) ?? "";
  // Somebody cut the end off an address: the pages of that folder.
  const within = places.filter(({ location }) => path && isWithin(parts(location), path));
  if (within.length > 0 && !fragment) return within.slice(0, MOST_WITHIN);
  const anchors = [fragment, last, ...asAnchors(fragment), ...asAnchors(last)].filter(Boolean);
  const scored = places.map((place) => {
    const [own, anchor] = parts(place.location);
    if (anchor && anchors.includes(anchor)) return { place, far: distance(path, own) / 100 - 1 };
    if (anchor) return { place, far: Infinity };
    return { place, far: Math.min(apart(path, own), 0.1 + apart(last, own.split("/").at(-1) ?? "")) };
  });
  return scored
    .filter(({ far }) => far < NEAR)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ place }) => place);
}

/**
 * @param {[string, string]} parts of an address
 * @param {string} folder
 */
function isWithin([path, anchor], folder) {
  return anchor === "" && path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes("/");
}

/**
 * "policy/social-media/index.html#c2-4" is ["policy/social-media", "c2-4"].
 * @param {string} address
 * @returns {[string, string]}
 */
function parts(address) {
  const [path = "", fragment = ""] = address
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .split("#");
  return [
    path
      .replace(/(\/|^)index\.html?$/, "$1")
      .replace(/\.(html?|md|pdf)$/, "")
      .replace(/\/+$/, ""),
    fragment,
  ];
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} from 0, the same, to 1
 */
function apart(one, other) {
  return one && other ? distance(one, other) / Math.max(one.length, other.length) : 1;
}

import { hyphened } from "../clauses/clause-names.js";
import { distance } from "./distance.js";

const NEAR = 1;
const MOST = 3;

/**
 * What somebody meant who mistyped one letter of a name.
 * @template T
 * @param {T[]} all
 * @param {(one: T) => string[]} names of one of them, with hyphens
 * @param {string} wanted
 * @returns {T[]} the nearest first
 */
export function mistyped(all, names, wanted) {
  const named = hyphened(wanted);
  const near = all
    .map((one) => ({ one, far: Math.min(...names(one).map((name) => distance(name, named))) }))
    .filter(({ far }) => far <= NEAR)
    .sort((a, b) => a.far - b.far);
  // Whoever wrote a name with other signs meant that one alone.
  return near
    .filter(({ far }) => far === 0 || near[0]?.far !== 0)
    .slice(0, MOST)
    .map(({ one }) => one);
}

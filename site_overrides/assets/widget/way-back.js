// The browser's own way back leads from question to question, and out of a link that brought answers.

import { readable } from "../page/readable.js";

/**
 * Make of a new stop an entry in the browser's history.
 * @param {string} tree
 * @param {string | undefined} here the node that was shown
 * @param {string} node the one that is shown next
 */
export function noteStop(tree, here, node) {
  if (node === here) return;
  if (!history.state) history.replaceState({ tree, node: here }, "");
  history.pushState({ tree, node }, "", location.pathname + location.search);
}

/**
 * @param {string} tree
 * @param {{ tree?: string, node?: string } | null} [state] an entry of the browser's history
 * @returns {string | undefined} the node of this tree that was shown there
 */
export function stopIn(tree, state = history.state) {
  return state?.tree === tree ? state.node : undefined;
}

/**
 * Take the answers that a link brings, `#tree?question=option`. The address lets go of them, so that the
 * browser's own way back leads out, and not to the link again.
 * @param {string} tree
 * @returns {string | undefined}
 */
export function takeLink(tree) {
  const fragment = readable(location.hash.slice(1));
  if (!fragment.startsWith(`${tree}?`)) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return fragment;
}

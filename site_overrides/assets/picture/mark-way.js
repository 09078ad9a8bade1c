// Marks the reader's way in the picture and in the list, so that each shows where the other is.

/**
 * @param {string} tree
 * @param {string[]} way the nodes that she has met
 * @param {string} here the one before her
 */
export function markWay(tree, way, here) {
  const prefix = `#${tree}--`;
  for (const link of document.querySelectorAll(".ct-diagram a, .ct-outline a")) {
    const hash = link.getAttribute("href") ?? "";
    if (!hash.startsWith(prefix)) continue;
    const node = hash.slice(prefix.length);
    (link.closest("g.node") ?? link).classList.toggle("ct-on", way.includes(node));
    if (node === here) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
}

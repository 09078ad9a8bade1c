// What has to be done at a box of the picture, as its section on the same page says it.

/**
 * @param {SVGElement} link
 * @returns {import("../clause-words/clause-words.js").Words | undefined} nothing where there is nothing to do
 */
export function dutiesOf(link) {
  const section = document.getElementById((link.getAttribute("href") ?? "").slice(1));
  const items = [...(section?.querySelectorAll(".ct-duty-group") ?? [])].flatMap((group) => {
    const who = group.querySelector(".ct-who")?.textContent ?? "";
    return [...group.querySelectorAll(".ct-duty")].map((duty) => `${who}: ${withoutClauses(duty)}`);
  });
  const label = section?.querySelector(".ct-heading")?.textContent ?? "";
  return items.length ? { label, text: "", items } : undefined;
}

/** @param {Element} duty */
function withoutClauses(duty) {
  const words = [...duty.childNodes].filter((node) => !(node instanceof Element && node.matches(".ct-cites")));
  return words
    .map((node) => node.textContent)
    .join("")
    .trim();
}

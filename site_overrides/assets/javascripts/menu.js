/**
 * On a narrow screen the main navigation and the contents are folded, each behind its button, so that a
 * page begins with its own heading. Which widths count as narrow is the style sheet's business.
 */
export function offerMenu() {
  for (const button of document.querySelectorAll("button[data-folds]")) {
    const folded = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (button instanceof HTMLButtonElement && folded) fold(button, folded);
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} folded
 */
function fold(button, folded) {
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    folded.classList.toggle("is-open", open);
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => show(!isOpen()));
  folded.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
}

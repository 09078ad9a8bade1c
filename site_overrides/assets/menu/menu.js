/**
 * On a narrow screen the main navigation and the contents are folded, each behind its button, so that a
 * page begins with its own heading. Which widths count as narrow is the style sheet's business.
 */
export function offerMenu() {
  for (const button of document.querySelectorAll("button[data-folds]")) {
    const folded = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (button instanceof HTMLButtonElement && folded) fold(button, folded);
  }
  for (const section of document.querySelectorAll("#site-nav details")) {
    if (section instanceof HTMLDetailsElement) closeWhenLeft(section);
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
    // One section alone holds the whole menu: nobody should have to open it twice.
    const sole = folded.querySelector("nav > ul > li:only-child > details");
    if (sole instanceof HTMLDetailsElement) sole.open = open;
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => show(!isOpen()));
  folded.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
}

/**
 * On a wide screen an open section of the menu lies over the page: what the reader goes on to must not be beneath it.
 * @param {HTMLDetailsElement} section
 */
function closeWhenLeft(section) {
  const lies = () => getComputedStyle(section.lastElementChild ?? section).position === "absolute";
  /** @param {Event} event */
  const left = (event) => {
    const isWithin = event.target instanceof Node && section.contains(event.target);
    if (section.open && !isWithin && lies()) section.open = false;
  };
  document.addEventListener("focusin", left);
  document.addEventListener("pointerdown", left);
  section.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !section.open) return;
    event.stopPropagation();
    section.open = false;
    section.querySelector("summary")?.focus();
  });
}

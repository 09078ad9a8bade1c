/** On a narrow screen the main navigation is folded behind a button; Escape folds it again. */
export function offerMenu() {
  const button = document.querySelector(".menu-button");
  const menu = document.getElementById("site-nav");
  if (!(button instanceof HTMLButtonElement) || !menu) return;

  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    show(false);
    button.focus();
  });
}

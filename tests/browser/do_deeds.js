// Does in the live widget, by its own links, buttons and controls, what a reader does, a list of deeds one
// after the other; and returns what was then shown, with its HTML only where that is not what `deed.expected`
// says.
async (live, { tree, deeds }) => {
  const spelled = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.innerHTML;
  };
  // The page tells a screen reader of each link that it can open in place: that is no part of what Python says.
  const said = () => {
    const copy = live.cloneNode(true);
    for (const link of copy.querySelectorAll("a[aria-expanded]")) link.removeAttribute("aria-expanded");
    return copy.innerHTML;
  };
  const changed = () => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The widget did not answer.")), 30000);
    const observer = new MutationObserver(() => { clearTimeout(late); observer.disconnect(); resolve(); });
    observer.observe(live, { childList: true });
  });
  const press = (button) => live.querySelector(button).click();
  const pick = (picked) => {
    for (const input of live.querySelectorAll(".ct-option input")) {
      if (picked.includes(input.value) !== input.checked) input.click();
    }
  };
  const ways = {
    back: () => press(".ct-back"),
    change: ({ node }) => press(`[data-do="change"][data-node="${node}"]`),
    restart: () => press('[data-do="restart"]'),
    answer: ({ picked }) => { pick(picked); press("[type=submit]"); },
    link: ({ fragment }) => { location.hash = fragment; },
  };
  const shown = [];
  for (const { action, expected } of deeds) {
    const next = changed();
    ways[action.do](action);
    await next;
    const held = {
      node: live.dataset.node,
      focus: document.activeElement.id,
      kept: JSON.parse(sessionStorage.getItem(`visit:${tree}`)),
    };
    const html = said();
    shown.push({
      wrong: html === spelled(expected) ? "" : html,
      picked: [...live.querySelectorAll(".ct-option input:checked")].map((input) => input.value),
      ...held,
    });
  }
  return shown;
}

// Elements, made in one go. Text is text: nothing that somebody wrote is ever read as HTML here.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [props] properties and attributes; `on` holds listeners, `data` what scripts read
 * @param {...(Node | string | undefined | false | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function made(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name === "on")
      for (const [type, listen] of Object.entries(value ?? {})) element.addEventListener(type, listen);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name in element && !name.startsWith("aria")) Object.assign(element, { [name]: value });
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false && child !== null));
  return element;
}

/**
 * @param {string} words
 * @param {() => void} press
 * @param {Record<string, unknown>} [props]
 */
export function button(words, press, props = {}) {
  return made("button", { type: "button", className: "bench-button", ...props, on: { click: press } }, words);
}

/**
 * HTML that our Python wrote: it has put every word of an author's into it as text.
 * @param {string} html
 */
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

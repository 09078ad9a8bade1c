import { announce } from "../page/announce.js";

const SHOWN_FOR = 2500;

/** Make every "Copy link" button work, those added later by a widget too. */
export function offerCopying() {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button.clause-copy");
    if (button instanceof HTMLButtonElement) void copyLink(button);
  });
}

/**
 * Copy the address that the button stands for, and say so in words.
 * @param {HTMLButtonElement} button
 */
async function copyLink(button) {
  const words = (button.dataset.says ?? button.textContent ?? "").replace(/^\s*Copy\s+/, "").trim();
  button.dataset.says ??= button.textContent ?? "";
  const address = addressOf(button);
  const { cite = "", copies } = button.dataset;
  const copied = await write(
    copies === "citation" ? `${cite}: ${address}` : address,
    cite && linked(cite, address),
  );
  announce(
    copied ? `${sentence(words)} copied` : "The link could not be copied. Copy it from the address bar.",
  );
  button.dataset.state = copied ? "copied" : "failed";
  window.setTimeout(() => {
    delete button.dataset.state;
  }, SHOWN_FOR);
}

/**
 * `data-anchor` names a place on this page; `data-href` an address relative to this page.
 * @param {HTMLButtonElement} button
 */
function addressOf(button) {
  const here = location.href.split("#", 1)[0];
  return new URL(button.dataset.href ?? `#${button.dataset.anchor ?? ""}`, here).href;
}

/**
 * The link as a word processor takes it: it shows which policy, which version and which clause.
 * @param {string} cite
 * @param {string} address
 */
function linked(cite, address) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = cite;
  return link.outerHTML;
}

/** @param {string} words */
function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The clipboard is missing on plain http, which an intranet may still be: the old command works there.
 * @param {string} text
 * @param {string} [html] the same for programs that take more than plain text
 * @returns {Promise<boolean>}
 */
export async function write(text, html = "") {
  try {
    if (html && "ClipboardItem" in window) await navigator.clipboard.write([bothForms(text, html)]);
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelecting(text);
  }
}

/**
 * @param {string} text
 * @param {string} html
 */
function bothForms(text, html) {
  const form = (/** @type {string} */ type, /** @type {string} */ words) => [type, new Blob([words], { type })];
  return new ClipboardItem(Object.fromEntries([form("text/plain", text), form("text/html", html)]));
}

/** @param {string} text */
function writeBySelecting(text) {
  const field = document.createElement("textarea");
  const before = document.activeElement;
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}

// What the reader sees of a conversation: the stop before her, and the line beside it that says how things stand.

import { announce } from "../page/announce.js";
import "../page/bring-to.js";
import { markWay } from "../picture/mark-way.js";
import { linkButton } from "./controls.js";
import { unfoldSections } from "./sections.js";

const STARTING = "Starting the questions… ";
const HERS = "Your own answers are kept while you look at those that came with the link. ";
const CHANGED = "This procedure has changed since you opened the page. ";
const NOT_KEPT =
  "Here your browser keeps nothing: your answers are gone when you load this page again, or leave it.";
const TITLE = document.title;

export class Screen {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.tree = element.dataset.tree ?? "";
    this.live = /** @type {HTMLElement} */ (element.querySelector(".ct-live"));
    this.status = /** @type {HTMLElement} */ (element.querySelector(".ct-status"));
  }

  /**
   * @param {import("../python/engine.js").View} view
   * @param {boolean} moves whether the focus follows
   */
  show(view, moves) {
    this.keepRoom(false);
    this.live.innerHTML = view.html;
    this.live.dataset.node = view.node;
    markWay(this.tree, view.way, view.here);
    const error = this.live.querySelector(".ct-errors") ? "Error: " : "";
    document.title = `${error}${this.#heading()} – ${TITLE}`;
    if (moves) bringTo(this.live, document.getElementById(view.focus));
    this.status.textContent = "";
  }

  /** The words about the record promise that the tab keeps the answers. */
  sayThatNothingIsKept() {
    const line = document.createElement("p");
    line.className = "told";
    line.textContent = NOT_KEPT;
    this.live.querySelector(".ct-record > p")?.after(line);
  }

  #heading() {
    return this.live.querySelector(".ct-heading")?.textContent ?? "";
  }

  /** @param {boolean} on whether what stands in the page is not the reader's, and only its room is kept */
  keepRoom(on) {
    this.element.classList.toggle("ct-tree--arriving", on);
  }

  /**
   * What she can do instead of answering, until she answers.
   * @param {string} words
   * @param {string} button
   * @param {() => void} press
   */
  offer(words, button, press) {
    // Below the first question, it would be below the first screen of a phone.
    this.live.before(this.status);
    this.status.replaceChildren(words, linkButton(button, press));
  }

  /**
   * What she had said herself is there for as long as other answers have its place.
   * @param {() => void} goBack
   */
  offerHers(goBack) {
    const line = document.createElement("p");
    line.className = "told ct-hers no-print";
    const press = () => {
      line.remove();
      goBack();
    };
    line.append(HERS, linkButton("Go back to your own answers", press));
    this.element.querySelector(".ct-hers")?.remove();
    this.live.before(line);
    announce(HERS);
  }

  /** @param {() => void} leave */
  sayStarting(leave) {
    this.status.replaceChildren(STARTING, linkButton("Use the links instead", leave));
  }

  /**
   * The procedure was published anew while its page stood open: its first question may be another one now. Loaded
   * again, it goes on where it can.
   * @param {import("./visit.js").Visit} visit
   */
  sayChanged({ begun }) {
    const held = this.element.contains(document.activeElement);
    const again = linkButton("Load the page again", () => location.reload());
    this.keepRoom(false);
    this.live.hidden = !begun;
    this.live.before(this.status);
    this.status.replaceChildren(CHANGED, again);
    if (held) again.focus();
  }

  /** Whether only the linked sections are left. */
  get hasFailed() {
    return this.element.classList.contains("ct-tree--failed");
  }

  /**
   * The linked sections go on working: say so once, and quietly. What the reader was told stays in sight.
   * @param {string} words
   * @param {import("./visit.js").Visit} visit
   */
  fail(words, { begun, node }) {
    // What has the focus is about to go: the way on takes it.
    const held = this.element.contains(document.activeElement);
    this.keepRoom(false);
    this.element.classList.add("ct-tree--failed");
    this.live.hidden = !begun;
    const link = document.createElement("a");
    link.href = begun ? `#${this.tree}--${node}` : this.#startAddress();
    link.textContent = begun ? `Go on from “${this.#heading()}”` : "Start here";
    // The way on comes first: what she was told may be long.
    this.live.before(this.status);
    this.status.replaceChildren(words, link, ".");
    if (held) link.focus();
    unfoldSections();
  }

  #startAddress() {
    return this.element.querySelector(".ct-start")?.getAttribute("href") ?? "";
  }
}

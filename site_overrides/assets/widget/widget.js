// Shows the conversation with a tree. Every rule about trees is in Python: this passes on what the reader
// does, and shows what comes back. The first view stands in the page already, and what follows the first
// answers was made with the site, so that nobody waits while Python starts.

import "../answers/close-on-escape.js";
import "../answers/exclusive-box.js";
import "../answers/heed.js";
import "../page/came-back.js";
import { IS_FROM_FOLDER } from "../page/from-folder.js";
import { ChangedError, Engine } from "../python/engine.js";
import { whenIdle } from "../python/when-idle.js";
import { groupsIn, sectionsOf } from "./carried.js";
import { isPlain } from "./controls.js";
import { OwnNote } from "./own-note.js";
import { copyRecord, printRecord, saveRecord } from "./record.js";
import { Screen } from "./screen.js";
import { foldSections, namesSection, unfoldSections } from "./sections.js";
import { Visit } from "./visit.js";
import { stopIn, WayBack } from "./way-back.js";

/** @typedef {import("../python/engine.js").Action} Action */

const FAILED = "The questions cannot be asked one at a time here. Go from one to the next by links instead. ";
const LEFT = "Go from one question to the next by links. ";
const FROM_FOLDER =
  "Questions come one at a time only where a web server hands out this page. Go from one to the next by links. ";
const BEGUN = "You began this earlier in this tab. ";
const STARTED = "You started again. ";
/** Stands between the records of one procedure and the next. */
const BETWEEN = "\n----------------------------------------\n\n";
/** How long Python may take before the reader is told that it is on its way, in milliseconds. */
const PATIENCE = 300;

/** Make every tree on the page answerable. */
export function offerTrees() {
  const wayBack = new WayBack();
  /** @type {HTMLElement[]} */
  const elements = [...document.querySelectorAll(".ct-tree")].filter((one) => one instanceof HTMLElement);
  const widgets = elements.map((element) => new Widget(element, wayBack));
  foldSections();
  for (const widget of widgets) widget.offer();
  window.addEventListener("popstate", async () => {
    const asked = widgets.filter((widget) => wayBack.otherStop(widget.tree) !== undefined);
    const changed = await Promise.all(asked.map((widget) => widget.revisit()));
    wayBack.arrived(changed.includes(true));
  });
  window.addEventListener("hashchange", () => {
    if (namesSection()) unfoldSections();
  });
}

class Widget {
  /**
   * @param {HTMLElement} element
   * @param {WayBack} wayBack
   */
  constructor(element, wayBack) {
    this.element = element;
    this.tree = element.dataset.tree ?? "";
    this.policy = element.dataset.policy ?? "";
    this.root = new URL(element.dataset.root || ".", location.href).href;
    this.screen = new Screen(element);
    this.live = this.screen.live;
    this.visit = new Visit(this.tree, this.live.dataset.node, wayBack);
    this.note = new OwnNote(this.live);
    this.engine = new Engine(this.visit, element.dataset);
  }

  offer() {
    if (IS_FROM_FOLDER) this.#fail(FROM_FOLDER);
    else this.#offer();
  }

  #offer() {
    heed(this.live, {
      answer: (picked) => void this.#act({ do: "answer", node: this.visit.node, picked }),
      press: (what, node) => void this.#press(what, node),
      tick: (duty, on) => void this.#tick(duty, on),
    });
    document.addEventListener("click", (event) => this.#followOn(event));
    // The reader means to answer: what Python needs can be fetched while she reads.
    for (const sign of ["pointerover", "focusin", "touchstart"]) {
      this.live.addEventListener(sign, () => this.#prepare(), { once: true, passive: true });
    }
    whenIdle(() => this.#prepare());
    document.addEventListener("click", (event) => this.#goFromPicture(event));
    window.addEventListener("hashchange", () => this.#openLink());
    this.#showCarried();
    if (!this.#openLink()) this.#resume();
  }

  /** @returns {boolean} whether the reader came by a link with answers */
  #openLink() {
    const fragment = this.visit.takeLink();
    if (!fragment) return false;
    this.visit.keepHers();
    void this.#arrive({ do: "link", fragment }, true).then(() => {
      this.#offerHers();
      this.element.scrollIntoView();
    });
    return true;
  }

  /** The answers of a link took the place of hers. */
  #offerHers() {
    const hers = this.visit.hers();
    if (this.screen.hasFailed) return;
    if (!hers) {
      this.visit.dropHers();
      return;
    }
    this.screen.offerHers(() => {
      this.visit.dropHers();
      void this.#act({ do: "begin", ...hers });
    });
  }

  /** A page that is reloaded goes on. One that is come to anew may be about something else: the reader says. */
  #resume() {
    const { waits, tree } = this.visit;
    const said = this.visit.earlier() ?? { answers: {}, done: [] };
    if (!waits) return;
    if (cameBack()) {
      void this.#arrive({ do: "begin", ...said, node: stopIn(tree) }, false).then(() => this.#offerHers());
      return;
    }
    this.screen.offer(BEGUN, "Go on where you were", () => {
      this.visit.takeUp();
      this.#showCarried();
      void this.#act({ do: "begin", ...said }).then(() => this.#offerHers());
    });
  }

  /**
   * The reader comes with answers, which only Python can take. The first question that stands in the page is
   * not hers then: answered meanwhile, its answer would be lost among those that she came with.
   * @param {Action} action
   * @param {boolean} moves
   */
  #arrive(action, moves) {
    this.screen.keepRoom(!this.engine.live);
    return this.#act(action, moves, false);
  }

  /** @returns {Promise<boolean>} whether the stop of another entry in the browser's history is shown now */
  async revisit() {
    const before = this.visit.node;
    await this.#act({ do: "see", node: this.visit.wayBack.otherStop(this.tree) }, true, false);
    return this.visit.node !== before || this.screen.hasFailed;
  }

  #prepare() {
    void this.engine.prepare().catch((error) => this.#giveUp(error));
  }

  /**
   * @param {Action} action
   * @param {boolean} [moves] whether the focus follows: it does when the reader asked for what is shown
   * @param {boolean} [forward] whether the browser's own way back is to lead back here
   */
  async #act(action, moves = true, forward = moves) {
    const late = window.setTimeout(() => this.screen.sayStarting(() => this.#fail(LEFT)), PATIENCE);
    try {
      const view = await this.engine.act(action);
      this.visit.comeTo(view, forward);
      this.screen.show(view, moves);
      if (!this.visit.isKept) this.screen.sayThatNothingIsKept();
      this.note.putBack();
    } catch (error) {
      this.#giveUp(error);
    } finally {
      window.clearTimeout(late);
    }
  }

  /** @param {unknown} error */
  #giveUp(error) {
    if (error instanceof ChangedError) this.screen.sayChanged(this.visit);
    else this.#fail(FAILED);
  }

  /** @param {string} words */
  #fail(words) {
    this.screen.fail(words, this.visit);
  }

  /** @param {MouseEvent} event */
  #followOn(event) {
    const next = /** @type {Element} */ (event.target).closest(".ct-next a");
    if (!this.element.contains(next)) return;
    if (!(next instanceof HTMLAnchorElement) || !isPlain(event) || next.target === "_blank") return;
    event.preventDefault();
    const follow = () => location.assign(next.href);
    void this.#leadOn(next).then(follow, follow);
  }

  /** @param {HTMLAnchorElement} link */
  async #leadOn(link) {
    const title = this.element.dataset.title ?? "";
    const groups = groupsIn(this.live, this.root);
    const record = this.note.addedTo(await this.engine.record());
    const next = [...this.live.querySelectorAll(".ct-next a")].flatMap((one) => {
      if (!(one instanceof HTMLAnchorElement) || one === link) return [];
      return [{ tree: one.dataset.tree ?? "", title: one.textContent ?? "" }];
    });
    this.visit.leadOn(link.dataset.tree ?? "", { title, policy: this.policy, groups, record, next });
  }

  /**
   * @param {string} what
   * @param {string | undefined} node
   */
  async #press(what, node) {
    const keepers = { "copy-record": copyRecord, "print-record": printRecord, "save-record": saveRecord };
    if (!(what in keepers)) {
      const said = what === "restart" ? this.#forget() : undefined;
      await this.#act({ do: what, node });
      if (said && !this.screen.hasFailed) {
        this.screen.offer(STARTED, "Go back to your answers", said);
        this.screen.status.scrollIntoView({ block: "nearest" });
      }
      return;
    }
    try {
      const own = this.note.addedTo(await this.engine.record());
      const record = [...this.visit.carried.map((before) => before.record), own].join(BETWEEN);
      await keepers[/** @type {keyof typeof keepers} */ (what)](record, this.tree);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  /** She starts again. @returns {() => void} what undoes that */
  #forget() {
    const { carried } = this.visit;
    const said = this.visit.said();
    const { words } = this.note;
    this.#carry([]);
    this.note.words = "";
    this.visit.dropHers();
    this.visit.wayBack.startAgain(this.tree);
    return () => {
      this.#carry(carried);
      this.note.words = words;
      void this.#act({ do: "begin", ...said });
    };
  }

  /** @param {import("./kept.js").Carried[]} carried what goes with her from now on */
  #carry(carried) {
    this.visit.carry(carried);
    this.#showCarried();
  }

  #showCarried() {
    for (const section of this.element.querySelectorAll(".ct-carried")) section.remove();
    this.element.append(...sectionsOf(this.visit.carried, this));
  }

  /**
   * A tick changes nothing that is shown, so that the focus stays where it is.
   * @param {string} duty
   * @param {boolean} on
   */
  async #tick(duty, on) {
    this.visit.tick(duty, on);
    try {
      await this.engine.act({ do: "tick", duty, on });
    } catch (error) {
      this.#giveUp(error);
    }
  }

  /**
   * A node in the picture or in the list is a link to its section; here it leads the conversation there.
   * @param {MouseEvent} event
   */
  #goFromPicture(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest(".ct-diagram a, .ct-outline a");
    const hash = link?.getAttribute("href") ?? "";
    if (!hash.startsWith(`#${this.tree}--`) || !isPlain(event)) return;
    const node = hash.slice(this.tree.length + 3);
    // Off her way, the conversation could only go there with other answers than hers: she gets the section.
    if (this.screen.hasFailed || (this.visit.begun && !this.visit.way.includes(node))) return;
    event.preventDefault();
    void this.#act({ do: "go", node });
  }
}

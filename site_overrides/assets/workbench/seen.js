// What readers will see: the live conversation, the picture, the list, the course, the page of a policy.

import { courseOf, NO_COURSE } from "./course.js";
import { fragment, made } from "./made.js";
import { pictureOf } from "./picture.js";
import { keeper, listOf } from "./scenarios.js";
import { Tried } from "./tried.js";

const UNSOUND = "This procedure has errors. It can be seen once they are mended.";

/** A course has the questions and the sections of a procedure under the names that they have in these. */
const ALSO_IN_COURSES = ["bench-try", "bench-linked"];
const COURSE = "bench-course";

export class Seen {
  /** @type {Tried | undefined} */
  #tried;

  /**
   * @param {import("./asking.js").Asking} asking
   * @param {string} root
   * @param {{ go(from: number): void, add(path: string, lines: string): void }} text the editor's
   */
  constructor(asking, root, text) {
    this.asking = asking;
    this.root = root;
    this.text = text;
  }

  /**
   * @param {string} what
   * @param {string} path the file that is open
   * @param {HTMLElement} panel
   */
  async show(what, path, panel) {
    if (what === "page") return this.#page(path, panel);
    const tree = (path.split("/").at(-1) ?? "").replace(/\.tree$/, "");
    if (what === "coverage") return this.#coverage(path, panel);
    if (what === "picture") return this.#picture(tree, panel);
    this.#clearFor(panel);
    if (what === "course") return this.#course(tree, panel);
    if (what === "scenarios") {
      const scenarios = await this.asking.ask("scenarios", { tree });
      return panel.replaceChildren(listOf(scenarios, this.text.go));
    }
    /** @type {import("./asking.js").TreeSeen | null} */
    const seen = await this.asking.ask("tree", { tree, root: this.root });
    if (panel.hidden) return;
    if (!seen) panel.replaceChildren(made("p", {}, UNSOUND));
    else if (what === "list") panel.replaceChildren(fragment(seen.list));
    else if (what === "linked") panel.replaceChildren(fragment(seen.sections));
    else await this.#try(tree, path, seen, panel);
  }

  /**
   * @param {string} tree
   * @param {string} path
   * @param {import("./asking.js").TreeSeen} seen
   * @param {HTMLElement} panel
   */
  async #try(tree, path, seen, panel) {
    if (this.#tried?.isOf(tree, seen.digest) && panel.contains(this.#tried.element)) return;
    // Where the text has errors by now, the next check shows that.
    if (!(await this.asking.ask("converse", { tree, root: this.root })) || panel.hidden) return;
    const tried = this.#converse(tree, seen);
    panel.replaceChildren(
      tried.element,
      keeper((title) => this.#keep(tree, path, title)),
    );
  }

  /**
   * Go on with the answers that were given to this procedure.
   * @param {string} tree
   * @param {{ first: import("./tried.js").TalkView, digest: string }} seen
   * @param {(view: import("./tried.js").TalkView) => void} [shown]
   */
  #converse(tree, seen, shown) {
    const answers = this.#tried?.tree === tree ? this.#tried.answers : {};
    this.#tried?.end();
    this.#tried = new Tried(this.asking, tree, seen, answers, shown);
    return this.#tried;
  }

  /**
   * @param {string} tree
   * @param {HTMLElement} panel
   */
  async #course(tree, panel) {
    const known = panel.querySelector(".course") ? panel.dataset.of : "";
    /** @type {import("./course.js").CourseSeen | null} */
    const course = await this.asking.ask("course", { tree, known });
    if (panel.hidden) return;
    if (!course) return panel.replaceChildren(made("p", {}, NO_COURSE));
    if (course.digest === known) return;
    const told = made("p", { role: "status", className: "ct-reported" });
    if (course.asks && !(await this.asking.ask("take_course", { tree }))) return;
    if (panel.hidden) return;
    const tried = course.asks
      ? this.#converse(tree, course, (view) => {
          // Written once more, it would be read aloud once more.
          if (told.textContent !== view.told) told.textContent = view.told ?? "";
        })
      : undefined;
    const pack = (/** @type {string} */ standard) => this.asking.ask("package", { tree, standard });
    const isOpen = panel.querySelector("details")?.open ?? false;
    panel.replaceChildren(courseOf(course, tried?.element, told, pack, isOpen));
    panel.dataset.of = course.digest;
  }

  /**
   * What two panels have in common is in one of them alone.
   * @param {HTMLElement} panel
   */
  #clearFor(panel) {
    const others = panel.id === COURSE ? ALSO_IN_COURSES : ALSO_IN_COURSES.includes(panel.id) ? [COURSE] : [];
    for (const id of others) document.getElementById(id)?.replaceChildren();
  }

  /**
   * @param {string} tree
   * @param {string} path
   * @param {string} title
   * @returns {Promise<string>} what came of it
   */
  async #keep(tree, path, title) {
    const { text, why } = await this.asking.ask("keep", { tree, title });
    if (text) this.text.add(path, text);
    return (
      why ??
      "Kept at the end of the text. Read it: it says what the procedure does, and only you know whether that is right."
    );
  }

  /**
   * @param {string} path
   * @param {HTMLElement} panel
   */
  async #coverage(path, panel) {
    const said = await this.asking.ask("coverage", { file: path });
    panel.replaceChildren(
      said ? made("pre", { className: "bench-said" }, said) : made("p", {}, "This file is no policy."),
    );
  }

  /**
   * @param {string} tree
   * @param {HTMLElement} panel
   */
  async #picture(tree, panel) {
    /** @type {string[] | null} */
    const parts = await this.asking.ask("picture", { tree });
    panel.replaceChildren(parts ? pictureOf(parts) : made("p", {}, UNSOUND));
  }

  /**
   * @param {string} path
   * @param {HTMLElement} panel
   */
  async #page(path, panel) {
    const html = await this.asking.ask("policy", { file: path, root: this.root });
    const article = made("div", { className: "prose" });
    if (html) article.append(fragment(html));
    panel.replaceChildren(
      html ? article : made("p", {}, "This file is no policy, or has errors that keep it from being read."),
    );
  }
}

// What is said otherwise than what is published, in sentences.

import { made } from "./made.js";

export class Changes {
  /** @param {import("./asking.js").Asking} asking */
  constructor(asking) {
    this.asking = asking;
  }

  /** @param {HTMLElement} panel */
  async show(panel) {
    /** @type {import("./asking.js").Differences} */
    const { policies, trees } = await this.asking.ask("differences");
    const parts = [...policies.map((one) => this.#policy(one)), ...trees.map((one) => this.#tree(one))];
    panel.replaceChildren(
      ...(parts.length ? parts : [made("p", {}, "Readers are told the same as is published.")]),
    );
  }

  /** @param {import("./asking.js").Differences["policies"][number]} policy */
  #policy({ title, said, html }) {
    const section = made("section", { className: "prose" }, made("h3", {}, title), made("p", {}, said));
    section.append(fragment(html));
    return section;
  }

  /** @param {import("./asking.js").Differences["trees"][number]} tree */
  #tree({ title, said }) {
    return made("section", {}, made("h3", {}, title), made("pre", { className: "bench-said" }, said));
  }
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

// A line or two of the reader's own, for her record alone. No address and no learning system has it. It is gone with the
// page, but for the record that goes with her to another procedure (visit.js), which leaves with the tab.

/** Holds what the reader writes: the box comes anew with every view, and is not in most. */
export class OwnNote {
  words = "";

  /** @param {HTMLElement} live where views are shown */
  constructor(live) {
    this.live = live;
    live.addEventListener("input", ({ target }) => {
      if (target === this.#box) this.words = this.#box?.value ?? "";
    });
  }

  get #box() {
    return /** @type {HTMLTextAreaElement | null} */ (this.live.querySelector(".ct-own-note"));
  }

  /** Put what was written into the box of a view that has just come. */
  putBack() {
    if (this.#box) this.#box.value = this.words;
  }

  /** @param {string} record @returns {string} the record with the note, where there is one */
  addedTo(record) {
    return withNote(record, this.words);
  }
}

/** @param {string} record @param {string} words */
export function withNote(record, words) {
  const note = words.trim();
  return note ? `${record}\nYOUR OWN NOTE\n${note}\n` : record;
}

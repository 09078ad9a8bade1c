// The browser's own way back, for all procedures of a page: each entry of its history says which stop of which procedure was
// shown there, how often that had been started again, and when the entry was written. Those written later lie further on.

/** @typedef {{ node: string, run: number }} Stop */
/** @typedef {{ written: number, stops: Record<string, Stop> }} Entry */

export class WayBack {
  /** @type {Record<string, Stop>} what is shown now, by procedures */
  #stops = {};
  /** When the entry was written that is shown now. */
  #written = entryIn(history.state)?.written ?? 0;
  /** Whether entries are being passed over that no longer lead anywhere. */
  #passing = false;

  /**
   * @param {string} tree
   * @param {string} node the stop that stands in the page
   */
  begin(tree, node) {
    this.#stops[tree] = { node, run: entryIn(history.state)?.stops[tree]?.run ?? 0 };
  }

  /**
   * @param {string} tree
   * @param {string} node what is shown of it from now on
   * @param {boolean} forward whether the way back is to lead back from there
   */
  comeTo(tree, node, forward) {
    const { node: before, run } = this.#of(tree);
    const moves = forward && node !== before;
    if (moves && !entryIn(history.state)) history.replaceState(this.#entry(), "");
    this.#stops[tree] = { node, run };
    if (!moves) return;
    this.#passing = false;
    history.pushState(this.#entry(), "", location.pathname + location.search);
  }

  /** The reader starts a procedure again: no earlier entry shows a stop of it any more. @param {string} tree */
  startAgain(tree) {
    const { node, run } = this.#of(tree);
    this.#stops[tree] = { node, run: run + 1 };
  }

  /** @param {string} tree @returns {Stop} */
  #of(tree) {
    return this.#stops[tree] ?? { node: "", run: 0 };
  }

  /** @returns {Entry} */
  #entry() {
    this.#written = Math.max(this.#written + 1, Date.now());
    return { written: this.#written, stops: { ...this.#stops } };
  }

  /**
   * @param {string} tree
   * @returns {string | undefined} the stop of it that is to be shown at this entry, where that is another one than is shown now
   */
  otherStop(tree) {
    const stop = entryIn(history.state)?.stops[tree];
    const { node, run } = this.#of(tree);
    return stop && stop.run === run && stop.node !== node ? stop.node : undefined;
  }

  /**
   * The reader went to another entry, and every procedure has shown what it could of that. The stops of some are no longer on
   * her way: after "Start again", or another answer. To stay there would look as if the button did nothing.
   * @param {boolean} changed whether anything else is shown
   */
  arrived(changed) {
    const entry = entryIn(history.state);
    const stops = Object.entries(entry?.stops ?? {});
    const differs = stops.some(([tree, { node, run }]) => {
      const shown = this.#of(tree);
      return node !== shown.node || run !== shown.run;
    });
    const direction = entry && entry.written < this.#written ? -1 : 1;
    this.#passing = Boolean(entry) && !changed && (differs || this.#passing);
    this.#written = entry?.written ?? this.#written;
    if (this.#passing) history.go(direction);
  }
}

/**
 * @param {string} tree
 * @returns {string | undefined} the stop of it that was shown at the entry which is shown now
 */
export function stopIn(tree) {
  return entryIn(history.state)?.stops[tree]?.node;
}

/** @param {any} state @returns {Entry | undefined} */
function entryIn(state) {
  return typeof state?.written === "number" && state.stops instanceof Object ? state : undefined;
}

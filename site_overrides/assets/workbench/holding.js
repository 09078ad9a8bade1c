// Only one tab writes a work: what two kept would be mixed up. The others read, and may take over.

/** How long another tab has to say that it is there, where browsers have no locks: on hosts without https. */
const ANSWERED = 300;

export class Holding {
  /** @type {() => void} lets go of what is held */
  #letGo = () => {};
  #name = "";

  /** @param {() => void} lost hears that another tab has taken over */
  constructor(lost) {
    this.lost = lost;
  }

  /**
   * Let go of what was held, and hold a work, unless another tab does.
   * @param {string} name
   * @returns {Promise<boolean>} whether this tab writes
   */
  async take(name) {
    this.#letGo();
    this.#letGo = () => {};
    this.#name = `clausetree ${name}`;
    return navigator.locks ? this.#lock({ ifAvailable: true }) : this.#askOthers();
  }

  /** Hold it, whoever does. What the other tab was writing then is written when this resolves. */
  async takeOver() {
    if (navigator.locks) await this.#lock({ steal: true });
    else this.#answer(true);
    await new Promise((waited) => window.setTimeout(waited, ANSWERED));
  }

  /** @param {LockOptions} options @returns {Promise<boolean>} */
  #lock(options) {
    return new Promise((answered) => {
      let held = false;
      navigator.locks
        .request(this.#name, options, (lock) => {
          held = lock !== null;
          answered(held);
          return held ? new Promise((letGo) => this.#lettingGo(() => letGo(undefined))) : undefined;
        })
        .catch(() => {
          answered(false);
          if (held) this.lost();
        });
    });
  }

  /** @param {() => void} letGo */
  #lettingGo(letGo) {
    this.#letGo = letGo;
  }

  /** @returns {Promise<boolean>} */
  async #askOthers() {
    const asking = new BroadcastChannel(this.#name);
    const elsewhere = new Promise((answered) => {
      asking.addEventListener("message", ({ data }) => data === "here" && answered(true));
      window.setTimeout(() => answered(false), ANSWERED);
    });
    asking.postMessage("who");
    const isElsewhere = await elsewhere;
    asking.close();
    // Two that asked at once heard nothing of each other: the last one writes, and the other is told.
    if (!isElsewhere) this.#answer(true);
    return !isElsewhere;
  }

  /** @param {boolean} takesOver */
  #answer(takesOver) {
    const answering = new BroadcastChannel(this.#name);
    this.#letGo = () => answering.close();
    answering.addEventListener("message", ({ data }) => {
      if (data === "who") answering.postMessage("here");
      if (data !== "mine") return;
      answering.close();
      this.lost();
    });
    if (takesOver) answering.postMessage("mine");
  }
}

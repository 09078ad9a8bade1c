// The works that are kept: the site's own, and folders of the author's. One of them is open.

import { asked } from "./asked.js";
import { Folder, same } from "./folder.js";
import { Holding } from "./holding.js";
import { Kept } from "./kept.js";
import { button, made } from "./made.js";
import { Merging } from "./merging.js";

const FULL =
  "There is no room left on this computer for what you write: it is not kept. Save your changes as a file, or make room, before you close this page.";
const FORBIDDEN =
  "This browser does not keep what you write here: it was told not to, or cannot. Save your changes as a file before you close this page.";
const ELSEWHERE = "This is open in another tab or window. Here you can read. To write here, take over.";
const LOST = "Another tab or window has taken over. Nothing more is written here.";
const PUBLISHED = "What you had changed is published now. You begin from there.";
/** Of a work with more policies, so many are named. */
const MOST_TITLES = 3;
const SAVED = "What you had changed is in the folder now. You begin from there.";

/**
 * @typedef {import("./folder.js").Content} Content
 * @typedef {import("./kept.js").Work} Work
 * @typedef {import("./kept.js").Change} Change
 * @typedef {import("./workbench.js").Told} Told
 */

export class Works {
  /** @type {Work | undefined} the one that is open */
  open;
  /** @type {Map<string, Change>} */
  changes = new Map();
  #askedToStay = false;
  #keeping = false;
  /** @type {(() => Promise<void>) | undefined} what keeps the work that is open, where it could not be kept yet */
  #unkept;

  /**
   * @param {import("./workbench.js").Workbench} bench
   * @param {Told} told what the site's own release says of itself
   * @param {string} site the name of the work that is the site's own
   */
  constructor(bench, told, site) {
    this.bench = bench;
    this.told = told;
    this.site = site;
    /** @type {Map<string, Content>} what is published now */
    this.published = new Map();
    this.kept = new Kept((keeping) => this.#sayKept(keeping));
    this.holding = new Holding(() => this.#lost());
    this.title = made("h2", { className: "bench-work" });
    this.button = button("Your works", () => void this.#list());
    window.addEventListener("beforeunload", (event) => {
      const { form } = this.bench;
      if (this.kept.waits || (this.#unkept && this.changes.size) || form.isHalfFilled) event.preventDefault();
    });
  }

  get isSite() {
    return this.open?.of === this.site;
  }

  /**
   * Go on with what is kept under a name; else begin it.
   * @param {string} name
   * @param {Map<string, Content>} latest the files as they are now, of the site or of the folder
   */
  async begin(name, latest) {
    if (name === this.site) this.published = latest;
    await this.#hold(name);
    const kept = await this.kept.work(name).catch(() => undefined);
    if (!kept) return this.anew(name, latest);
    const changes = await this.kept.changes(kept.name);
    if (sameFiles(kept.base, latest)) return this.#take(kept, kept.base, changes);
    if (![...changes].some(([path, { content }]) => !same(content ?? undefined, kept.base.get(path))))
      return this.anew(name, latest);
    const found = new Folder(latest).files;
    if ([...changes].every(([path, { content }]) => same(content ?? undefined, found.get(path)))) {
      await this.anew(name, latest);
      return this.bench.say(this.isSite ? PUBLISHED : SAVED);
    }
    await this.#take(kept, kept.base, changes);
    new Merging(this.bench, this, latest).offer();
  }

  /**
   * Begin from files as they are.
   * @param {string} name
   * @param {Map<string, Content>} base
   * @param {Map<string, Change>} [changes]
   * @param {boolean} [setsAside] whether what was kept under that name stays, under another
   */
  async anew(name, base, changes = new Map(), setsAside = false) {
    const begun = new Date().toISOString();
    /** @type {Work} */
    const work = { name, of: name, digest: this.told.digest, told: this.told, begun };
    const aside = setsAside ? `${name} ${begun}` : undefined;
    /** @type {(() => Promise<void>) | undefined} */
    let unkept = () => this.kept.begin(work, base, changes, aside);
    if (setsAside || this.kept.writes)
      try {
        await unkept();
        unkept = undefined;
      } catch (error) {
        if (setsAside) throw error;
      }
    await this.#take(work, base, changes, unkept);
  }

  /** @param {string} path @param {Change | undefined} change */
  keep(path, change) {
    if (!this.open) return;
    if (change) this.changes.set(path, change);
    else this.changes.delete(path);
    if (this.#unkept && this.kept.writes) void this.#keepWhole(this.#unkept);
    else this.kept.keep(this.open.name, path, change);
  }

  /**
   * Keep all of a work that could not be kept yet. What is written meanwhile comes after it.
   * @param {() => Promise<void>} unkept
   */
  async #keepWhole(unkept) {
    if (this.#keeping) return;
    this.#keeping = true;
    try {
      await unkept();
      if (this.#unkept !== unkept || !this.open) return;
      this.#unkept = undefined;
      for (const [path, change] of this.changes) this.kept.keep(this.open.name, path, change);
    } catch {
      // What is kept says why; with the next key it is tried again.
    } finally {
      this.#keeping = false;
    }
  }

  /**
   * @param {Work} work
   * @param {Map<string, Content>} base
   * @param {Map<string, Change>} changes
   * @param {() => Promise<void>} [unkept] what keeps it, where it is not kept yet
   */
  async #take(work, base, changes, unkept) {
    this.#unkept = unkept;
    this.open = work;
    this.title.textContent = this.titleOf(work);
    this.changes = changes;
    this.bench.notices.drop("release");
    await this.bench.take(base, changes, /** @type {Told} */ (work.told));
    void this.#count();
  }

  /** @param {string} name */
  async #hold(name) {
    this.kept.writes = await this.holding.take(name);
    this.bench.readOnly(!this.kept.writes);
    if (this.kept.writes) this.bench.notices.drop("tabs");
    else this.bench.notices.tell("tabs", ELSEWHERE, ["Take over", () => void this.#takeOver()]);
  }

  async #takeOver() {
    const { open } = this;
    if (!open) return;
    await this.holding.takeOver();
    this.kept.writes = true;
    this.bench.readOnly(false);
    this.bench.notices.drop("tabs");
    const kept = await this.kept.work(open.name).catch(() => undefined);
    if (kept) await this.#take(kept, kept.base, await this.kept.changes(kept.name));
    else await this.anew(open.name, this.bench.folder.base);
    this.bench.say("You write here now.");
  }

  #lost() {
    this.kept.writes = false;
    this.bench.readOnly(true);
    this.bench.notices.tell("tabs", LOST, ["Take over", () => void this.#takeOver()]);
  }

  /** @param {import("./kept.js").Keeping} keeping */
  #sayKept(keeping) {
    if (keeping === "kept") {
      this.bench.notices.drop("kept");
      void this.#askToStay();
    } else {
      const words = keeping === "full" ? FULL : FORBIDDEN;
      this.bench.notices.tell("kept", words, ["Hand over", () => void this.bench.saving.open()]);
    }
    this.bench.sayKept(keeping === "kept");
  }

  /** A browser may clear what it keeps when its disk gets full, unless it is asked to let it be. */
  async #askToStay() {
    if (this.#askedToStay) return;
    this.#askedToStay = true;
    try {
      if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
    } catch {
      // Then it is kept as other pages' are.
    }
  }

  async #count() {
    const works = await this.kept.works().catch(() => []);
    this.button.textContent = works.length > 1 ? `Your works (${works.length})` : "Your works";
  }

  async #list() {
    const works = (await this.kept.works().catch(() => [])).sort((a, b) => (a.last < b.last ? 1 : -1));
    const items = works.map((work) => this.#item(work));
    const none = made("p", {}, "Nothing is kept in this browser yet.");
    const list = items.length ? made("ul", { className: "bench-works" }, ...items) : none;
    await asked(
      "Your works",
      [made("p", {}, "They are kept in this browser, on this computer."), list],
      "Close",
      "",
    );
  }

  /** @param {Work & { changed: number, last: string }} work */
  #item(work) {
    const name = this.titleOf(work);
    const isOpen = work.name === this.open?.name;
    const when = new Date(work.last).toLocaleString(document.documentElement.lang || undefined, {
      dateStyle: "long",
      timeStyle: "short",
    });
    const changed = work.changed === 1 ? "1 file changed" : `${work.changed} files changed`;
    return made(
      "li",
      {},
      made("strong", {}, name),
      work.titles?.length ? made("p", {}, listed(work.titles)) : false,
      made("p", {}, `${isOpen ? "Open now. " : ""}${changed}, last ${when}.`),
      !isOpen &&
        made(
          "div",
          { className: "bench-tools" },
          after("Go on", name, () => this.goOn(work.name)),
          after("Remove", name, () => this.#remove(work.name, name)),
        ),
    );
  }

  /**
   * What the policies of the work are called that is open.
   * @param {string[]} titles
   */
  entitle(titles) {
    if (!this.open || !this.kept.writes || String(this.open.titles) === String(titles)) return;
    this.open.titles = titles;
    // It is known by its folder, where that cannot be kept.
    this.kept.entitle(this.open.name, titles).catch(() => {});
  }

  /** @param {Work} work */
  titleOf(work) {
    const name = work.of === this.site ? "This site" : work.of.replace(/^folder /, "");
    if (!work.ended) return name;
    return `${name}, set aside on ${new Date(work.ended).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "long", timeStyle: "short" })}`;
  }

  /** @param {string} name */
  async goOn(name) {
    if (name === this.site) return this.begin(name, this.published);
    await this.#hold(name);
    const kept = await this.kept.work(name).catch(() => undefined);
    if (!kept) return;
    await this.#take(kept, kept.base, await this.kept.changes(kept.name));
    this.bench.say(`You go on with: ${this.titleOf(kept)}.`);
  }

  /**
   * @param {string} name
   * @param {string} title
   */
  async #remove(name, title) {
    const words = `What you changed in “${title}” is gone then. This cannot be undone.`;
    if (!(await asked("Remove this work?", [made("p", {}, words)], "Remove it", "Keep it"))) return;
    await this.kept.remove(name);
    this.bench.say(`Removed: ${title}.`);
    await this.#count();
  }
}

/** @param {string[]} titles */
function listed(titles) {
  const more = titles.length - MOST_TITLES;
  return `${titles.slice(0, MOST_TITLES).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

/**
 * A button of a dialog, which closes that first.
 * @param {string} words
 * @param {string} name
 * @param {() => Promise<void>} act
 */
function after(words, name, act) {
  const pressed = button(
    words,
    () => {
      pressed.closest("dialog")?.close();
      void act();
    },
    { "aria-label": `${words}: ${name}` },
  );
  return pressed;
}

/**
 * @param {Map<string, Content>} one
 * @param {Map<string, Content>} other
 */
function sameFiles(one, other) {
  return one.size === other.size && [...one].every(([path, content]) => same(content, other.get(path)));
}

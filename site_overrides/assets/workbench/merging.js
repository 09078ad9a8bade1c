// Work that was begun on an older release is taken over into the newer one. What is not certain is asked.

import { asked } from "./asked.js";
import { Folder } from "./folder.js";
import { made } from "./made.js";

const ANEW = "The site has been published anew since you began. What you wrote stands on the release before.";
const FOLDER_ANEW = "The folder has changed since you began. What you wrote stands on the files as they were.";
const CHOICES = { mine: "Take mine", published: "Take what is published", both: "Take both" };
const TEXTS = /** @type {const} */ ([
  ["base", "As it was"],
  ["mine", "Mine"],
  ["published", "Published since"],
]);

/**
 * @typedef {{ id: string, file: string, where: string[], what: string, base: string | null, mine: string | null,
 *   published: string | null, choices: (keyof typeof CHOICES)[] }} Conflict
 * @typedef {{ files: { path: string, text?: string, mine?: boolean, gone?: boolean }[], conflicts: Conflict[],
 *   told: string[] }} Merged
 * @typedef {import("./kept.js").Change} Change
 */

export class Merging {
  /**
   * @param {import("./workbench.js").Workbench} bench
   * @param {import("./works.js").Works} works
   * @param {Map<string, import("./folder.js").Content>} latest
   */
  constructor(bench, works, latest) {
    this.bench = bench;
    this.works = works;
    this.latest = latest;
  }

  offer() {
    const words = this.works.isSite ? ANEW : FOLDER_ANEW;
    this.bench.notices.tell(
      "release",
      words,
      ["Take my changes over", () => void this.#takeOver()],
      ["Set them aside and begin again", () => void this.#setAside()],
    );
  }

  async #setAside() {
    this.bench.readOnly(true);
    if (await this.#begin(new Map())) this.bench.say("What you wrote before is kept among your works.");
    this.bench.readOnly(!this.works.kept.writes);
  }

  /** What is written while they are put together would stand in neither. */
  async #takeOver() {
    this.bench.readOnly(true);
    try {
      await this.#putTogether();
    } catch (error) {
      this.bench.say(`Nothing was taken over: ${error instanceof Error ? error.message : error}`);
    } finally {
      this.bench.readOnly(!this.works.kept.writes);
    }
  }

  async #putTogether() {
    const { bench } = this;
    bench.say("Your changes are being put together with what was published since.");
    if (!(await bench.whenLive())) return bench.say("What puts them together cannot run in this browser.");
    const latest = new Folder(this.latest);
    await bench.asking.open("latest", latest.zipped(), bench.said());
    /** @type {Merged} */
    let merged = await bench.asking.ask("merge");
    if (merged.conflicts.length) {
      const chosen = await this.#choose(merged.conflicts);
      if (!chosen) return bench.say("Nothing was taken over. You can do that later.");
      merged = await bench.asking.ask("merge", { chosen });
    }
    if (!(await this.#begin(changesOf(merged, bench)))) return;
    const told = [
      "Your changes are taken over.",
      ...merged.told,
      "What you had before is kept among your works.",
    ];
    bench.say(told.join(" "));
  }

  /**
   * Begin on the newer release. What is kept stays as it was, under another name.
   * @param {Map<string, Change>} changes
   */
  async #begin(changes) {
    const { open, kept } = this.works;
    if (!open) return false;
    if (!kept.writes) this.bench.say("Take over from the other tab first.");
    else
      try {
        await this.works.anew(open.name, this.latest, changes, true);
        return true;
      } catch {
        this.bench.say("Nothing was changed: there was no room to keep what you had before.");
      }
    return false;
  }

  /**
   * @param {Conflict[]} conflicts
   * @returns {Promise<Record<string, string> | undefined>}
   */
  async #choose(conflicts) {
    const all = conflicts.length === 1 ? "There is 1 place" : `There are ${conflicts.length} places`;
    const words = `${all} where it is not certain what is to be said. All else is put together already.`;
    const list = conflicts.map((conflict, at) => question(conflict, `conflict-${at}`));
    const answers = await asked(
      "What is to be taken?",
      [made("p", {}, words), ...list],
      "Take my changes over",
      "Not now",
    );
    if (!answers) return undefined;
    return Object.fromEntries(conflicts.map(({ id }, at) => [id, String(answers.get(`conflict-${at}`))]));
  }
}

/**
 * @param {Conflict} conflict
 * @param {string} name
 */
function question(conflict, name) {
  const texts = TEXTS.filter(([which]) => which !== "base" || conflict.base !== null);
  return made(
    "fieldset",
    { className: "bench-conflict" },
    made("legend", {}, [conflict.file, ...conflict.where].join(" › ")),
    made("p", {}, conflict.what),
    made("dl", {}, ...texts.flatMap(([which, words]) => [made("dt", {}, words), said(conflict[which])])),
    ...conflict.choices.map((choice) =>
      made(
        "label",
        { className: "bench-choice" },
        made("input", { type: "radio", name, value: choice, required: true }),
        ` ${CHOICES[choice]}`,
      ),
    ),
  );
}

/** @param {string | null} text */
function said(text) {
  return made(
    "dd",
    {},
    text === null ? made("em", {}, "Nothing") : made("pre", { className: "bench-said", tabIndex: 0 }, text),
  );
}

/**
 * What is changed in the newer release, each file with its history: to undo leads back to what was written before.
 * @param {Merged} merged
 * @param {import("./workbench.js").Workbench} bench
 * @returns {Map<string, Change>}
 */
function changesOf({ files }, bench) {
  const { folder, editor } = bench;
  return new Map(
    files.map(({ path, text, gone }) => {
      if (gone) return [path, { content: null }];
      if (text === undefined) return [path, { content: folder.files.get(path) ?? null }];
      const before = folder.text(path);
      const kept =
        before === undefined ? undefined : editor.stepped(path, before, bench.editors.get(path), text);
      return [path, { content: text, editor: kept }];
    }),
  );
}

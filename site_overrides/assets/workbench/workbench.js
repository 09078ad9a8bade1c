// The page for authors: it opens what is published, or a folder of the author's, and shows beside what she writes what is
// wrong with it and what readers will see. Every rule about policies and trees is in Python (asking.js).

import "../page/browser-storage.js";
import { fetchText } from "../page/fetch-text.js";
import { bytesOf } from "../python/web-assembly.js";
import { addressed, arrive } from "./arriving.js";
import { Asking, Unreadable } from "./asking.js";
import { completing, explainCode, explained, tellAbout } from "./assistance.js";
import { Changes } from "./changes.js";
import { Editor } from "./editor.js";
import { Faults, isOpen } from "./faults.js";
import { Files } from "./files.js";
import { Folder, unzipped } from "./folder.js";
import { FormView } from "./form.js";
import { fillInHead } from "./head.js";
import { layOut } from "./layout.js";
import { made } from "./made.js";
import { Notices } from "./notices.js";
import { oneAtATime } from "./one-at-a-time.js";
import { Saving } from "./saving.js";
import { Seen } from "./seen.js";
import { Tabs } from "./tabs.js";
import { Works } from "./works.js";

const KEPT =
  "Everything you write is kept in this browser, on this computer. A private window forgets it when it is closed.";
const STARTING = "You can write already. What checks it is being fetched.";
const FAILED = "What checks your words cannot run in this browser. You can write and save, and check later.";

const UNDONE = "Undone. The form shows it in a moment.";
const NOTHING_TO_UNDO = "There is nothing to undo in this file.";

const NO_TEXT = "This file is not text in UTF-8, so it cannot be changed here.";

/** How long after the start what is not wanted yet is fetched, in milliseconds. */
const WHEN_QUIET = 3000;

/** What can be seen of a procedure alone, and of a policy alone. */
const OF_TREES = ["try", "scenarios", "picture", "list", "linked", "course"];
const OF_POLICIES = ["page", "coverage"];

/** @typedef {{ digest: string, docs: string, trees: string, calendar: { text: string, calendar: string }, language: string }} Told */

export async function openWorkbench() {
  const main = document.getElementById("main");
  if (!main) return;
  const { root = "", sources = "", told = "" } = main.dataset;
  const at = (/** @type {string} */ address) => new URL(address || ".", location.href).href;
  const [said, archive] = await Promise.all([fetchText(at(told)).then(JSON.parse), bytesOf(at(sources))]);
  const bench = new Workbench(main, said, `published ${new URL(at(root)).pathname}`);
  const wanted = addressed();
  await bench.begin(unzipped(archive));
  await arrive(bench, wanted);
}

/**
 * The last time that something happened, for whoever measures.
 * @param {string} name
 */
function mark(name) {
  performance.clearMarks(name);
  performance.mark(name);
}

export class Workbench {
  /** @type {import("./asking.js").Checked | undefined} */
  checked;
  #check = oneAtATime(() => this.#checkOnce());
  #live = false;
  #saidKept = false;
  /** @type {Promise<void> | undefined} */
  #starting;
  /** @type {Map<string, unknown>} the editor's history of each file that was changed */
  editors = new Map();

  /**
   * @param {HTMLElement} main
   * @param {Told} told
   * @param {string} name that of the work which is kept
   */
  constructor(main, told, name) {
    this.main = main;
    this.told = told;
    this.root = main.dataset.root || "./";
    this.state = made("p", { className: "bench-state", role: "status" }, STARTING);
    this.notice = made("div", { className: "bench-notice", hidden: true });
    this.notices = new Notices();
    this.works = new Works(this, told, name);
    this.asking = new Asking(() => {
      this.#live = false;
      this.say(FAILED);
    });
    this.folder = new Folder(new Map());
    this.files = new Files((path) => this.show(path));
    const place = made("div", { className: "bench-editor" });
    this.editor = new Editor(place, {
      changed: (path, text) => this.#changed(path, text),
      complete: completing(this),
      explain: (path, offset) => explained(this, path, offset),
      tell: () => void tellAbout(this),
    });
    this.faults = new Faults(
      (fault) => this.#goTo(fault),
      (code) => void explainCode(this, code),
      // What the author alone knows is asked of her.
      ({ changes }) => (changes.length ? this.editor.change(changes) : void fillInHead(this)),
    );
    this.form = new FormView(this.asking, {
      now: (path) => this.folder.text(path) ?? "",
      change: (path, changes) => this.applyTo({ [path]: changes }, {}),
      mayWrite: () => this.mayWrite(),
    });
    this.seen = new Seen(this.asking, this.root, {
      go: (from) => (this.form.element.hidden ? this.editor.select(from) : this.form.goTo(from)),
      add: (path, lines) => this.#add(path, lines),
    });
    this.changes = new Changes(this);
    this.see = new Tabs(
      "What it comes to",
      {
        faults: "What is wrong",
        try: "Try it",
        scenarios: "Scenarios",
        picture: "Picture",
        list: "List",
        linked: "Every stop",
        course: "Course",
        page: "Page",
        coverage: "Clauses used",
        changes: "What changes",
      },
      (tab) => void this.#showSeen(tab),
    );
    this.saving = new Saving(this);
    this.see.panel("faults").append(this.faults.element);
    this.heading = made("h2", { className: "bench-heading", id: "bench-file", tabIndex: -1 });
    this.laid = layOut(this, place);
  }

  /** @param {boolean} shown whether the form is to be shown, and not the text */
  async showForm(shown) {
    if (shown && !this.#live) return this.say(STARTING);
    this.form.element.hidden = !shown;
    for (const part of this.laid.asText) part.hidden = shown;
    this.laid.undo.hidden = !shown;
    this.laid.format.hidden = shown || !this.editor.path.endsWith(".tree");
    this.laid.asForm.textContent = shown ? "As text" : "As a form";
    if (shown) await this.form.show(this.editor.path);
    else this.editor.view.requestMeasure();
    await this.#showFaults();
  }

  /** Undo what was changed last, where a form is shown. In the text, its own keys do. */
  undo() {
    const isUndone = this.mayWrite() && this.editor.undo();
    this.form.said.textContent = isUndone ? UNDONE : NOTHING_TO_UNDO;
  }

  /**
   * Make changes in several files, and give files other names.
   * @param {Record<string, import("./assistance.js").Change[]>} changes
   * @param {Record<string, string>} names the new names of files, by the old ones
   */
  async applyTo(changes, names) {
    for (const [path, each] of Object.entries(changes)) {
      if (path === this.editor.path) this.editor.change(each);
      else await this.put(path, applied(this.folder.text(path) ?? "", each));
    }
    for (const [path, name] of Object.entries(names)) {
      const moved = path.replace(/[^/]*$/, name.split("/").at(-1) ?? name);
      await this.move(path, moved, this.folder.text(path) ?? "");
    }
    void this.#check();
  }

  /**
   * Give a file another name, and other words with it.
   * @param {string} path
   * @param {string} moved
   * @param {string} text
   */
  async move(path, moved, text) {
    if (!this.mayWrite()) return;
    const isOpen = path === this.editor.path;
    const before = this.folder.files.get(path);
    this.#hold(moved, text);
    this.#hold(path, null, this.folder.base.has(path) ? undefined : before);
    this.#refresh();
    if (isOpen) this.show(moved);
    if (!this.#live) return;
    await Promise.all([this.asking.ask("write", { path: moved, text }), this.asking.ask("remove", { path })]);
    await this.#check();
  }

  /** Whether this tab writes; if not, it says so. */
  mayWrite() {
    if (!this.works.kept.writes) this.say("Take over from the other tab first.");
    return this.works.kept.writes;
  }

  /** The file that was open last in this work. */
  get #last() {
    return browserStorage(() => localStorage, `workbench:${this.name}`);
  }

  /** That of the work which is open. */
  get name() {
    return this.works.open?.name ?? this.works.site;
  }

  get kept() {
    return this.works.kept;
  }

  get isLive() {
    return this.#live;
  }

  /**
   * Take files that a command wrote: it has put them into the folder that Python reads already.
   * @param {Map<string, import("./folder.js").Content>} files
   */
  takeFiles(files) {
    if (!this.mayWrite()) return;
    for (const [path, content] of files) this.#hold(path, content);
    this.#refresh();
    const first = [...files.keys()].find((path) => /\.(tree|md)$/.test(path) && path.includes("/"));
    if (first) this.show(first);
    void this.#check();
  }

  /**
   * @param {string} path
   * @param {string} lines to stand at the end of the file, as a block of its own
   */
  #add(path, lines) {
    const text = this.folder.text(path) ?? "";
    const change = { from: text.replace(/\n*$/, "").length, to: text.length, insert: `\n\n${lines}` };
    if (this.mayWrite()) void this.applyTo({ [path]: [change] }, {});
  }

  /** @param {Map<string, import("./folder.js").Content>} published */
  async begin(published) {
    await this.works.begin(this.works.site, published);
    this.#starting = this.#startPython();
    await this.#starting;
  }

  /**
   * Edit another work.
   * @param {Map<string, import("./folder.js").Content>} base
   * @param {Map<string, import("./kept.js").Change>} changes
   * @param {Told} told what is said of the release that it was begun from
   */
  async take(base, changes, told) {
    this.told = told;
    this.editor.clear();
    this.checked = undefined;
    this.folder = new Folder(base, new Map([...changes].map(([path, { content }]) => [path, content])));
    this.editors = new Map([...changes].map(([path, { editor }]) => [path, editor]));
    mark("editable");
    this.#refresh();
    const wanted = [addressed().file, String(this.#last.read() ?? "")];
    this.show(wanted.find((path) => this.folder.files.has(path)) ?? this.#first());
    if (!this.#live) return;
    await this.#handOver();
    await this.#check();
  }

  /** The file that an author is most likely to want: a policy. */
  #first() {
    const paths = [...this.folder.files.keys()].sort();
    return (
      paths.find((path) => path.endsWith(".tree")) ??
      paths.find((path) => path.endsWith(".md")) ??
      paths[0] ??
      ""
    );
  }

  /**
   * Go on with a folder of the author's, or begin it.
   * @param {string} name
   * @param {Map<string, import("./folder.js").Content>} files
   */
  async open(name, files) {
    await this.works.begin(name, files);
  }

  /** @param {boolean} readOnly whether another tab writes */
  readOnly(readOnly) {
    this.editor.readOnly = readOnly || this.folder.text(this.editor.path) === undefined;
  }

  /** @returns {Promise<boolean>} whether Python runs, once that is known */
  async whenLive() {
    await this.#starting;
    return this.#live;
  }

  async #startPython() {
    const { runtime = "", program = "", entry = "" } = this.main.dataset;
    const at = (/** @type {string} */ address) => new URL(address, location.href).href;
    try {
      await this.asking.start(at(runtime), at(program), entry);
      this.#live = true;
      await this.#handOver();
      mark("workbench-live");
      await this.#check();
      this.sayKept(true);
      // Without the network, the page goes on with all that it needs.
      window.setTimeout(() => this.asking.tell("prepare"), WHEN_QUIET);
    } catch (error) {
      console.error(error);
      this.say(FAILED);
    }
  }

  /** What Python is told of a folder. */
  said() {
    return { today: new Intl.DateTimeFormat("sv-SE").format(new Date()), calendar: this.told.calendar };
  }

  async #handOver() {
    await this.asking.open("published", this.folder.zippedBase(), this.said());
    await this.asking.open("mine", this.folder.zipped(), this.said());
  }

  /** @param {string} path */
  show(path) {
    const text = this.folder.text(path);
    this.heading.textContent = path || "No file";
    this.editor.show(path, text ?? "", this.editors.get(path));
    this.#last.write(path);
    this.readOnly(!this.works.kept.writes);
    if (path && text === undefined) this.say(NO_TEXT);
    this.files.choose(path);
    this.laid.format.hidden = !path.endsWith(".tree");
    const tree = path.endsWith(".tree");
    for (const name of OF_TREES) this.see.offer(name, tree);
    for (const name of OF_POLICIES) this.see.offer(name, path.endsWith(".md"));
    const kept = this.see.chosen;
    this.see.choose(kept && this.see.isOffered(kept) ? kept : "faults");
    if (this.form.element.hidden) void this.#showFaults();
    else void this.showForm(tree);
    this.laid.asForm.hidden = !tree;
    this.laid.head.hidden = !path.endsWith(".md");
    history.replaceState(history.state, "", `#${encodeURIComponent(path)}`);
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  #changed(path, text) {
    // Python reads it while it is put away here.
    if (this.#live) {
      this.asking.tell("write", { path, text });
      void this.#check();
    }
    const editor = this.editor.kept();
    this.folder.files.set(path, text);
    this.editors.set(path, editor);
    this.works.keep(path, { content: text, editor });
    this.files.mark(path, this.folder.isChanged(path));
  }

  /**
   * Say something else of a file, whether it is open or not, or nothing where it is gone.
   * @param {string} path
   * @param {import("./folder.js").Content | null} content
   * @param {import("./folder.js").Content} [was] what it said, where that was never published
   */
  async put(path, content, was) {
    if (!this.works.kept.writes) return;
    this.#hold(path, content, was);
    this.#refresh();
    if (content === null && path === this.editor.path) this.show(this.#first());
    if (!this.#live) return;
    if (typeof content === "string") await this.asking.ask("write", { path, text: content });
    else if (content === null) await this.asking.ask("remove", { path });
    else await this.#handOver();
    await this.#check();
  }

  /**
   * Hold what a file says now, so that it can be undone.
   * @param {string} path
   * @param {import("./folder.js").Content | null} content
   * @param {import("./folder.js").Content} [was]
   */
  #hold(path, content, was) {
    const before = this.folder.text(path);
    const isText = typeof content === "string" && before !== undefined;
    if (isText && path === this.editor.path) {
      if (content !== before) this.editor.change([{ from: 0, to: before.length, insert: content }]);
      return;
    }
    const editor = isText ? this.editor.stepped(path, before, this.editors.get(path), content) : undefined;
    this.editors.set(path, editor);
    this.folder.put(path, content);
    this.works.keep(path, { content, editor, ...(was === undefined ? {} : { was }) });
  }

  /** Check what is written now, and show what is wrong. */
  async #checkOnce() {
    if (!this.#live) return;
    mark("check-asked");
    try {
      this.checked = await this.asking.ask("check");
      this.faults.fault = "";
    } catch (error) {
      if (!(error instanceof Unreadable)) return this.say(FAILED);
      this.faults.fault = error.message;
    }
    if (this.checked) {
      this.files.name(this.checked);
      this.works.entitle(this.checked.policies.map(({ title }) => title));
    }
    await this.#showFaults();
    mark("check-shown");
    if (this.see.chosen !== "faults") void this.#showSeen(this.see.chosen);
    else await this.#showMends();
  }

  /** Where it is certain what was meant, a button mends it. */
  async #showMends() {
    const { path } = this.editor;
    if (!this.checked?.faults.some(({ file, severity }) => file === path && severity !== "acknowledged"))
      return;
    const { text } = this.editor;
    const mends = await this.asking.ask("mends", { file: path }).catch(() => []);
    if (path !== this.editor.path || text !== this.editor.text) return;
    // A mend counts in the text that it was found in.
    this.faults.offer(mends, () => path === this.editor.path && text === this.editor.text);
  }

  async #showFaults() {
    const inForm = this.form.element.hidden ? [] : await this.form.showFaults().catch(() => []);
    const found = this.checked?.faults ?? [];
    const here = found.filter((fault) => fault.file === this.editor.path);
    this.faults.show(found, this.editor.path, this.checked?.notes, inForm);
    if (this.checked) this.editor.showFaults(here);
    const wrong = found.filter(isOpen).length;
    this.see.rename("faults", wrong ? `What is wrong (${wrong})` : "What is wrong");
    this.files.count(found);
  }

  /** @param {string} tab */
  async #showSeen(tab) {
    if (tab === "faults" || !tab) return;
    const panel = this.see.panel(tab);
    if (tab === "changes") this.changes.list(panel);
    if (!this.#live) return;
    try {
      if (tab === "changes") await this.changes.show();
      else await this.seen.show(tab, this.editor.path, panel);
    } catch (error) {
      if (error instanceof Unreadable) panel.replaceChildren(made("p", {}, error.message));
    }
  }

  /** @param {import("./asking.js").Fault} fault */
  #goTo(fault) {
    if (fault.file !== this.editor.path) this.show(fault.file);
    if (this.form.element.hidden) this.editor.select(fault.from, fault.to);
    else this.form.goToFault(fault);
  }

  async layOutText() {
    if (!this.#live || !this.mayWrite()) return;
    const before = this.editor.text;
    const laidOut = await this.asking.ask("format", { file: this.editor.path });
    if (laidOut !== before && this.editor.text === before) {
      this.editor.change([{ from: 0, to: before.length, insert: laidOut }]);
      this.say("Laid out: only spaces and empty lines have changed.");
    } else this.say("It is laid out already, or has a line that cannot be read.");
  }

  #refresh() {
    this.files.show([...this.folder.files.keys()], (path) => this.folder.isChanged(path));
  }

  /** @param {boolean} kept */
  sayKept(kept) {
    if (kept && this.#live && !this.#saidKept) this.say(KEPT);
    this.#saidKept = kept && this.#live;
  }

  /** @param {string} words */
  say(words) {
    if (this.state.textContent !== words) this.state.textContent = words;
  }
}

/**
 * @param {string} text
 * @param {import("./assistance.js").Change[]} changes
 */
function applied(text, changes) {
  return [...changes]
    .sort((one, other) => other.from - one.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

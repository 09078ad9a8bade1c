// What the editor offers while somebody writes: words that can stand here, what a name means, where it is written, another
// name for it. All of it is asked of Python.

import { asked } from "./asked.js";
import { button, fragment, made } from "./made.js";

/**
 * @typedef {{ asking: import("./asking.js").Asking, editor: import("./editor.js").Editor, isLive: boolean, root: string,
 *   show(path: string): void, say(words: string): void, mayWrite(): boolean, notice: HTMLElement,
 *   applyTo(changes: Record<string, Change[]>, files: Record<string, string>): Promise<void> }} Bench
 * @typedef {{ from: number, to: number, insert: string }} Change
 * @typedef {{ file: string, from: number, to: number, defines: boolean }} Place
 */

/**
 * @param {Bench} bench
 * @returns {import("@codemirror/autocomplete").CompletionSource}
 */
export function completing(bench) {
  return async (context) => {
    if (
      !bench.isLive ||
      !(context.explicit || /\S$/.test(before(context)) || /(->|when|cites|\() $/.test(before(context)))
    )
      return null;
    const found = await bench.asking.ask("complete", { file: bench.editor.path, at: context.pos });
    if (!found.choices.length || context.aborted) return null;
    return {
      from: found.from,
      to: found.to,
      filter: false,
      options: found.choices.map((/** @type {{ label: string, text: string, about: string }} */ one) => ({
        label: one.label,
        detail: one.about,
        apply: one.text,
      })),
    };
  };
}

/** @param {import("@codemirror/autocomplete").CompletionContext} context */
function before(context) {
  const line = context.state.doc.lineAt(context.pos);
  return line.text.slice(0, context.pos - line.from);
}

/**
 * What stands at a place, as a small note.
 * @param {Bench} bench
 * @param {string} path
 * @param {number} at
 */
export async function explained(bench, path, at) {
  if (!bench.isLive) return undefined;
  const found = await bench.asking.ask("explain", { file: path, at });
  if (!found) return undefined;
  const more =
    found.address &&
    made(
      "p",
      {},
      made("a", { href: `${bench.root}${found.address}`, target: "_blank" }, "Read it on its page"),
    );
  return made(
    "div",
    { className: "cm-tooltip-hover" },
    made("p", {}, made("strong", {}, found.title)),
    ...found.words.map((/** @type {string} */ words) => made("p", {}, words)),
    more,
  );
}

/**
 * Show what the code of a message means, with an example.
 * @param {Bench} bench
 * @param {string} code
 */
export async function explainCode(bench, code) {
  const html = await bench.asking.ask("code", { code });
  const words = html
    ? made("div", { className: "bench-report", tabIndex: 0 }, fragment(html))
    : "Nothing more is known of it.";
  await asked(`What ${code} means`, [words], "Close", "");
}

/**
 * Show all that is known of what the cursor stands at: what it means, where it is written, where it is used.
 * @param {Bench} bench
 */
export async function tellAbout(bench) {
  if (!bench.isLive) return;
  const asked = { file: bench.editor.path, at: bench.editor.cursor };
  const [note, place, uses] = await Promise.all([
    explained(bench, asked.file, asked.at),
    bench.asking.ask("definition", asked),
    bench.asking.ask("uses", asked),
  ]);
  if (!note && !place && !uses.length) {
    bench.say("Nothing is known of what the cursor stands at.");
    return;
  }
  const close = button("Close", () => hide(bench));
  const there = /** @type {Place | null} */ (place);
  const parts = [
    note,
    there && button("Go to where it is written", () => go(bench, there)),
    uses.length > 1 &&
      made("details", {}, made("summary", {}, `It is used at ${uses.length} places`), listOf(bench, uses)),
  ];
  bench.notice.replaceChildren(...parts.filter((part) => part instanceof Node), renaming(bench, asked), close);
  bench.notice.hidden = false;
  close.focus();
}

/**
 * @param {Bench} bench
 * @param {Place[]} places
 */
function listOf(bench, places) {
  const item = (/** @type {Place} */ place) =>
    made(
      "li",
      {},
      button(`${place.file}, at ${place.from}`, () => go(bench, place), { className: "bench-go" }),
    );
  return made("ul", {}, ...places.map(item));
}

/**
 * @param {Bench} bench
 * @param {{ file: string, at: number }} asked
 */
function renaming(bench, asked) {
  const name = made("input", { id: "bench-rename", className: "bench-input", autocomplete: "off" });
  const said = made("p", { role: "status" });
  const { text } = bench.editor;
  const rename = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!bench.mayWrite()) return;
    if (bench.editor.path !== asked.file || bench.editor.text !== text) {
      said.textContent = "The text has changed since. Close this, and ask once more.";
      return;
    }
    const found = await bench.asking.ask("rename", { ...asked, new: name.value });
    if (found.why) {
      said.textContent = found.why;
      return;
    }
    await bench.applyTo(found.changes, found.files);
    hide(bench);
    bench.say(["It has its new name everywhere.", ...found.warnings].join(" "));
  };
  return made(
    "form",
    {
      className: "bench-keep",
      on: { submit: rename },
    },
    made("label", { htmlFor: name.id }, "Another name for it, everywhere"),
    name,
    made("button", { type: "submit", className: "bench-button" }, "Rename"),
    said,
  );
}

/**
 * @param {Bench} bench
 * @param {Place} place
 */
function go(bench, place) {
  hide(bench);
  if (place.file !== bench.editor.path) bench.show(place.file);
  bench.editor.select(place.from, place.to);
}

/** @param {Bench} bench */
function hide(bench) {
  bench.notice.hidden = true;
  bench.editor.view.focus();
}

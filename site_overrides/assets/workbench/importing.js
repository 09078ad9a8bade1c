// A document of an office program becomes a policy, or a flowchart a procedure, as `clausetree import` makes it.

import { button, fragment, made } from "./made.js";

/** @typedef {{ said: string, html: string, code: number, wrote: Record<string, { text?: string, base64?: string }> }} Imported */

const KINDS = ".docx,.odt,.html,.htm,.txt,.pdf,.mmd,.mermaid,.drawio,.bpmn,.vsdx,.xml";
const NOT_YET = "What reads documents is still being fetched. Try again in a moment.";
const DRAWN = /\.(mmd|mermaid|drawio|bpmn|vsdx|xml)$/i;

/**
 * @param {{ asking: import("./asking.js").Asking, checked?: import("./asking.js").Checked, notice: HTMLElement, editor: import("./editor.js").Editor,
 *   takeFiles(files: Map<string, import("./folder.js").Content>): void, isLive: boolean,
 *   say(words: string): void, mayWrite(): boolean }} bench
 * @returns {Node[]} the controls
 */
export function offerImporting(bench) {
  /** @param {File | undefined} file */
  const take = (file) => {
    if (!file) return;
    if (!bench.isLive) bench.say(NOT_YET);
    else if (bench.mayWrite()) ask(bench, file);
  };
  // A file that is let go of anywhere else, a browser would open in place of the page.
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  const input = made("input", {
    type: "file",
    accept: KINDS,
    hidden: true,
    "aria-label": "Import a document",
  });
  const press = button("Import a document", () => choose(bench, input, take));
  input.addEventListener("change", () => {
    take(input.files?.[0]);
    input.value = "";
  });
  return [press, input];
}

/**
 * A file is chosen, or let go of over the page; or text is pasted.
 * @param {Parameters<typeof offerImporting>[0]} bench
 * @param {HTMLInputElement} input
 * @param {(file: File | undefined) => void} take
 */
function choose(bench, input, take) {
  const text = made("textarea", { id: "bench-pasted", className: "bench-input", rows: 6 });
  const pasted = () => {
    if (text.value.trim()) take(new File([text.value], "pasted.txt", { type: "text/plain" }));
    else text.focus();
  };
  const file = button("Choose a file", () => input.click());
  say(bench, [
    made("h2", {}, "Import a document"),
    made(
      "p",
      {},
      "Word, LibreOffice, a web page, plain text, or a flowchart. You can also drop the file on this page.",
    ),
    file,
    made("p", {}, made("label", { htmlFor: text.id }, "Or paste its text"), text),
    button("Read the text", pasted),
    close(bench),
  ]);
  file.focus();
}

/**
 * @param {Parameters<typeof offerImporting>[0]} bench
 * @param {File} file
 */
function ask(bench, file) {
  const drawn = DRAWN.test(file.name);
  const policies = bench.checked?.policies ?? [];
  const choice = made(
    "select",
    { id: "bench-as", className: "bench-input" },
    ...(drawn ? [] : [made("option", { value: "" }, "A new policy")]),
    ...policies.map(({ id, title }) =>
      made("option", { value: id }, drawn ? title : `The next version of: ${title}`),
    ),
  );
  const changes = made(
    "select",
    { id: "bench-tracked", className: "bench-input" },
    made("option", { value: "" }, "Ask me if there are any"),
    made("option", { value: "accepted" }, "Take them as accepted"),
    made("option", { value: "rejected" }, "Take them as rejected"),
  );
  const read = async () => {
    const as = choice.value ? [drawn ? "--policy" : "--as", choice.value] : [];
    const words = [...as, ...(changes.value && !drawn ? ["--changes", changes.value] : [])];
    say(bench, [made("p", { role: "status" }, `Reading ${file.name}.`)]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    /** @type {Imported | undefined} */
    const done = await bench.asking.take(file.name, bytes, words).catch(() => undefined);
    if (!done) return say(bench, [made("p", {}, `${file.name} could not be read here.`), close(bench)]);
    const files = Object.entries(done.wrote).map(
      ([path, content]) => /** @type {const} */ ([path, contentOf(content)]),
    );
    if (files.length) bench.takeFiles(new Map(files));
    const report = made("div", { className: "bench-report", tabIndex: 0 }, fragment(done.html));
    const again = done.code ? [button("Try again", () => ask(bench, file))] : [];
    say(bench, [report, ...again, close(bench)]);
  };
  say(bench, [
    made("h2", {}, `Import ${file.name}`),
    made(
      "p",
      {},
      made("label", { htmlFor: choice.id }, drawn ? "The policy that it was drawn from" : "What it is"),
      choice,
    ),
    ...(drawn
      ? []
      : [made("p", {}, made("label", { htmlFor: changes.id }, "Changes that are tracked in it"), changes)]),
    button("Read it", () => void read()),
    close(bench),
  ]);
  choice.focus();
}

/** @param {Parameters<typeof offerImporting>[0]} bench */
function close(bench) {
  return button("Close", () => {
    bench.notice.hidden = true;
    bench.editor.view.focus();
  });
}

/**
 * @param {Parameters<typeof offerImporting>[0]} bench
 * @param {Node[]} parts
 */
function say(bench, parts) {
  bench.notice.hidden = false;
  bench.notice.tabIndex = -1;
  bench.notice.replaceChildren(...parts);
  bench.notice.focus();
}

/** @param {{ text?: string, base64?: string }} content */
function contentOf({ text, base64 = "" }) {
  return text ?? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

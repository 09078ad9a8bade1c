// The editor of texts. It stands in a tree of elements of its own: the site's security policy forbids styles that are
// written into a page, and there the editor's are sheets that scripts make.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  isolateHistory,
  undo,
} from "@codemirror/commands";
import { bracketMatching, indentService, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, openSearchPanel, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { THEME } from "./editor-theme.js";
import { languageOf } from "./languages.js";

/**
 * @typedef {{ changed(path: string, text: string): void,
 *   complete: import("@codemirror/autocomplete").CompletionSource,
 *   explain(path: string, offset: number): Promise<Node | undefined>, tell(): void }} Listener
 */

const writing = new Compartment();

const fourSpaces = indentUnit.of("    ");

/** A new line stands as far in as the one before; beneath a line that opens a block, one step further. */
const indentation = indentService.of((context, pos) => {
  const line = context.state.doc.lineAt(pos);
  const before = /** @type {RegExpExecArray} */ (/^[ ]*/.exec(line.text))[0].length;
  return before + (/^\w/.test(line.text) ? 4 : 0);
});

export class Editor {
  /** @type {Map<string, EditorState>} */
  #states = new Map();
  #path = "";
  #readOnly = false;

  /**
   * @param {HTMLElement} place
   * @param {Listener} listener
   */
  constructor(place, listener) {
    this.listener = listener;
    const root = place.attachShadow({ mode: "open" });
    // Nothing is written before there is a file to write it into.
    const extensions = [EditorState.readOnly.of(true), EditorView.editable.of(false)];
    this.view = new EditorView({ parent: root, root, state: EditorState.create({ extensions }) });
  }

  get path() {
    return this.#path;
  }

  get cursor() {
    return this.view.state.selection.main.head;
  }

  get text() {
    return this.view.state.doc.toString();
  }

  /**
   * Show a file. One that was open goes on where it was left.
   * @param {string} path
   * @param {string} text
   * @param {unknown} [kept] the state of the editor that was kept with it
   */
  show(path, text, kept) {
    if (this.#path) this.#states.set(this.#path, this.view.state);
    this.#path = path;
    const known = this.#states.get(path);
    this.view.setState(known && known.doc.toString() === text ? known : this.#state(path, text, kept));
  }

  /** Forget what was open: another folder is edited now. */
  clear() {
    this.#states.clear();
    this.#path = "";
  }

  /** What is kept with the file that is open, so that undoing goes on after the page was closed. */
  kept() {
    return keptOf(this.view.state);
  }

  /** @param {boolean} readOnly whether nothing can be written, in any file */
  set readOnly(readOnly) {
    this.#readOnly = readOnly;
    const effects = writing.reconfigure(EditorState.readOnly.of(readOnly));
    for (const [path, state] of this.#states) this.#states.set(path, state.update({ effects }).state);
    if (this.#path) this.view.dispatch({ effects });
  }

  /**
   * Put other words into a file that is not open, as one step that can be undone.
   * @param {string} path
   * @param {string} text
   * @param {unknown} kept
   * @param {string} next
   * @returns {unknown} what is kept with it then
   */
  stepped(path, text, kept, next) {
    const known = this.#states.get(path);
    const before = known?.doc.toString() === text ? known : this.#state(path, text, kept);
    const changes = { from: 0, to: before.doc.length, insert: next };
    const annotations = isolateHistory.of("full");
    const { state } = before.update({ changes, annotations, userEvent: "input" });
    this.#states.set(path, state);
    return keptOf(state);
  }

  /**
   * @param {{ from: number, to: number, insert: string }[]} changes
   * @param {number} [at] where the cursor is to stand then
   */
  change(changes, at) {
    if (this.#readOnly) return;
    this.view.dispatch({
      changes,
      ...(at === undefined ? {} : { selection: { anchor: at } }),
      userEvent: "input",
    });
  }

  /**
   * @param {number} from
   * @param {number} [to]
   */
  select(from, to = from) {
    const end = this.view.state.doc.length;
    const selection = { anchor: Math.min(from, end), head: Math.min(to, end) };
    this.view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: "center" }) });
    this.view.focus();
  }

  /** @param {import("./asking.js").Fault[]} faults */
  showFaults(faults) {
    const end = this.view.state.doc.length;
    const diagnostics = faults.map((fault) => ({
      from: Math.min(fault.from, end),
      to: Math.min(Math.max(fault.to, fault.from), end),
      severity: /** @type {"error" | "warning" | "info"} */ (
        fault.left || fault.severity === "acknowledged" ? "info" : fault.severity
      ),
      message: fault.hint ? `${fault.message}\n${fault.hint}` : fault.message,
      source: fault.code,
    }));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  find() {
    openSearchPanel(this.view);
  }

  /** @returns {boolean} whether there was something to undo */
  undo() {
    return undo(this.view);
  }

  /**
   * @param {string} path
   * @param {string} text
   * @param {any} kept
   */
  #state(path, text, kept) {
    const extensions = [
      lineNumbers(),
      highlightActiveLineGutter(),
      history(),
      drawSelection(),
      path.endsWith(".tree") ? indentation : [],
      fourSpaces,
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      lintGutter(),
      autocompletion({ override: [this.listener.complete], icons: false }),
      hoverTooltip((_, pos) => this.#tooltip(pos)),
      EditorView.lineWrapping,
      // Tab goes on to the next control, as everywhere. Ctrl and ] moves a line further in.
      keymap.of([
        { key: "F2", run: () => this.#tell() },
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...completionKeymap,
        ...lintKeymap,
      ]),
      // A browser that writes over coloured words itself gives the new ones the colour of the old as a style, which the
      // site's security policy refuses and reports.
      EditorView.domEventHandlers({ beforeinput: (event, view) => writtenOver(event, view) }),
      EditorView.contentAttributes.of({
        "aria-label": `Text of ${path}`,
        tabindex: "0",
        spellcheck: "true",
        lang: "en",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) this.listener.changed(path, update.state.doc.toString());
      }),
      languageOf(path),
      writing.of(EditorState.readOnly.of(this.#readOnly)),
      THEME,
    ];
    try {
      if (kept) return EditorState.fromJSON({ doc: text, ...kept }, { extensions }, { history: historyField });
    } catch {
      // It was kept by an editor of another release: what was written is there, its steps are not.
    }
    return EditorState.create({ doc: text, extensions });
  }

  #tell() {
    this.listener.tell();
    return true;
  }

  /** @param {number} pos */
  async #tooltip(pos) {
    const dom = await this.listener.explain(this.#path, pos);
    return dom ? { pos, above: true, create: () => ({ dom: /** @type {HTMLElement} */ (dom) }) } : null;
  }
}

/** @param {EditorState} state */
function keptOf(state) {
  const { selection, history: past } = state.toJSON({ history: historyField });
  return { selection, history: past };
}

/**
 * @param {InputEvent} event
 * @param {EditorView} view
 * @returns {boolean} whether what is selected was written over here
 */
function writtenOver(event, view) {
  const { from, to, empty } = view.state.selection.main;
  const text = event.data;
  if (event.inputType !== "insertText" || !text || empty || view.composing || view.state.readOnly) return false;
  event.preventDefault();
  const insert = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  const isHandled = view.state
    .facet(EditorView.inputHandler)
    .some((handle) => handle(view, from, to, text, insert));
  if (!isHandled) view.dispatch(insert());
  return true;
}

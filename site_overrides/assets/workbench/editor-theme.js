// How the editor looks: in the site's own colours, which know light and dark.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const looks = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "1rem" },
  "&.cm-focused": { outline: "3px solid var(--focus)", boxShadow: "0 0 0 5px var(--focus-ink)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": {
    backgroundColor: "var(--wash)",
    color: "var(--muted)",
    borderRight: "1px solid var(--rule)",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--wash) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--wash-strong)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--wash-strong)",
  },
  ".cm-matchingBracket": { backgroundColor: "var(--wash-strong) !important", outline: "1px solid var(--line)" },
  ".cm-searchMatch, .cm-selectionMatch": { backgroundColor: "var(--mark)", color: "var(--ink)" },
  ".cm-panels": { backgroundColor: "var(--wash)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels button, .cm-panels input, .cm-textfield, .cm-button": {
    font: "inherit",
    fontSize: "1rem",
    minHeight: "2.25rem",
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "2px solid var(--line)",
    borderRadius: "0",
  },
  ".cm-panel.cm-search label": { fontSize: "1rem" },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "2px solid var(--line)",
    maxWidth: "34rem",
    fontFamily: "var(--sans)",
    fontSize: "1rem",
  },
  ".cm-tooltip-hover, .cm-diagnostic": { padding: "0.5rem 0.75rem", whiteSpace: "pre-line" },
  ".cm-tooltip p": { margin: "0 0 0.25rem" },
  ".cm-tooltip-autocomplete ul li": { padding: "0.25rem 0.5rem", fontFamily: "var(--sans)", lineHeight: "1.4" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", marginLeft: "0.75em" },
  ".cm-completionMatchedText": { fontWeight: "600" },
  ".cm-diagnostic-error": { borderLeft: "5px solid var(--error)" },
  ".cm-diagnostic-warning": { borderLeft: "5px solid var(--caution)" },
  ".cm-diagnostic-info": { borderLeft: "5px solid var(--line)" },
  ".cm-lintRange-error": { backgroundImage: "none", borderBottom: "2px solid var(--error)" },
  ".cm-lintRange-warning": { backgroundImage: "none", borderBottom: "2px dashed var(--caution)" },
  ".cm-lintRange-info": { backgroundImage: "none", borderBottom: "1px dotted var(--line)" },
});

const colours = HighlightStyle.define([
  { tag: tags.definitionKeyword, color: "var(--accent)", fontWeight: "700" },
  { tag: tags.modifier, color: "var(--caution)", fontWeight: "600" },
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.operatorKeyword, color: "var(--visited)" },
  { tag: tags.operator, color: "var(--visited)" },
  { tag: tags.string, color: "var(--good)" },
  { tag: tags.docString, color: "var(--good)" },
  { tag: tags.number, color: "var(--visited)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.className, fontWeight: "600" },
  { tag: tags.heading, color: "var(--accent)", fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.url, color: "var(--visited)" },
  { tag: tags.processingInstruction, color: "var(--muted)" },
]);

export const THEME = [looks, syntaxHighlighting(colours)];

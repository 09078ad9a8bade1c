// How the text of each kind of file is coloured.

import { defineLanguageFacet, Language, languageDataProp, StreamLanguage } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { parser } from "@lezer/markdown";
import { tokens } from "./colours.js";

/** The kinds of the lexer that colours our pages, by the short names that its classes have. */
const KINDS = {
  kd: tags.definitionKeyword,
  kt: tags.modifier,
  k: tags.keyword,
  ow: tags.operatorKeyword,
  o: tags.operator,
  s2: tags.string,
  sd: tags.docString,
  m: tags.number,
  c1: tags.comment,
  nc: tags.className,
  n: tags.name,
  p: tags.punctuation,
};

/** @typedef {{ indent: string | null, line: import("./colours.js").Coloured[] }} Line */

/** @type {import("@codemirror/language").StreamParser<Line>} */
const TREE = {
  startState: () => ({ indent: null, line: [] }),
  copyState: ({ indent, line }) => ({ indent, line }),
  token(stream, state) {
    if (stream.sol()) {
      const read = tokens(stream.string, state.indent, goesOn(stream.string));
      state.line = read.tokens;
      state.indent = read.state;
    }
    const next = state.line.find(([, to]) => to > stream.pos);
    if (next && next[0] <= stream.pos) {
      stream.pos = next[1];
      return next[2];
    }
    stream.pos = next ? next[0] : stream.string.length;
    return null;
  },
  blankLine(state) {
    state.indent = tokens("", state.indent).state;
  },
  tokenTable: KINDS,
};

/**
 * The editor shows one line at a time. Whether Markdown follows beneath a keyword, the next line tells: until then it does.
 * @param {string} line
 */
function goesOn(line) {
  return `${/^[ \t]*/.exec(line)} x`;
}

const tree = StreamLanguage.define(TREE);

const data = defineLanguageFacet();
const markdown = new Language(
  data,
  parser.configure({ props: [languageDataProp.add((type) => (type.isTop ? data : undefined))] }),
  [],
  "markdown",
);

/** @param {string} path */
export function languageOf(path) {
  if (path.endsWith(".tree")) return [tree];
  return path.endsWith(".md") ? [markdown] : [];
}

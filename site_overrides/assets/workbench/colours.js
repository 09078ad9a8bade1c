import { BLOCK_RULES, PASSAGE, RULES } from "./colour-rules.js";

/** @typedef {[from: number, to: number, name: string]} Coloured */
/** @typedef {{ class: string, pattern: RegExp, beginsBlock: boolean }} Rule */

/** @param {[string, string, boolean?][]} rules @returns {Rule[]} */
const compiled = (rules) =>
  rules.map(([name, source, beginsBlock = false]) => ({
    class: name,
    pattern: new RegExp(source, "uy"),
    beginsBlock,
  }));

const rules = compiled(RULES);
const blockRules = compiled(BLOCK_RULES);
const passage = new RegExp(PASSAGE, "u");

/**
 * What is what in a line of a tree, by the rules of the lexer that colours our pages. The names are its classes, as
 * in `code.css`: what has none stays plain. Columns count as in the string.
 *
 * Between lines is kept how far in the keyword stands whose Markdown goes on, or null. The line `ahead` tells whether
 * any follows; without it, it does. For CodeMirror's StreamLanguage: at the start of a line,
 * `({ tokens, state } = tokens(stream.string, state, stream.lookAhead(1)))`, then go from one to the next.
 * @param {string} line without its end
 * @param {string | null} state what the line above ended with; null for the first
 * @param {string} [ahead] the next line; undefined where there is none
 * @returns {{ tokens: Coloured[], state: string | null }}
 */
export function tokens(line, state, ahead) {
  if (state !== null && goesOn(line, state)) {
    return { tokens: line ? [[0, line.length, "sd"]] : [], state };
  }
  const found = ahead === undefined ? null : passage.exec(line);
  if (!found || !goesOn(/** @type {string} */ (ahead), found[1] ?? "")) {
    return { tokens: inLine(line), state: null };
  }
  const [, indent = "", keyword = "", space = "", condition = "", comment = ""] = found;
  const start = indent.length;
  const behind = start + keyword.length + space.length;
  /** @type {Coloured[]} */
  const coloured = [[start, start + keyword.length, "k"]];
  for (const [from, to, name] of inLine(condition)) {
    coloured.push([behind + from, behind + to, name]);
  }
  if (comment) {
    coloured.push([line.length - comment.length, line.length, "c1"]);
  }
  return { tokens: coloured, state: indent };
}

/**
 * Whether a line belongs to the Markdown beneath a keyword that stands so far in.
 * @param {string} line
 * @param {string} indent
 */
function goesOn(line, indent) {
  return /^[ \t]*$/.test(line) || (line.startsWith(indent) && /^[ \t]+\S/.test(line.slice(indent.length)));
}

/** @param {string} line @returns {Coloured[]} */
function inLine(line) {
  /** @type {Coloured[]} */
  const coloured = [];
  let [at, inBlock] = [0, false];
  while (at < line.length) {
    const rule = (inBlock ? blockRules : rules).find(({ pattern }) => {
      pattern.lastIndex = at;
      return pattern.test(line) && pattern.lastIndex > at;
    });
    if (!rule) {
      // Behind the word that a block begins with stands no name; or a sign that only some rule of Python's takes.
      at += inBlock ? 0 : 1;
      inBlock = false;
      continue;
    }
    const end = rule.pattern.lastIndex;
    if (rule.class) {
      coloured.push([at, end, rule.class]);
    }
    inBlock = rule.beginsBlock || (inBlock && !rule.class);
    at = end;
  }
  return coloured;
}

// What the tab's storage holds may be anybody's: every page of the same server can write there. It is taken if it has the
// shape of what a visit writes, and dropped otherwise.

/** @typedef {{ answers: Record<string, string[]>, done: string[] }} Said */
/** @typedef {{ words: string, strong?: boolean, to?: string }} Run some words, and where they lead to from the site's root */
/** @typedef {{ strength: string, what: Run[], cites: Run[] }} Duty */
/** @typedef {{ who: string, duties: Duty[] }} Group */
/** @typedef {{ tree: string, title: string }} Onward a procedure to go on with */
/**
 * @typedef {{ title: string, policy: string, groups: Group[], record: string, next: Onward[] }} Carried what an earlier
 * procedure still asks for, by which policy, and which others it leads on to
 */

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @param {unknown} value @returns {Said | undefined} */
export function saidIn(value) {
  const { answers, done } = fieldsOf(value);
  if (!isRecord(answers) || !isListOf(isText, done)) return undefined;
  if (!Object.values(answers).every((picked) => isListOf(isText, picked))) return undefined;
  return { answers: /** @type {Said["answers"]} */ (answers), done };
}

/** @param {unknown} value @returns {Carried[]} */
export function carriedIn(value) {
  return isListOf(isCarried, value) ? value : [];
}

/** @param {unknown} value @returns {value is Carried} */
function isCarried(value) {
  const { title, policy, groups, record, next } = fieldsOf(value);
  return [title, policy, record].every(isText) && isListOf(isGroup, groups) && isListOf(isOnward, next);
}

/** @param {unknown} value @returns {value is Onward} */
function isOnward(value) {
  const { tree, title } = fieldsOf(value);
  return isName(tree) && isText(title);
}

/** @param {unknown} value @returns {value is Group} */
function isGroup(value) {
  const { who, duties } = fieldsOf(value);
  return isText(who) && isListOf(isDuty, duties);
}

/** @param {unknown} value @returns {value is Duty} */
function isDuty(value) {
  const { strength, what, cites } = fieldsOf(value);
  return isName(strength) && isListOf(isRun, what) && isListOf(isRun, cites);
}

/** @param {unknown} value @returns {value is Run} */
function isRun(value) {
  const { words, strong = false, to = "" } = fieldsOf(value);
  return isText(words) && typeof strong === "boolean" && isText(to);
}

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === "string";
}

/** @param {unknown} value */
function isName(value) {
  return isText(value) && NAME.test(value);
}

/**
 * @template One
 * @param {(value: unknown) => value is One} isOne
 * @param {unknown} value
 * @returns {value is One[]}
 */
function isListOf(isOne, value) {
  return Array.isArray(value) && value.every(isOne);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function fieldsOf(value) {
  return isRecord(value) ? value : {};
}

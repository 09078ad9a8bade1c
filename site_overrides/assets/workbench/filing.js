// Files are begun, called something else, and taken away.

import { asked, field } from "./asked.js";
import { button, made } from "./made.js";
import { policySample, shortName, treeSample } from "./samples.js";

const SHORT = "Short name: small letters, figures and hyphens";
const OF_TREES =
  "Every procedure that leads to it, or visits it, has the new name then. Pages that link to it, and the menu, do not.";
const OF_OTHERS =
  "Links to it, and the menu, keep the old name: what is wrong then is listed. A policy that is published keeps its name, so that links to its clauses do not break.";
const NOT_YET = "What finds its name everywhere is still being fetched. Try again in a moment.";
const PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

/**
 * @param {import("./workbench.js").Workbench} bench
 * @returns {Node[]} the controls
 */
export function offerFiling(bench) {
  const tools = made(
    "div",
    { className: "bench-tools" },
    button("New procedure", () => void newTree(bench)),
    button("New policy", () => void newPolicy(bench)),
    button("Rename", () => void rename(bench)),
    button("Remove", () => void remove(bench)),
  );
  return [tools];
}

/** @param {import("./workbench.js").Workbench} bench */
async function newTree(bench) {
  if (!bench.mayWrite()) return;
  const policies = bench.checked?.policies ?? [];
  const options = policies.map(({ id, title }) => made("option", { value: id }, title));
  const select = made("select", { name: "policy", className: "bench-input" }, ...options);
  const which = made("p", {}, made("label", {}, made("span", {}, "Which policy does it follow?"), select));
  const answers = await asked("A new procedure", [...named(), ...(policies.length ? [which] : [])], "Begin it");
  if (!answers) return;
  const { title, name } = said(answers);
  const policy = String(answers.get("policy") ?? "policy");
  await begin(bench, `${folderOf(bench.told.trees)}${name}.tree`, treeSample(name, title, policy));
}

/** @param {import("./workbench.js").Workbench} bench */
async function newPolicy(bench) {
  if (!bench.mayWrite()) return;
  const owner = field("Who owns it? A role, or a team", "owner");
  const answers = await asked("A new policy", [...named(), owner], "Begin it");
  if (!answers) return;
  const { title, name } = said(answers);
  const path = `${folderOf(bench.told.docs)}policy/${name}.md`;
  await begin(bench, path, policySample(name, title, String(answers.get("owner"))));
}

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {string} path
 * @param {string} text
 */
async function begin(bench, path, text) {
  if (bench.folder.files.has(path)) return bench.say(`There is a file already that is called ${path}.`);
  await bench.put(path, text);
  bench.show(path);
  bench.say(`Begun: ${path}. Write your own words over the sample.`);
}

/** @param {import("./workbench.js").Workbench} bench */
async function rename(bench) {
  if (!bench.mayWrite()) return;
  const { path } = bench.editor;
  const [, folder = "", old = "", ending = ""] = /^(.*\/)?([^/]*?)(\.[^./]*)?$/.exec(path) ?? [];
  const tree = ending === ".tree";
  if (tree && !bench.isLive) return bench.say(NOT_YET);
  const answers = await asked(
    `Rename ${old}`,
    [made("p", {}, tree ? OF_TREES : OF_OTHERS), field(SHORT, "name", { value: old, pattern: PATTERN })],
    "Rename it",
  );
  const name = String(answers?.get("name") ?? old);
  const text = bench.folder.text(path);
  if (name === old || text === undefined) return;
  const next = `${folder}${name}${ending}`;
  if (bench.folder.files.has(next)) return bench.say(`There is a file already that is called ${next}.`);
  if (tree) return renameTree(bench, path, name, next);
  await bench.move(path, next, text);
  bench.say(`It is called ${next} now. Links to it have the old name: change those that are listed as wrong.`);
}

/**
 * A procedure has its name in its text, too, and where other procedures lead to it.
 * @param {import("./workbench.js").Workbench} bench
 * @param {string} path
 * @param {string} name
 * @param {string} next
 */
async function renameTree(bench, path, name, next) {
  const found = await bench.asking.ask("rename_file", { file: path, new: name });
  if (found.why) return bench.say(found.why);
  await bench.applyTo(found.changes, found.files);
  bench.say([`It is called ${next} now, in every procedure that leads to it.`, ...found.warnings].join(" "));
}

/** @param {import("./workbench.js").Workbench} bench */
async function remove(bench) {
  if (!bench.mayWrite()) return;
  const { path } = bench.editor;
  const content = bench.folder.files.get(path);
  if (content === undefined) return;
  const words = "You can bring it back under “What changes”.";
  if (!(await asked(`Remove ${path}?`, [made("p", {}, words)], "Remove it", "Keep it"))) return;
  await bench.put(path, null, bench.folder.isChanged(path) ? content : undefined);
  bench.heading.focus();
  bench.say(`Removed: ${path}.`);
}

/** The fields for what something is called, of which the second follows the first. */
function named() {
  const title = field("What is it called?", "title");
  const name = field(SHORT, "name", { pattern: PATTERN });
  title.querySelector("input")?.addEventListener("input", (event) => {
    const short = name.querySelector("input");
    if (short) short.value = shortName(/** @type {HTMLInputElement} */ (event.target).value);
  });
  return [title, name];
}

/** @param {FormData} answers */
function said(answers) {
  return { title: String(answers.get("title")).trim(), name: String(answers.get("name")) };
}

/** @param {string} folder */
function folderOf(folder) {
  return folder ? `${folder.replace(/\/$/, "")}/` : "";
}

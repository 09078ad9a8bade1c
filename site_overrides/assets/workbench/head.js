// What a policy says of itself at its head, filled in: its title, its version, who owns it.

import { asked } from "./asked.js";
import { made } from "./made.js";

const WORDS = "These stand at the head of the policy. Nothing else of the text changes.";
const NO_POLICY = "This page is no policy, so it has no version and no owner.";

/**
 * @typedef {{ key: string, label: string, hint: string, value: string, required: boolean }} HeadField
 */

/** @param {import("./workbench.js").Workbench} bench */
export async function fillInHead(bench) {
  if (!bench.isLive) return bench.say("What reads the policy is still being fetched. Try again in a moment.");
  const { path } = bench.editor;
  /** @type {HeadField[]} */
  const fields = await bench.asking.ask("head", { file: path });
  if (!fields.length) return bench.say(NO_POLICY);
  const parts = [made("p", {}, WORDS), ...fields.map(fieldOf)];
  const given = await asked("About this policy", parts, "Write it");
  if (!given || !bench.mayWrite()) return;
  const values = Object.fromEntries(fields.map(({ key }) => [key, String(given.get(key) ?? "")]));
  const changes = await bench.asking.ask("fill_in_head", { file: path, values });
  if (changes.length) await bench.applyTo({ [path]: changes }, {});
  bench.say(
    changes.length ? "Written at the head of the policy." : "The head of the policy says this already.",
  );
}

/** @param {HeadField} field */
function fieldOf({ key, label, hint, value, required }) {
  const id = `bench-head-${key}`;
  return made(
    "div",
    { className: "bench-field" },
    made("label", { htmlFor: id }, required ? label : `${label} (may be left out)`),
    made("p", { id: `${id}-hint`, className: "bench-hint" }, hint),
    made("input", {
      id,
      name: key,
      type: "text",
      className: "bench-input",
      value,
      autocomplete: "off",
      "aria-describedby": `${id}-hint`,
    }),
  );
}

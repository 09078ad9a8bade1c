// The scenarios of a procedure with their verdicts, and the walk that is to become one.

import { button, made } from "./made.js";

/** @typedef {{ title: string, from: number, ends: string, wrong: { message: string, hint: string, severity: string }[] }} Scenario */

/**
 * @param {Scenario[]} scenarios
 * @param {(from: number) => void} go
 */
export function listOf(scenarios, go) {
  if (!scenarios.length)
    return made(
      "p",
      {},
      "There are no scenarios yet. Walk through the procedure under “Try it”, and keep the walk.",
    );
  return made("ol", { className: "bench-scenarios" }, ...scenarios.map((one) => item(one, go)));
}

/**
 * @param {Scenario} scenario
 * @param {(from: number) => void} go
 */
function item({ title, from, ends, wrong }, go) {
  const holds = !wrong.some(({ severity }) => severity === "error");
  const verdict = holds ? `Holds: it ends at ${ends || "no outcome"}.` : "Does not hold.";
  return made(
    "li",
    { className: `bench-fault bench-fault--${holds ? "good" : "error"}` },
    made("p", {}, made("strong", {}, title)),
    made("p", {}, verdict),
    ...wrong.map(({ message, hint }) => made("p", {}, `${message} ${hint}`)),
    made(
      "p",
      {},
      button("Go to it", () => go(from), { className: "bench-go", "aria-label": `Go to ${title}` }),
    ),
  );
}

/**
 * What stands below a walk: it can be kept as a scenario.
 * @param {(title: string) => Promise<string>} keep says what came of it
 */
export function keeper(keep) {
  const title = made("input", {
    id: "bench-keep",
    type: "text",
    className: "bench-input",
    autocomplete: "off",
  });
  const said = made("p", { role: "status" });
  const press = button("Keep this walk as a scenario", async () => {
    said.textContent = await keep(title.value);
  });
  return made(
    "div",
    { className: "bench-keep" },
    made("label", { htmlFor: "bench-keep" }, "What happens in this walk, in a few words"),
    title,
    press,
    said,
  );
}

// Where everything stands on the page, and the buttons above the text.

import { tellAbout } from "./assistance.js";
import { offerFiling } from "./filing.js";
import { fillInHead } from "./head.js";
import { offerImporting } from "./importing.js";
import { button, made } from "./made.js";
import { offerOpening } from "./opening.js";

const LEAVING = "Tab leaves the text. Ctrl and ] moves a line further in, Ctrl and [ back out.";

/**
 * @param {import("./workbench.js").Workbench} bench
 * @param {HTMLElement} place the editor's
 */
export function layOut(bench, place) {
  const asForm = button("As a form", () => void bench.showForm(bench.form.element.hidden !== false));
  const head = button("About this policy", () => void fillInHead(bench), { "aria-haspopup": "dialog" });
  const about = button("What is this?", () => void tellAbout(bench), {
    title: "What the cursor stands at (F2)",
  });
  const undo = button("Undo", () => bench.undo(), { hidden: true });
  const find = button("Find", () => bench.editor.find());
  const format = button("Lay out", () => void bench.layOutText());
  const hint = made("p", { className: "bench-hint" }, LEAVING);
  const above = made("div", { className: "bench-tools" }, asForm, head, undo, about, find, format);
  const write = made(
    "section",
    { className: "bench-write", "aria-labelledby": bench.heading.id },
    made("div", { className: "bench-bar" }, bench.heading, above),
    bench.form.element,
    place,
    hint,
  );
  const see = made(
    "section",
    { className: "bench-see", "aria-label": "What it comes to" },
    bench.see.list,
    bench.see.panels,
  );
  const { title } = bench.works;
  const side = made("div", { className: "bench-side" }, title, bench.files.element, ...offerFiling(bench));
  const tools = made(
    "div",
    { className: "bench-tools" },
    ...offerOpening(bench),
    ...offerImporting(bench),
    bench.works.button,
    ...bench.saving.offered(),
  );
  bench.main.replaceChildren(
    made("div", { className: "bench-bar" }, bench.main.querySelector("h1"), tools),
    bench.state,
    bench.notices.element,
    bench.notice,
    made("div", { className: "bench-panes" }, side, write, see),
  );
  return { asForm, head, undo, format, asText: [place, hint, find, format, about] };
}

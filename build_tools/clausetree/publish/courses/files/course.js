// Shows a procedure as a course. Every view was made beforehand: this looks up which one the answers lead to, and
// tells the learning system when an outcome is reached.
"use strict";

(() => {
  /** @typedef {Record<string, string[]>} Answers */

  const ALONE = "No learning system answers. You can go through the questions; nothing is reported.";
  const REFUSED =
    "This visit is over. Nothing that you answer now is kept. Open the course again in your learning system.";
  const views = window.courseViews;
  const report = window.courseReport;
  const tree = document.querySelector(".ct-tree");
  const live = document.querySelector(".ct-live");
  if (!(tree instanceof HTMLElement) || !(live instanceof HTMLElement)) return;

  /** @type {Answers} */
  let answers = {};
  /** @type {CourseKeeper | undefined} */
  let keeper;

  /** @param {CourseStart} start */
  const begin = ({ kept, back }) => {
    answers = read(kept);
    offerWayBack(back);
    if (!views["{}"]) {
      watchSections(kept);
      return;
    }
    document.documentElement.classList.add("js");
    tree.hidden = false;
    show(false);
  };

  /** @param {string} kept @returns {Answers} */
  const read = (kept) => {
    try {
      return views[kept] ? JSON.parse(kept) : {};
    } catch {
      return {};
    }
  };

  /** @param {boolean} moves @param {string} [ending] */
  const show = (moves, ending = "") => {
    const key = JSON.stringify(answers);
    const view = views[key + ending];
    if (!view) return;
    live.innerHTML = view.html;
    live.dataset.node = view.node;
    if (moves) document.getElementById(view.focus)?.focus();
    keeper?.keep(key, key !== "{}", view.outcome, view.title);
  };

  /** @param {Event} event @param {HTMLFormElement} form */
  const goOn = (event, form) => {
    event.preventDefault();
    const picked = [...new FormData(form).values()].map(String).sort();
    const onward = { ...answers, [live.dataset.node ?? ""]: picked };
    const isAnswer = JSON.stringify(onward) in views;
    if (isAnswer) answers = onward;
    show(true, isAnswer ? "" : "!");
  };

  live.addEventListener("submit", (event) => goOn(event, /** @type {HTMLFormElement} */ (event.target)));

  live.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    // A frame that forbids forms never says `submit`. Where it would be said, this keeps it from being said twice.
    const onward = target.closest("button[type=submit]");
    if (onward instanceof HTMLButtonElement && onward.form) {
      goOn(event, onward.form);
      return;
    }
    const button = target.closest("button[data-do]");
    if (button instanceof HTMLElement) {
      act(button.dataset.do ?? "", button.dataset.node ?? "");
      return;
    }
    const link = target.closest(".ct-errors a");
    if (link instanceof HTMLAnchorElement) {
      event.preventDefault();
      document.getElementById(link.hash.slice(1))?.focus();
    }
  });

  /** @param {string} what @param {string} node */
  const act = (what, node) => {
    const given = Object.keys(answers);
    if (what === "restart") answers = {};
    else if (what === "back") answers = before(given.length - 1);
    else if (what === "change") answers = before(given.indexOf(node));
    else return;
    show(true);
  };

  /** @param {number} count @returns {Answers} */
  const before = (count) => Object.fromEntries(Object.entries(answers).slice(0, Math.max(count, 0)));

  /** Where the questions are not asked one at a time, an outcome is reached when its section is. @param {string} kept */
  const watchSections = (kept) => {
    const look = () => {
      const section = document.getElementById(location.hash.slice(1));
      if (!section?.classList.contains("ct-outcome")) {
        keeper?.keep(location.hash, location.hash !== "");
        return;
      }
      const title = section.querySelector(".ct-heading")?.textContent ?? "";
      keeper?.keep(location.hash, true, section.id.split("--")[1] ?? section.id, title);
    };
    window.addEventListener("hashchange", look);
    if (kept.startsWith("#") && kept !== location.hash) location.hash = kept;
    else look();
  };

  /** @param {string} address */
  const offerWayBack = (address) => {
    if (!/^https?:/.test(address)) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = "Go back to your learning system";
    link.addEventListener("click", () => keeper?.leave());
    document.querySelector("main")?.append(link);
  };

  const said = document.createElement("p");
  said.className = "ct-reported";
  said.role = "status";
  tree.before(said);

  /** The learner is told what becomes of her answers. @param {string} words */
  const say = (words) => {
    said.textContent = words;
  };

  /** @param {CourseStart} start */
  const beginReporting = (start) => {
    say("Your answers and the outcome that you reach go to your learning system.");
    keeper = window.courseKeeper(report, say);
    keeper.begin(start);
    begin(start);
  };

  /** @param {unknown} error */
  const beginAlone = (error) => {
    begin({ kept: "", back: "", done: false, looks: false });
    const refused = error instanceof window.CourseEndedError;
    say(refused ? REFUSED : ALONE);
  };

  report.start().then(beginReporting, beginAlone);
})();

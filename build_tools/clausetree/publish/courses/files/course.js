// Shows a procedure as a course. Every stop that a learner can come to was made beforehand, with where each thing that
// she does leads from there: this looks it up, puts in her own answers, and tells the learning system.
"use strict";

(() => {
  const ALONE = "No learning system answers. You can go through the questions; nothing is reported.";
  const CHANGED =
    "This course has changed since you were here. Look through your answers before you rely on them.";
  const PAST = "What you typed on an earlier day is no answer today. It is asked for again.";
  const FORGETS = "If you go back, your answers from there on are forgotten.";
  const SCORE = "Whoever reaches an outcome has 100 of 100 points, whichever it is.";
  const table = window.courseViews;
  const options = window.courseOptions;
  const isAsked = table.way !== "sections"; // one question at a time
  const lookup = window.courseLookup(table);
  const memory = window.courseMemory(table, lookup);
  const report = window.courseReport;
  const tree = document.querySelector(".ct-tree");
  const live = document.querySelector(".ct-live");
  if (!(tree instanceof HTMLElement) || !(live instanceof HTMLElement)) return;
  const screen = window.courseScreen(live, lookup);

  /** @type {CourseVisit} */
  let visit = lookup.begin();
  /** @type {CourseKeeper | undefined} */
  let keeper;

  /** @param {string} words @param {string} name */
  const line = (words, name) => {
    const said = document.createElement("p");
    said.className = name;
    said.textContent = words;
    tree.before(said);
    return said;
  };

  /** @param {CourseStart} start */
  const begin = ({ kept, back }) => {
    offerWayBack(back);
    if (!isAsked) {
      window.courseSections(kept, (standing) => keeper?.keep(standing));
      return;
    }
    document.documentElement.classList.add("js");
    tree.hidden = false;
    if (table.way === "onward") line(FORGETS, "ct-forgets");
    const { changed, past, ...earlier } = memory.read(kept);
    visit = earlier;
    if (changed) line(CHANGED, "ct-changed");
    else if (past) line(PAST, "ct-changed");
    show(false);
  };

  /** @param {boolean} moves whether the focus follows */
  const show = (moves) => {
    const { node, shown } = lookup.stop(visit.at);
    const picked = visit.picks.get(node) ?? [];
    screen.put(visit, shown, lookup.fields(node, picked), picked);
    if (moves) bringTo(live, live.querySelector(".ct-heading"));
    keep();
  };

  /** She went on without an answer that can be taken. What she had picked before is not shown as if it were one. @param {string[]} given @param {CourseFault} [fault] */
  const refuse = (given, fault) => {
    const { node, refusal } = lookup.stop(visit.at);
    const boxes = lookup.boxes(node);
    screen.put(visit, refusal, given.slice(0, boxes), given.slice(boxes));
    if (fault) screen.explain(fault);
    bringTo(live, live.querySelector(".ct-errors"));
  };

  const keep = () => {
    const { node, share } = lookup.stop(visit.at);
    const title = lookup.outcome(node);
    const reached = { outcome: title === undefined ? "" : node, title: title ?? "" };
    keeper?.keep({ kept: memory.write(visit), begun: visit.picks.size > 0, share, ...reached });
  };

  /** A question that was answered. A step is no question. @param {string[]} picked @returns {CourseAnswer | undefined} */
  const answered = (picked) => {
    const { node } = lookup.stop(visit.at);
    const words = lookup.words(node, picked).map(lookup.plain);
    if (!words.length) return undefined;
    const choices = lookup.boxes(node) ? [] : lookup.choices(node);
    const title = live.querySelector(".ct-heading")?.textContent ?? "";
    return { question: node, title, picked, words, choices, at: new Date().toISOString() };
  };

  /** @param {CourseVisit | undefined} next */
  const go = (next) => {
    if (!next) return;
    visit = next;
    show(true);
  };

  /** Another day than before: what goes by today may lead elsewhere. Whether it leads to another question. */
  const isMovedOn = () => {
    if (!lookup.isAnother()) return false;
    const { changed: _changed, past: _past, ...now } = memory.read(memory.write(visit));
    visit = now;
    return lookup.stop(visit.at).node !== live.dataset.node;
  };

  /** @param {string[]} given */
  const answer = (given) => {
    if (isMovedOn()) {
      show(true);
      return;
    }
    const { picked, fault } = lookup.read(lookup.stop(visit.at).node, given);
    const next = picked && lookup.answer(visit, picked);
    if (next) {
      keeper?.note(answered(picked));
      go(next);
    } else refuse(given, fault);
  };

  /** @param {string} what @param {string} node */
  const press = (what, node = "") => {
    if (isMovedOn()) show(true);
    else if (what === "back") go(lookup.back(visit));
    else if (what === "change") go(lookup.change(visit, node));
    else if (what === "restart") go(lookup.begin());
  };

  /** @param {string} duty @param {boolean} on */
  const tick = (duty, on) => {
    if (on) visit.ticks.add(duty);
    else visit.ticks.delete(duty);
    keep();
  };

  heed(live, { answer, press, tick });

  /** @param {string} address */
  const offerWayBack = (address) => {
    if (!/^https?:/.test(address)) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = "Go back to your learning system";
    link.addEventListener("click", (event) => {
      // With another key or button it opens beside the course.
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) keeper?.leave();
    });
    document.querySelector("main")?.append(link);
  };

  const said = line("", "ct-reported");
  said.role = "status";

  /** The learner is told what becomes of her answers. @param {string} words */
  const say = (words) => {
    if (said.textContent !== words) said.textContent = words;
  };

  /** @param {CourseStart} start */
  const beginReporting = (start) => {
    say("Your answers and the outcome that you reach go to your learning system.");
    if (options.score && !start.looks) line(SCORE, "ct-score");
    keeper = window.courseKeeper(report, say, options.eachAnswer && isAsked);
    keeper.begin(start);
    begin(start);
  };

  /** @param {unknown} error */
  const beginAlone = (error) => {
    begin({ kept: "", back: "", done: false, looks: false });
    say(error instanceof window.CourseEndedError ? window.courseOver : ALONE);
  };

  say("Asking your learning system to begin…");
  report.start().then(beginReporting, beginAlone);
})();

// Sees to it that the learning system gets what the learner did, again and again until it has taken it, and says in one
// sentence what is kept and what is not.
"use strict";

/** Nothing more can be told in this visit. */
window.CourseEndedError = class extends Error {};

window.courseOver =
  "This visit is over. Nothing that you answer now is kept. Open the course again in your learning system.";

window.courseKeeper = (report, say, eachAnswer) => {
  const FIRST = 2_000; // milliseconds until something is tried again; twice as many each time
  const LONGEST = 60_000;
  /** What is said of each answer by itself. */
  const EACH = {
    none: " It is told each answer by itself as well, with the time at which you give it.",
    taken: " It keeps each answer by itself as well, with the time at which you gave it.",
    refused: " It has not taken each answer by itself.",
  };
  const POINTLESS = " It has not taken your points.";
  const BEHIND = "This page tries again by itself. Keep it open until it says that everything is kept.";
  let looks = false;
  let done = false;
  let ended = false;
  let stopped = false;
  let leaving = false;
  let busy = false;
  let wait = FIRST;
  let timer = 0;
  /** @type {CourseProgress | undefined} */
  let last;
  /** @type {CourseProgress | undefined} */
  let wanted;
  /** The outcome that was reached and not taken yet, whatever she has done since. @type {CourseReached | undefined} */
  let reached;

  /** The answers that have yet to be told one by one. @type {CourseAnswer[]} */
  let answers = [];

  /** @param {CourseTaken} taken */
  const alsoTaken = ({ each, points }) =>
    (eachAnswer ? EACH[each] : "") + (points === "refused" ? POINTLESS : "");

  /** @param {CourseProgress} progress @param {CourseTaken} taken */
  const sayTaken = ({ outcome, done: wasReached }, taken) => {
    const { room } = taken;
    const all = alsoTaken(taken);
    if (room && outcome) say(`Your learning system has kept your answers and this outcome.${all}`);
    else if (room) say(`Your learning system keeps your answers and the outcome that you reach.${all}`);
    else if (wasReached)
      say(`Your learning system has kept the outcome. It has no room for your answers.${all}`);
    else say(`Your learning system has no room for your answers. It keeps the outcome that you reach.${all}`);
  };

  /** @param {CourseProgress} progress */
  const sayBehind = ({ outcome }) => {
    const what = outcome ? "this outcome" : reached ? "the outcome that you reached" : "your last answer";
    say(`Your learning system has not kept ${what} yet. ${BEHIND}`);
  };

  const end = () => {
    ended = true;
    wanted = undefined;
    say(window.courseOver);
  };

  /** Waits longer each time. @param {() => Promise<void>} act */
  const later = (act) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void act(), wait);
    wait = Math.min(2 * wait, LONGEST);
  };

  /** @param {CourseProgress} progress @param {unknown} error */
  const fail = (progress, error) => {
    if (error instanceof window.CourseEndedError) {
      // What she did before she was told is kept where it can be: in this browser.
      if (wanted) void tell(wanted).catch(() => undefined);
      end();
      return;
    }
    wanted ??= progress;
    sayBehind(wanted);
    later(send);
  };

  /** All of it, and the outcome that has yet to be taken. @param {CourseProgress} progress @returns {Promise<CourseTaken>} */
  const tell = async (progress) => {
    const told = reached;
    const answered = answers;
    const taken = await report.save({ ...progress, ...told, answers: answered });
    if (reached === told) reached = undefined;
    answers = answers.filter((one) => !answered.includes(one));
    return taken;
  };

  const send = async () => {
    if (busy || stopped || !wanted) return;
    window.clearTimeout(timer);
    busy = true;
    const now = wanted;
    wanted = undefined;
    try {
      const taken = await tell(now);
      wait = FIRST;
      if (!wanted && !ended) sayTaken(now, taken);
      busy = false;
      void send();
    } catch (error) {
      busy = false;
      fail(now, error);
    }
  };

  /** A page that the browser kept alive and shows again looks as if it could still tell. */
  const again = async () => {
    if (looks || !last) return;
    wanted ??= last;
    say("Asking your learning system to go on…");
    try {
      await report.start();
      ended = false;
      stopped = false;
      await send();
    } catch (error) {
      if (error instanceof window.CourseEndedError) {
        end();
        return;
      }
      sayBehind(wanted);
      later(again);
    }
  };

  window.addEventListener("online", () => void send());
  window.addEventListener("beforeunload", (event) => {
    if (wanted) event.preventDefault();
  });

  // Whoever leaves waits for no answer: what is told now need not wait for the answer to what was told before.
  window.addEventListener("pagehide", () => {
    if (wanted) void tell(wanted).catch(() => undefined);
    stopped = true;
    report.stop(leaving);
  });
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted) void again();
  });

  return {
    begin(start) {
      looks = start.looks;
      done = start.done;
      if (looks) say("You are only looking at this course: nothing is kept or reported.");
    },
    note(answer) {
      if (eachAnswer && answer && !looks) answers = [...answers, answer];
    },
    keep(standing) {
      leaving = false;
      done ||= standing.outcome !== "";
      if (standing.outcome) reached = { outcome: standing.outcome, title: standing.title };
      last = { ...standing, done, answers: [] };
      if (looks || ended) return;
      wanted = last;
      wait = FIRST;
      if (stopped) sayBehind(last);
      void send();
    },
    leave() {
      leaving = true;
    },
  };
};

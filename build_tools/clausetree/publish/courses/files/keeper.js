// Sees to it that the learning system gets what the learner did, again and again until it has taken it, and says in one
// sentence what is kept and what is not.
"use strict";

/** Nothing more can be told in this visit. */
window.CourseEndedError = class extends Error {};

window.courseKeeper = (report, say) => {
  const FIRST = 2_000; // milliseconds until something is tried again; twice as many each time
  const LONGEST = 60_000;
  const BEHIND = "This page tries again by itself. Keep it open until it says that everything is kept.";
  let looks = false;
  let done = false;
  let ended = false;
  let busy = false;
  let wait = FIRST;
  let timer = 0;
  /** @type {CourseProgress | undefined} */
  let last;
  /** @type {CourseProgress | undefined} */
  let wanted;

  /** @param {CourseProgress} progress @param {CourseTaken} taken */
  const sayTaken = ({ outcome, done: reached }, taken) => {
    const answers = taken === "all";
    if (answers && outcome) say("Your learning system has kept your answers and this outcome.");
    else if (answers) say("Your learning system keeps your answers and the outcome that you reach.");
    else if (reached) say("Your learning system has kept the outcome. It has no room for your answers.");
    else say("Your learning system has no room for your answers. It keeps the outcome that you reach.");
  };

  /** @param {CourseProgress} progress */
  const sayBehind = ({ outcome }) => {
    const what = outcome ? "this outcome" : "your last answer";
    say(`Your learning system has not kept ${what} yet. ${BEHIND}`);
  };

  const end = () => {
    ended = true;
    wanted = undefined;
    say(
      "This visit is over. Nothing that you answer now is kept. Open the course again in your learning system.",
    );
  };

  /** @param {CourseProgress} progress @param {unknown} error */
  const fail = (progress, error) => {
    if (error instanceof window.CourseEndedError) {
      end();
      return;
    }
    wanted ??= progress;
    sayBehind(wanted);
    timer = window.setTimeout(send, wait);
    wait = Math.min(2 * wait, LONGEST);
  };

  const send = async () => {
    window.clearTimeout(timer);
    if (busy || !wanted) return;
    busy = true;
    const now = wanted;
    wanted = undefined;
    try {
      const taken = await report.save(now);
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
    say("Asking your learning system to go on…");
    try {
      await report.start();
      ended = false;
      wanted = last;
      await send();
    } catch {
      end();
    }
  };

  window.addEventListener("online", () => void send());
  window.addEventListener("beforeunload", (event) => {
    if (wanted) event.preventDefault();
  });
  // Whoever leaves waits for no answer: what is told now need not wait for the answer to what was told before.
  /** @param {boolean} forGood */
  const stop = (forGood) => {
    if (wanted) void report.save(wanted).catch(() => undefined);
    report.stop(forGood);
  };

  window.addEventListener("pagehide", () => stop(false));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) void again();
  });

  return {
    begin(start) {
      looks = start.looks;
      done = start.done;
      if (looks) say("You are only looking at this course: nothing is kept or reported.");
    },
    keep(kept, begun, outcome = "", title = "") {
      done ||= outcome !== "";
      last = { kept, begun, done, outcome, title };
      if (looks || ended) return;
      wanted = last;
      wait = FIRST;
      void send();
    },
    leave: () => stop(true),
  };
};

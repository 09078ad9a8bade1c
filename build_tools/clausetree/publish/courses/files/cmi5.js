// Reports to a learning system that speaks cmi5: it asks and tells at the address that it was given, and nowhere
// else. What was not taken is owed, and told again: in this visit, and in the next one.
"use strict";

(() => {
  const given = new URLSearchParams(location.search);
  const options = window.courseOptions;
  const wire = window.courseWire(given);
  const statements = window.courseStatements(given, wire);
  const owed = window.courseOwed(wire, statements);
  const KEPT = "suspendData"; // some systems keep one document, and only by this name
  const KEPT_BEFORE = "progress"; // packages of before kept it by this one
  const visit = browserStorage(() => sessionStorage, `cmi5:${given.get("fetch")}`);
  const unsent = browserStorage(
    () => localStorage,
    `cmi5:${given.get("registration")}:${given.get("activityId")}`,
  );
  let began = Date.now();
  /** @type {any} */
  let session = {};
  let open = false;
  let looks = false;
  let troubled = false;
  let isGoing = false;
  let done = false;

  const lasted = () => `PT${((Date.now() - began) / 1000).toFixed(2)}S`;

  /** @param {Record<string, unknown>} more */
  const remember = (more) => {
    session = { ...session, ...more };
    visit.write(session);
  };

  /** The one key to a visit is given out once. A page that is loaded again has it from before. */
  const enter = async () => {
    if (session.token && !session.over) return;
    const before = cameBack() ? visit.read() : undefined;
    if (before?.token && !before.over) {
      session = before;
      if (session.initialized) statements.mayHaveArrived(session.initialized);
      return;
    }
    const fresh = await wire.key();
    if (!fresh) throw new window.CourseEndedError("the learning system gives no key to this visit");
    remember({ token: fresh, began: Date.now(), initialized: wire.newId() });
  };

  const initialize = async () => {
    if (!session.initialized) return;
    await statements.tell("initialized", session.initialized);
    remember({ initialized: "" });
  };

  /** What cannot be sent is kept here: it is so before anything is waited for. @param {CourseProgress} progress */
  const keep = async ({ kept }) => {
    const said = { kept, done, at: Date.now(), ...owed.write() };
    const owing = owed.isAny();
    unsent.write(said);
    await wire.keep(wire.state(KEPT), said);
    if (unsent.read()?.at === said.at && !owing) unsent.write(undefined);
  };

  /**
   * All that can be told is told at once: whoever closes the window waits for no answer. It is owed until the document was
   * taken too, which shows that the visit was not over.
   * @param {CourseProgress} progress
   */
  const send = async (progress) => {
    const owing = owed.isAny();
    const told = async () => {
      if (session.initialized) await initialize();
      return owed.tell();
    };
    const [, settle] = await Promise.all([keep(progress), told()]);
    const taken = settle();
    if (owing) await keep(progress);
    return { room: true, ...taken };
  };

  /** What this browser could not send is later than what the system has, or it is not. @param {any} there @returns {CourseFoundDocument} */
  const later = (there) => {
    const here = /** @type {Record<string, any>} */ (unsent.read() ?? {});
    const { kept } = (here.at ?? -1) >= (there.at ?? 0) ? here : there;
    /** @param {string} sign */
    const either = (sign) => here[sign] === true || there[sign] === true;
    return {
      kept: String(kept ?? ""),
      done: either("done"),
      owed: there.owed ?? here.owed,
      passing: there.passing ?? here.passing,
      passed: either("passed"),
      answers: [...(there.answers ?? []), ...(here.answers ?? [])],
      lacking: either("lacking"),
    };
  };

  const find = async () => {
    const there = (await wire.ask(wire.state(KEPT))) ?? {};
    return later(there.kept === undefined ? ((await wire.ask(wire.state(KEPT_BEFORE))) ?? {}) : there);
  };

  // A browser that begins to leave fails what is on its way, and what begins then: that says nothing of the learning
  // system. Whoever does something after all has stayed.
  window.addEventListener("beforeunload", () => {
    isGoing = true;
  });
  for (const sign of ["click", "keydown"]) {
    window.addEventListener(sign, () => (isGoing = false), { capture: true });
  }

  window.courseReport = {
    async start() {
      if (!given.get("fetch")) throw new Error("no learning system answers");
      await enter();
      wire.open(session.token);
      began = session.began;
      const launch = (await wire.ask(wire.state("LMS.LaunchData"))) ?? {};
      // Every course has to ask; this one has neither sound nor other languages.
      await wire.ask(wire.preferences()).catch(() => undefined);
      const found = await find();
      statements.begin(launch);
      looks = (launch.launchMode ?? "Normal") !== "Normal";
      done ||= found.done;
      if (!looks) owed.read(found);
      open = true;
      await initialize().catch(() => undefined); // it is told again before anything else is, or nothing is told
      return { kept: found.kept, done, back: String(launch.returnURL ?? ""), looks };
    },
    async save(progress) {
      if (!open) throw new window.CourseEndedError("the visit is over");
      if (progress.done && !done) owed.complete(progress, lasted());
      if (progress.outcome && options.score) owed.pass(lasted());
      progress.answers.forEach(owed.answer);
      done ||= progress.done;
      try {
        const taken = await send(progress);
        troubled = false;
        return taken;
      } catch (error) {
        troubled = !isGoing;
        throw error;
      }
    },
    /**
     * A page that is loaded again looks, to itself, like one that is left for good, and after "terminated" nothing may
     * be told: who has yet to reach an outcome, or of whom anything has yet to be taken, leaves her visit open, and the
     * learning system closes it in time.
     */
    stop(forGood) {
      if (!open) return;
      open = false;
      // "terminated" alone, or at the same moment as "initialized", would be out of turn.
      if (session.initialized || owed.isAny() || !(forGood || looks || (done && !troubled))) return;
      remember({ over: true });
      void statements.tell("terminated", wire.newId(), { duration: lasted() }).catch(() => undefined);
    },
  };
})();

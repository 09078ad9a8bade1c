// Reports to a learning system that speaks cmi5: it asks and tells at the address that it was given, and nowhere
// else. What was not taken is owed, and told again: in this visit, and in the next one.
"use strict";

(() => {
  const given = new URLSearchParams(location.search);
  const options = window.courseOptions;
  const wire = window.courseWire(given);
  const statements = window.courseStatements(given, wire);
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
  /** The outcome that the system has yet to be told of. @type {any} */
  let owed;
  /** The answers that the system has yet to be told of one by one, by the ids of their statements. @type {Map<string, CourseAnswer>} */
  const answers = new Map();
  /** Those that were taken up here. @type {WeakSet<CourseAnswer>} */
  const known = new WeakSet();
  /** Whether each was taken. */
  let each = true;
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

  const complete = async () => {
    if (!owed) return;
    const { id, passed, outcome, title, duration } = owed;
    const extensions = { "urn:clausetree:outcome": { id: outcome, title } };
    await statements.tell("completed", id, { completion: true, duration, response: outcome, extensions });
    const score = { scaled: 1, raw: 100, min: 0, max: 100 };
    if (passed) await statements.tell("passed", passed, { success: true, score, duration });
  };

  /** An answer that the system refuses is not told again: it takes none. */
  const tellAnswers = async () => {
    for (const [id, answer] of answers) {
      if (!(await statements.tellAnswer(id, answer))) each = false;
      answers.delete(id);
    }
  };

  /** What cannot be sent is kept here: it is so before anything is waited for. @param {CourseProgress} progress */
  const keep = async ({ kept }) => {
    const waiting = answers.size ? { answers: [...answers] } : {};
    const said = { kept, done, at: Date.now(), ...(owed ? { owed } : {}), ...waiting };
    unsent.write(said);
    await wire.keep(wire.state(KEPT), said);
    if (unsent.read()?.at === said.at && !said.owed && !said.answers) unsent.write(undefined);
  };

  /**
   * All that can be told is told at once: whoever closes the window waits for no answer. An outcome is owed until the
   * document was taken too, which shows that the visit was not over.
   * @param {CourseProgress} progress
   */
  const send = async (progress) => {
    const owing = owed;
    const telling = answers.size > 0;
    const told = async () => {
      if (session.initialized) await initialize();
      await Promise.all([complete(), tellAnswers()]);
    };
    await Promise.all([keep(progress), told()]);
    if (owing === owed) owed = undefined;
    if (owing || telling) await keep(progress);
  };

  /** What this browser could not send is later than what the system has, or it is not. @param {any} there */
  const later = (there) => {
    const here = /** @type {Record<string, any>} */ (unsent.read() ?? {});
    const { kept } = (here.at ?? -1) >= (there.at ?? 0) ? here : there;
    const waiting = [...(there.answers ?? []), ...(here.answers ?? [])];
    return {
      kept,
      done: here.done === true || there.done === true,
      owed: there.owed ?? here.owed,
      answers: waiting,
    };
  };

  window.courseReport = {
    async start() {
      if (!given.get("fetch")) throw new Error("no learning system answers");
      await enter();
      wire.open(session.token);
      began = session.began;
      const launch = (await wire.ask(wire.state("LMS.LaunchData"))) ?? {};
      // Every course has to ask; this one has neither sound nor other languages.
      await wire.ask(wire.preferences()).catch(() => undefined);
      const there = (await wire.ask(wire.state(KEPT))) ?? {};
      const old = there.kept === undefined ? ((await wire.ask(wire.state(KEPT_BEFORE))) ?? {}) : there;
      const progress = later(old);
      statements.begin(launch);
      looks = (launch.launchMode ?? "Normal") !== "Normal";
      done ||= progress.done;
      if (progress.owed && !owed)
        for (const id of ["id", "passed"]) statements.mayHaveArrived(progress.owed[id]);
      for (const [id, answer] of progress.answers) {
        statements.mayHaveArrived(id);
        answers.set(id, answer);
      }
      owed = looks ? undefined : (progress.owed ?? owed);
      open = true;
      await initialize().catch(() => undefined); // it is told again before anything else is
      return { kept: String(progress.kept ?? ""), done, back: String(launch.returnURL ?? ""), looks };
    },
    async save(progress) {
      if (!open) throw new window.CourseEndedError("the visit is over");
      if (progress.done && !done) {
        const passed = options.score ? { passed: wire.newId() } : {};
        const { outcome, title } = progress;
        owed = { id: wire.newId(), ...passed, outcome, title, duration: lasted() };
      }
      for (const answer of progress.answers) {
        if (!known.has(answer)) answers.set(wire.newId(), answer);
        known.add(answer);
      }
      done = progress.done;
      try {
        await send(progress);
        troubled = false;
      } catch (error) {
        troubled = true;
        throw error;
      }
      return { room: true, each };
    },
    /**
     * A page that is loaded again looks, to itself, like one that is left for good, and after "terminated" nothing may
     * be told: who has yet to reach an outcome, or whose outcome has yet to be taken, leaves her visit open, and the
     * learning system closes it in time.
     */
    stop(forGood) {
      if (!open) return;
      open = false;
      if (owed || !(forGood || looks || (done && !troubled))) return;
      remember({ over: true });
      void statements.tell("terminated", wire.newId(), { duration: lasted() }).catch(() => undefined);
    },
  };
})();

// What a learning system that speaks cmi5 has yet to be told of: an outcome, points, and each answer by itself. It stands
// in the document that is kept, so that another visit tells what this one could not.
"use strict";

window.courseOwed = (wire, statements) => {
  const POINTS = { scaled: 1, raw: 100, min: 0, max: 100 };
  /** @type {CourseFoundDocument["owed"]} */
  let outcome;
  /** The "passed" that has yet to be told. @type {CourseFoundDocument["passing"]} */
  let passing;
  /** By the ids of their statements. @type {Map<string, CourseAnswer>} */
  const answers = new Map();
  /** Those that were taken up here. @type {WeakSet<CourseAnswer>} */
  const known = new WeakSet();
  /** What became of points, and of all answers together. @type {CourseVerdict} */
  let points = "none";
  /** @type {CourseVerdict} */
  let each = "none";

  const tellOutcome = async () => {
    if (!outcome) return;
    const { id, outcome: reached, title, duration } = outcome;
    const extensions = { "urn:clausetree:outcome": { id: reached, title } };
    await statements.tell("completed", id, { completion: true, duration, response: reached, extensions });
  };

  /** @returns {Promise<CourseVerdict>} */
  const tellPoints = async () => {
    if (!passing) return points;
    const { id, duration } = passing;
    const taken = await statements.offer("passed", id, { success: true, score: POINTS, duration });
    return taken ? "taken" : "refused";
  };

  /** One that was refused is missing for good. @param {[string, CourseAnswer][]} telling @returns {Promise<CourseVerdict>} */
  const tellAnswers = async (telling) => {
    const taken = await Promise.all(telling.map(([id, answer]) => statements.tellAnswer(id, answer)));
    if (each === "refused" || !taken.length) return each;
    return taken.every(Boolean) ? "taken" : "refused";
  };

  return {
    read(found) {
      if (!outcome && found.owed) statements.mayHaveArrived(found.owed.id);
      if (!passing && found.passing) statements.mayHaveArrived(found.passing.id);
      outcome ??= found.owed;
      passing ??= found.passing;
      if (found.passed) points = "taken";
      if (found.lacking) each = "refused";
      for (const [id, answer] of found.answers) answers.set(id, answer);
    },
    complete({ outcome: reached, title }, duration) {
      outcome = { id: wire.newId(), outcome: reached, title, duration };
    },
    pass(duration) {
      if (points === "none") passing ??= { id: wire.newId(), duration };
    },
    answer(answer) {
      if (!known.has(answer)) answers.set(wire.newId(), answer);
      known.add(answer);
    },
    isAny: () => Boolean(outcome || passing || answers.size),
    write: () => ({
      ...(outcome ? { owed: outcome } : {}),
      ...(passing ? { passing } : {}),
      ...(points === "taken" ? { passed: true } : {}),
      ...(answers.size ? { answers: [...answers] } : {}),
      ...(each === "refused" ? { lacking: true } : {}),
    }),
    async tell() {
      const told = { outcome, passing, answers: [...answers] };
      const [, pointsNow, eachNow] = await Promise.all([
        tellOutcome(),
        tellPoints(),
        tellAnswers(told.answers),
      ]);
      return () => {
        if (outcome === told.outcome) outcome = undefined;
        if (passing === told.passing) passing = undefined;
        for (const [id] of told.answers) answers.delete(id);
        points = pointsNow;
        each = eachNow;
        return { points, each };
      };
    },
  };
};

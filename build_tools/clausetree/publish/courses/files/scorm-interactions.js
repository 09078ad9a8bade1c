// What a learning system that speaks SCORM is told one thing at a time: each answer, where an author chose so, and the
// outcome.
"use strict";

window.courseInteractions = (words, offer) => {
  const OUTCOME = "outcome";
  const SHORT = 250; // how much of a description every learning system keeps
  let next = 0;
  /** Where those stand that were told in this visit. @type {Map<CourseAnswer | string, number>} */
  const places = new Map();
  /** The outcome that was told last in an earlier visit. */
  let earlier = "";

  /**
   * Told again, it stands in its place again. Whether all of it was taken.
   * @param {CourseAnswer | string} key @param {{ id: string, response: string, description: string, at?: string }} what
   */
  const tell = (key, { id, response, description, at }) => {
    const number = places.get(key) ?? next;
    const place = `cmi.interactions.${number}`;
    if (!offer(`${place}.id`, id)) return false;
    places.set(key, number);
    next = Math.max(next, number + 1);
    offer(`${place}.type`, words.kind);
    if (at) offer(`${place}.${words.moment}`, at);
    const isTaken = offer(`${place}.${words.response}`, response.slice(0, words.room));
    offer(`${place}.result`, "neutral");
    if (words.description) offer(`${place}.${words.description}`, description.slice(0, SHORT));
    return isTaken && response.length <= words.room;
  };

  /** @param {string} at */
  const moment = (at) =>
    words.timeForm === "clock" ? new Date(at).toTimeString().slice(0, 8) : `${at.slice(0, 19)}.0Z`;

  return {
    begin(count, outcome) {
      next = Math.max(next, count);
      earlier = outcome;
    },
    answer(answer) {
      // What is answered after an outcome leads to another one, which has a place of its own.
      if (!places.has(answer)) places.delete(OUTCOME);
      return tell(answer, {
        id: answer.question,
        response: answer.words.join("; "),
        description: answer.title,
        at: moment(answer.at),
      });
    },
    outcome({ outcome, title }) {
      // Whoever comes back to an outcome has not reached another one.
      if (places.size || outcome !== earlier)
        tell(OUTCOME, { id: OUTCOME, response: outcome, description: title });
    },
  };
};

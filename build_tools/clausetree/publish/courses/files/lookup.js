// Looks everything up that a course shows, and where each thing that a learner does leads from there. It knows no rule
// about trees: Python followed them all beforehand. What is typed is read, counted from and said by
// others, which lie in the package of a course that asks for it.
"use strict";

window.courseLookup = (table) => {
  const { dates } = table;
  const days = dates && window.courseDays(dates);
  // What goes by today goes by one day, until something is done on another.
  let day = days?.today() ?? 0;
  const today = () => day;
  const typing = days && window.courseTyping(days, today);
  const ends = days && window.courseEnds(dates, days, today);

  /** Ids may be names that every object has. @template T @param {Record<string, T>} record @param {string} key @returns {T | undefined} */
  const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);

  /** @param {number} number @returns {CourseStop} */
  const stop = (number) => {
    const row = /** @type {CourseRow} */ (table.stops[number]);
    const [node, shown, refusal, said, isFront, back, changes, answers, share] = row;
    return { node, shown, refusal, said, isFront: isFront === 1, back, changes, answers, share };
  };

  /** @param {string} html */
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";

  /** @param {string} question */
  const asked = (question) => own(table.asked, question);

  /** Which of the answers that lead to different places this is. @param {string} question @param {string[]} picked */
  const kindOf = (question, picked) => {
    const { kinds, weak, typed } = asked(question) ?? { kinds: {}, weak: "" };
    if (typed && typing) return picked[0] === undefined ? "" : typing.kind(typed, picked[0]);
    const found = [...new Set(picked.map((option) => own(kinds, option) ?? option))];
    const strong = found.filter((option) => option !== weak);
    return (strong.length ? strong : found).sort().join(" ");
  };

  /** @param {number} at @param {string[]} picked */
  const onward = (at, picked) => {
    const { node, answers } = stop(at);
    return own(answers, kindOf(node, picked));
  };

  /** Of what was picked, that which counts at a stop, or waits there. @param {number} at @param {CoursePicks} picks @returns {CoursePicks} */
  const picksAt = (at, picks) => {
    const questions = stop(at).said.map((number) => (table.said[number] ?? "").split(" ")[0] ?? "");
    return new Map(questions.map((question) => [question, picks.get(question) ?? []]));
  };

  /** @param {CourseVisit} visit @param {number | undefined} to @returns {CourseVisit | undefined} */
  const go = (visit, to) =>
    to === undefined || to < 0 ? undefined : { ...visit, at: to, picks: picksAt(to, visit.picks) };

  /** @param {string} question @param {string[]} picked */
  const words = (question, picked) => {
    const { words: offered, typed } = asked(question) ?? { words: [] };
    const found = offered.filter(([option]) => picked.includes(option)).map(([, html]) => html);
    return typed && typing && !found.length ? picked.map((text) => typing.phrase(typed, text)) : found;
  };

  /** @param {string} question @param {string[]} picked */
  const scalar = (question, picked) => {
    const { typed } = asked(question) ?? {};
    const found = typed && picked[0] !== undefined ? typing?.scalar(typed, picked[0]) : undefined;
    return found === undefined || typed?.boxes.includes("time") ? found : found * (days?.MINUTES ?? 0);
  };

  return {
    stop,
    asked,
    kindOf,
    onward,
    picksAt,
    begin: () => ({ at: 0, picks: new Map(), ticks: new Set() }),
    html: (numbers) => numbers.map((number) => table.pieces[number]).join(""),
    outcome: (node) => own(table.outcomes, node),
    plain,
    choices: (question) => (asked(question)?.words ?? []).map(([id, html]) => ({ id, words: plain(html) })),
    words,
    mark: (question, option) => own(asked(question)?.marks ?? {}, option) ?? "",
    isAnother() {
      const before = day;
      day = days?.today() ?? 0;
      return dates?.today === true && day !== before;
    },
    read(question, given) {
      const { typed } = asked(question) ?? {};
      return typed && typing ? typing.read(typed, given) : { picked: [...given].sort() };
    },
    fields(question, picked) {
      const { typed } = asked(question) ?? {};
      const [text] = picked;
      return typed && typing && text !== undefined && text !== typed.unsure ? typing.fields(typed, text) : [];
    },
    boxes: (question) => asked(question)?.typed?.boxes.length ?? 0,
    fits(question, text) {
      const { typed } = asked(question) ?? {};
      return typed !== undefined && typing?.fits(typed, text) === true;
    },
    due({ picks }, number) {
      const question = ends?.question(number) ?? "";
      const minute = scalar(question, picks.get(question) ?? []);
      return minute === undefined ? undefined : ends?.say(number, minute);
    },
    answer(visit, picked) {
      const picks = new Map(visit.picks).set(stop(visit.at).node, picked);
      return go({ ...visit, picks }, onward(visit.at, picked));
    },
    back: (visit) => go(visit, stop(visit.at).back),
    change: (visit, question) => go(visit, own(stop(visit.at).changes, question)),
  };
};

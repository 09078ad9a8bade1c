// What a learning system keeps of a visit, in few letters, and how it is found again: in this package, or in one that was
// made from a later version of the procedure.
//
// "2", four letters that tell packages apart, four for where she is, four for each thing that she picked, and, after a
// full stop, four for each duty that she ticked off. After another full stop comes what she typed, parted by commas: four
// letters for the question, and the answer in figures. A package of before kept JSON: what was picked, by question.
"use strict";

window.courseMemory = (table, lookup) => {
  const LENGTH = 4;
  const FORM = "2";
  const NOTHING = ["", "{}"]; // what is kept of who has not begun

  /** @param {string} tokens */
  const cut = (tokens) => new Set(tokens.match(/.{4}/g) ?? []);

  /** @param {string} kept @returns {CoursePicks} */
  const oldPicks = (kept) => {
    try {
      const found = Object.entries(JSON.parse(kept)).filter(([question]) => lookup.asked(question));
      return new Map(found.map(([question, picked]) => [question, known(question, picked)]));
    } catch {
      return new Map();
    }
  };

  /** @param {string} question @param {unknown} picked */
  const known = (question, picked) => {
    const kinds = lookup.asked(question)?.kinds ?? {};
    return Array.isArray(picked) ? picked.map(String).filter((option) => Object.hasOwn(kinds, option)) : [];
  };

  /** @param {Set<string>} tokens @returns {CoursePicks} */
  const picksOf = (tokens) => {
    /** @type {CoursePicks} */
    const picks = new Map();
    for (const [question, { marks }] of Object.entries(table.asked)) {
      const picked = Object.keys(marks).filter((option) => tokens.has(marks[option] ?? ""));
      if (picked.length) picks.set(question, picked);
    }
    return picks;
  };

  /** What was typed, as it was kept. @param {string} kept @returns {[question: string, text: string][]} */
  const typedIn = (kept) =>
    kept.split(",").flatMap((one) => {
      const [mark, text] = [one.slice(0, LENGTH), one.slice(LENGTH)];
      const found = Object.keys(table.asked).filter((question) => markOf(question) === mark);
      // Two of one mark would be taken for each other.
      return found.length === 1 && text ? [/** @type {[string, string]} */ ([found[0], text])] : [];
    });

  /** @param {string} question */
  const markOf = (question) => lookup.asked(question)?.typed?.mark ?? "";

  /** Whether an answer was typed: that she does not know is picked. @param {string} question @param {string} option */
  const isTyped = (question, option) => markOf(question) !== "" && lookup.mark(question, option) === "";

  /** How far answers lead from the beginning. @param {CoursePicks} picks */
  const follow = (picks) => {
    let at = 0;
    for (let seen = 0; seen < table.said.length; seen += 1) {
      const next = lookup.onward(at, picks.get(lookup.stop(at).node) ?? []);
      if (next === undefined) break;
      at = next;
    }
    return at;
  };

  /** @param {string} question @param {string} text @returns {[string, string[]]} */
  const alone = (question, text) => [question, [text]];

  /** The stop with just these answers; or how far they lead. @param {CoursePicks} picks */
  const arrive = (picks) => {
    const said = [...picks].map(([question, picked]) => `${question} ${lookup.kindOf(question, picked)}`);
    const wanted = said
      .map((one) => table.said.indexOf(one))
      .sort()
      .join();
    const there = table.stops.findIndex(([, , , own, front]) => front && [...own].sort().join() === wanted);
    return there >= 0 ? there : follow(picks);
  };

  /** @param {number} at */
  const placeOf = (at) => table.places[lookup.stop(at).node] ?? "";

  /** Back from where the answers lead to where she was, if she had gone back. @param {number} from @param {string} place */
  const backTo = (from, place) => {
    for (let at = from, seen = 0; at >= 0 && seen < table.said.length + 1; seen += 1) {
      if (placeOf(at) === place) return at;
      at = lookup.stop(at).back;
    }
    return from;
  };

  /** @param {string} kept @returns {CourseFound} */
  const readOurs = (kept) => {
    const mark = kept.slice(FORM.length, FORM.length + LENGTH);
    const place = kept.slice(FORM.length + LENGTH, FORM.length + 2 * LENGTH);
    const [given = "", ticked = "", ...typed] = kept.slice(FORM.length + 2 * LENGTH).split(".");
    const texts = typedIn(typed.join("."));
    const fitting = texts.filter(([question, text]) => lookup.fits(question, text));
    const picks = new Map([
      ...picksOf(cut(given)),
      ...fitting.map(([question, text]) => alone(question, text)),
    ]);
    const front = arrive(picks);
    const tokens = cut(ticked);
    const ticks = new Set(Object.keys(table.duties).filter((duty) => tokens.has(table.duties[duty] ?? "")));
    const at = backTo(front, place);
    const changed = mark !== table.mark && (given !== "" || texts.length > 0);
    const past = fitting.length < texts.length;
    return { at, picks: lookup.picksAt(front, picks), ticks, changed, past };
  };

  /** @param {string} kept @returns {CourseFound} */
  const readOld = (kept) => {
    const all = oldPicks(kept);
    const at = arrive(all);
    const changed = !NOTHING.includes(kept);
    return { at, picks: lookup.picksAt(at, all), ticks: new Set(), changed, past: false };
  };

  return {
    write({ at, picks, ticks }) {
      const all = [...picks].flatMap(([question, picked]) => picked.map((option) => ({ question, option })));
      const typed = all.filter(({ question, option }) => isTyped(question, option));
      const given = all
        .filter((one) => !typed.includes(one))
        .map((one) => lookup.mark(one.question, one.option));
      const ticked = [...ticks].map((duty) => table.duties[duty] ?? "");
      const texts = typed.map(({ question, option }) => markOf(question) + option);
      const parts = [given.join(""), ticked.join(""), texts.join(",")];
      while (parts.length > 1 && !parts.at(-1)) parts.pop();
      return `${FORM}${table.mark}${placeOf(at)}${parts.join(".")}`;
    },
    read: (kept) => (kept.startsWith(FORM) ? readOurs(kept) : readOld(kept)),
  };
};

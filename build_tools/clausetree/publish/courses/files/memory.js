// What a learning system keeps of a visit, in few letters, and how it is found again: in this package, or in one that was
// made from a later version of the procedure.
//
// "2", four letters that tell packages apart, four for where she is, four for each thing that she picked, and, after a
// full stop, four for each duty that she ticked off. A package of before kept JSON: what was picked, by question.
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
    const [given = "", ticked = ""] = kept.slice(FORM.length + 2 * LENGTH).split(".");
    const picks = picksOf(cut(given));
    const front = arrive(picks);
    const tokens = cut(ticked);
    const ticks = new Set(Object.keys(table.duties).filter((duty) => tokens.has(table.duties[duty] ?? "")));
    const at = backTo(front, place);
    return { at, picks: lookup.picksAt(front, picks), ticks, changed: mark !== table.mark && given !== "" };
  };

  /** @param {string} kept @returns {CourseFound} */
  const readOld = (kept) => {
    const all = oldPicks(kept);
    const at = arrive(all);
    return { at, picks: lookup.picksAt(at, all), ticks: new Set(), changed: !NOTHING.includes(kept) };
  };

  return {
    write({ at, picks, ticks }) {
      const given = [...picks].flatMap(([question, picked]) =>
        picked.map((option) => lookup.mark(question, option)),
      );
      const ticked = [...ticks].map((duty) => table.duties[duty] ?? "");
      return `${FORM}${table.mark}${placeOf(at)}${given.join("")}${ticked.length ? "." : ""}${ticked.join("")}`;
    },
    read: (kept) => (kept.startsWith(FORM) ? readOurs(kept) : readOld(kept)),
  };
};

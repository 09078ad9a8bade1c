// What a learning system keeps of a visit, in few letters, and how it is found again: in this package, or in one that was
// made from a later version of the procedure.
//
// "2", four letters that tell packages apart, four for where she is, four for each thing that she picked, and, after a
// full stop, four for each duty that she ticked off. A package of before kept JSON: what was picked, by question.
"use strict";

window.courseMemory = (() => {
  const LENGTH = 4;
  const FORM = "2";

  /** @param {CourseTable} table @param {number} number @returns {CourseStop} */
  const stop = (table, number) => /** @type {CourseStop} */ (table.stops[number]);

  /** Which of the answers that lead to different places this is. @param {CourseAsked | undefined} asked @param {string[]} picked */
  const kindOf = (asked, picked) => {
    const found = [...new Set(picked.map((option) => asked?.kinds[option] ?? option))];
    const strong = found.filter((option) => option !== asked?.weak);
    return (strong.length ? strong : found).sort().join(" ");
  };

  /** @param {CourseTable} table @param {number} at @param {string[]} picked @returns {number | undefined} */
  const onward = (table, at, picked) => {
    const [node, , , , , , , answers] = stop(table, at);
    return answers[kindOf(table.asked[node], picked)];
  };

  /** Of what was picked, that which counts at a stop, or waits there. @param {CourseTable} table @param {number} at @param {CoursePicks} picks */
  const picksAt = (table, at, picks) => {
    const [, , , said] = stop(table, at);
    const questions = said.map((number) => (table.said[number] ?? "").split(" ")[0] ?? "");
    return Object.fromEntries(questions.map((question) => [question, picks[question] ?? []]));
  };

  /** @param {string} tokens */
  const cut = (tokens) => new Set(tokens.match(/.{4}/g) ?? []);

  /** @param {CourseTable} table @param {string} kept @returns {CoursePicks} */
  const oldPicks = (table, kept) => {
    try {
      const found = Object.entries(JSON.parse(kept)).filter(([question]) => question in table.asked);
      return Object.fromEntries(found.map(([question, picked]) => [question, known(table, question, picked)]));
    } catch {
      return {};
    }
  };

  /** @param {CourseTable} table @param {string} question @param {unknown} picked */
  const known = (table, question, picked) => {
    const kinds = table.asked[question]?.kinds ?? {};
    return Array.isArray(picked) ? picked.map(String).filter((option) => option in kinds) : [];
  };

  /** @param {CourseTable} table @param {Set<string>} tokens @returns {CoursePicks} */
  const picksOf = (table, tokens) => {
    const found = Object.entries(table.asked).map(([question, { marks }]) => [
      question,
      Object.keys(marks).filter((option) => tokens.has(marks[option] ?? "")),
    ]);
    return Object.fromEntries(found.filter(([, picked]) => picked?.length));
  };

  /** The stop with just these answers; or how far they lead. @param {CourseTable} table @param {CoursePicks} picks */
  const arrive = (table, picks) => {
    const said = Object.entries(picks).map(
      ([question, picked]) => `${question} ${kindOf(table.asked[question], picked)}`,
    );
    const wanted = said
      .map((one) => table.said.indexOf(one))
      .sort()
      .join();
    const there = table.stops.findIndex(([, , , own, front]) => front && [...own].sort().join() === wanted);
    if (there >= 0) return there;
    let at = 0;
    for (let seen = 0; seen < table.said.length; seen += 1) {
      const next = onward(table, at, picks[stop(table, at)[0]] ?? []);
      if (next === undefined) break;
      at = next;
    }
    return at;
  };

  /** Back from where the answers lead to where she was, if she had gone back. @param {CourseTable} table @param {number} from @param {string} place */
  const backTo = (table, from, place) => {
    for (let at = from, seen = 0; at >= 0 && seen < table.said.length + 1; at = stop(table, at)[5], seen += 1) {
      if (table.places[stop(table, at)[0]] === place) return at;
    }
    return from;
  };

  return {
    stop,
    onward,
    picksAt,
    write(table, { at, picks, ticks }) {
      const given = Object.entries(picks).flatMap(([question, picked]) =>
        picked.map((option) => table.asked[question]?.marks[option] ?? ""),
      );
      const ticked = [...ticks].map((duty) => table.duties[duty] ?? "");
      const place = table.places[stop(table, at)[0]] ?? "";
      return `${FORM}${table.mark}${place}${given.join("")}${ticked.length ? "." : ""}${ticked.join("")}`;
    },
    read(table, kept) {
      const ours = kept.startsWith(FORM);
      const [given = "", ticked = ""] = ours ? kept.slice(1 + 2 * LENGTH).split(".") : [];
      const all = ours ? picksOf(table, cut(given)) : oldPicks(table, kept);
      const front = arrive(table, all);
      const picks = picksAt(table, front, all);
      const at = ours ? backTo(table, front, kept.slice(1 + LENGTH, 1 + 2 * LENGTH)) : front;
      const tokens = cut(ticked);
      const ticks = new Set(Object.keys(table.duties).filter((duty) => tokens.has(table.duties[duty] ?? "")));
      const changed = ours
        ? kept.slice(1, 1 + LENGTH) !== table.mark && given !== ""
        : Object.keys(all).length > 0;
      return { at, picks, ticks, changed };
    },
  };
})();

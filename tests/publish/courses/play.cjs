// Plays courses with the scripts of a package, which are given with what is to be done and the day on which it is. For each
// thing done it writes what is shown, what a learning system would keep, and what comes of that in the next visit.
"use strict";

const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");

const { scripts, table, plays, kept, today } = JSON.parse(readFileSync(0, "utf8"));

class Clock extends Date {
  constructor(...given) {
    if (given.length || !today) super(...given);
    else super(`${today}T12:00`);
  }
}

const window = {};
runInNewContext(scripts.join("\n"), { window, Date: Clock });
const lookup = window.courseLookup(table);
const memory = window.courseMemory(table, lookup);

const plain = ({ at, picks, ticks, changed, past }) => ({
  node: lookup.stop(at).node,
  picks: Object.fromEntries(picks),
  ticks: [...ticks],
  changed: changed ?? false,
  past: past ?? false,
});

const shown = (visit, numbers) => ({
  html: lookup.html(numbers),
  words: Object.fromEntries(
    [...visit.picks].map(([question, picked]) => [question, lookup.words(question, picked)]),
  ),
  ends: (table.dates?.ends ?? []).map((_, number) => lookup.due(visit, number) ?? null),
});

function tick({ ticks, ...visit }, duty) {
  return { ...visit, ticks: new Set([...ticks, duty]) };
}

function after(visit, [what, given]) {
  if (what === "back") return lookup.back(visit);
  if (what === "change") return lookup.change(visit, given);
  if (what === "tick") return tick(visit, given);
  return lookup.begin();
}

function answered(visit, given) {
  const { picked, fault } = lookup.read(lookup.stop(visit.at).node, given);
  const next = picked && lookup.answer(visit, picked);
  return next ? { visit: next } : { visit, refused: true, fault };
}

function play(deeds) {
  let visit = lookup.begin();
  return deeds.map((deed) => {
    const [what, given] = deed;
    const { refused, fault, ...then } =
      what === "answer" ? answered(visit, given) : { visit: after(visit, deed) };
    visit = then.visit;
    const { node, shown: pieces, refusal } = lookup.stop(visit.at);
    const written = memory.write(visit);
    const boxes = lookup.boxes(node);
    const fields = refused ? given.slice(0, boxes) : lookup.fields(node, visit.picks.get(node) ?? []);
    return {
      ...shown(visit, refused ? refusal : pieces),
      fault: fault ?? null,
      fields: [...fields, ...Array(boxes).fill("")].slice(0, boxes),
      outcome: lookup.outcome(node) ?? null,
      own: plain(visit),
      written,
      found: plain(memory.read(written)),
    };
  });
}

process.stdout.write(
  JSON.stringify({ plays: plays.map(play), found: kept.map((one) => plain(memory.read(one))) }),
);

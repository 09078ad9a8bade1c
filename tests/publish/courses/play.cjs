// Plays courses with the scripts of a package, which are given with what is to be done. For each thing done it writes what
// is shown, what a learning system would keep, and what comes of that in the next visit.
"use strict";

const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");

const { scripts, table, plays, kept } = JSON.parse(readFileSync(0, "utf8"));
const window = {};
runInNewContext(scripts.join("\n"), { window });
const lookup = window.courseLookup(table);
const memory = window.courseMemory(table, lookup);

const plain = ({ at, picks, ticks, changed }) => ({
  node: lookup.stop(at).node,
  picks: Object.fromEntries(picks),
  ticks: [...ticks],
  changed: changed ?? false,
});

const shown = (visit, numbers) => ({
  html: lookup.html(numbers),
  words: Object.fromEntries(
    [...visit.picks].map(([question, picked]) => [question, lookup.words(question, picked)]),
  ),
});

function tick({ ticks, ...visit }, duty) {
  return { ...visit, ticks: new Set([...ticks, duty]) };
}

function after(visit, [what, given]) {
  if (what === "answer") return lookup.answer(visit, given) ?? visit;
  if (what === "back") return lookup.back(visit);
  if (what === "change") return lookup.change(visit, given);
  if (what === "tick") return tick(visit, given);
  return lookup.begin();
}

function play(deeds) {
  let visit = lookup.begin();
  return deeds.map((deed) => {
    visit = after(visit, deed);
    const { node, shown: pieces, refusal } = lookup.stop(visit.at);
    const refused = deed[0] === "answer" && deed[1].length === 0;
    const written = memory.write(visit);
    return {
      ...shown(visit, refused ? refusal : pieces),
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

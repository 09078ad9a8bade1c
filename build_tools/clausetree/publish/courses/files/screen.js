// Puts what is shown into the page, with what is the learner's own: what she typed and picked, in its place and among her
// answers, by when all is due, and what she ticked off.
"use strict";

window.courseScreen = (live, lookup) => {
  /** By when it is due. @param {CourseVisit} visit @param {Element} place @returns {(Node | string)[]} */
  const endOf = (visit, place) => {
    const due = place instanceof HTMLElement ? lookup.due(visit, Number(place.dataset.due)) : undefined;
    if (!due?.end) return due ? [due.more] : [];
    const end = document.createElement("strong");
    end.className = "ct-due";
    end.textContent = due.end;
    return [": ", end, due.more];
  };

  /** @param {CourseVisit} visit @param {Element} place */
  const wordsOf = (visit, place) => {
    const question = place instanceof HTMLElement ? (place.dataset.said ?? "") : "";
    return lookup.words(question, visit.picks.get(question) ?? []).map((html) => {
      const said = document.createElement("p");
      said.className = "ct-said";
      said.innerHTML = html;
      return said;
    });
  };

  return {
    put(visit, pieces, typed, picked) {
      live.innerHTML = lookup.html(pieces);
      live.dataset.node = lookup.stop(visit.at).node;
      const texts = [...typed];
      for (const box of live.querySelectorAll(".ct-fieldset input")) {
        if (!(box instanceof HTMLInputElement)) continue;
        if (box.type === "text") box.value = texts.shift() ?? "";
        else box.checked = picked.includes(box.value);
      }
      for (const place of live.querySelectorAll("[data-due]")) place.append(...endOf(visit, place));
      for (const box of live.querySelectorAll("input[data-duty]")) {
        if (box instanceof HTMLInputElement) box.checked = visit.ticks.has(box.dataset.duty ?? "");
      }
      for (const place of live.querySelectorAll("[data-said]")) place.replaceWith(...wordsOf(visit, place));
    },
    /** What is wrong with what was typed, and where. */
    explain({ words, box }) {
      const place = live.querySelector(".ct-error");
      const link = live.querySelector(".ct-errors a");
      if (place) place.textContent = words;
      if (!(link instanceof HTMLAnchorElement)) return;
      link.textContent = words;
      link.hash = live.querySelector(`.ct-fieldset input[name="${box}"]`)?.id ?? "";
    },
  };
};

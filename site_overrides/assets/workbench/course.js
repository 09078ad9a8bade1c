// The course of a procedure, as learners will have it: Python writes the page that lies in its package, and the conversation
// takes its place in it. No learning system is there, so what it would be told stands in a list.

import { button, fragment, made } from "./made.js";
import { save } from "./saving.js";

export const NO_COURSE = "This procedure has errors. It has a course once they are mended.";
const MAKING = "The package is being made. For a large procedure this takes some seconds.";
const TO_TRY =
  "Save the course to try it. Upload the file to a learning system, or unzip it and open index.html. Ask whoever runs your learning system which of these it takes. Learners get the course that the site publishes.";
const CHOSEN =
  "Whether there are points, whether each answer is reported by itself, and whether each version is taken anew, is set for the whole site. Ask whoever looks after it (“courses” in mkdocs.yml).";

/**
 * @typedef {{ body: string, asks: boolean, first: import("./tried.js").TalkView, differs: string, told: string[], reported: string[],
 *   packages: { standard: string, called: string }[], digest: string }} CourseSeen
 * @typedef {{ name: string, base64: string, said: string[] }} Package
 */

/**
 * @param {CourseSeen} course
 * @param {HTMLElement | undefined} conversation
 * @param {HTMLElement} told where it is said what becomes of the answers
 * @param {(standard: string) => Promise<Package | null>} pack
 * @param {boolean} isOpen whether what is reported was open before
 */
export function courseOf(course, conversation, told, pack, isOpen) {
  const page = made("div", { className: "prose course" }, fragment(course.body));
  const place = page.querySelector(".ct-tree");
  const [first = "", ...others] = course.told;
  told.textContent = first;
  place?.before(told, ...others.map((words) => made("p", {}, words)));
  if (conversation) place?.replaceWith(conversation);
  return made(
    "div",
    { className: "bench-as-course" },
    made("p", { className: "bench-hint" }, course.differs),
    about(course, pack, isOpen),
    page,
  );
}

/**
 * @param {CourseSeen} course
 * @param {(standard: string) => Promise<Package | null>} pack
 * @param {boolean} isOpen
 */
function about({ reported, packages }, pack, isOpen) {
  const said = made("div", { role: "status" });
  /** @param {string} standard */
  const take = async (standard) => {
    said.textContent = MAKING;
    try {
      said.replaceChildren(...taken(await pack(standard)));
    } catch (error) {
      said.textContent = `The package could not be made: ${error instanceof Error ? error.message : error}`;
    }
  };
  return made(
    "details",
    { open: isOpen },
    made("summary", {}, "What a learning system is told, and how to try the course"),
    made("ul", {}, ...reported.map((words) => made("li", {}, words))),
    made("p", {}, CHOSEN),
    made("p", {}, TO_TRY),
    made("div", { className: "bench-tools" }, ...packages.map((one) => saver(one, take))),
    said,
  );
}

/**
 * @param {{ standard: string, called: string }} kind
 * @param {(standard: string) => Promise<void>} take
 */
function saver({ standard, called }, take) {
  return button(`Save for ${called}`, () => void take(standard), {
    className: "bench-button bench-button--small",
  });
}

/** @param {Package | null} found */
function taken(found) {
  if (!found) return [made("p", {}, NO_COURSE)];
  const bytes = Uint8Array.from(atob(found.base64), (letter) => letter.charCodeAt(0));
  save(bytes, found.name, "application/zip");
  return [`Saved as ${found.name}.`, ...found.said].map((words) => made("p", {}, words));
}

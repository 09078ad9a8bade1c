// What the procedures before this one asked for stays in sight, until the reader starts again.

/**
 * @param {import("./visit.js").Carried[]} carried
 * @returns {HTMLElement[]} a section for each procedure, its boxes left out: they were ticked, or not, there
 */
export function sectionsOf(carried) {
  return carried.map(({ title, list }) => {
    const section = document.createElement("section");
    section.className = "ct-duties ct-carried";
    section.innerHTML = list;
    for (const box of section.querySelectorAll("input")) box.remove();
    const heading = section.querySelector("h3");
    if (heading) heading.textContent = `Still to do, from “${title}”`;
    return section;
  });
}

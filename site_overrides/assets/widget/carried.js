// What the procedures before this one asked for stays in sight, until the reader starts again.

/**
 * @param {import("./visit.js").Carried[]} carried
 * @param {string} own the policy of this page's procedure, whose clauses go without its name
 * @returns {HTMLElement[]} a section for each procedure that asks for anything, its boxes left out: they were ticked, or not, there
 */
export function sectionsOf(carried, own) {
  const asking = carried.filter(({ list, next }) => list || next.length);
  return asking.map(({ title, policy, list, next }) => {
    const section = document.createElement("section");
    section.className = "ct-duties ct-carried";
    section.innerHTML = list;
    for (const box of section.querySelectorAll("input")) box.remove();
    const heading = section.querySelector("h3");
    const by = policy && policy !== own ? ` (${policy})` : "";
    if (heading) heading.textContent = `Still to do, from “${title}”${by}`;
    if (next.length) section.append(leadingOn(title, next));
    return section;
  });
}

/**
 * @param {string} title
 * @param {import("./visit.js").Onward[]} next
 */
function leadingOn(title, next) {
  const words = document.createElement("p");
  words.className = "ct-next";
  words.append(`After this, from “${title}”, go on with: `);
  next.forEach(({ tree, title: name, href }, at) => {
    const link = document.createElement("a");
    link.href = href;
    link.dataset.tree = tree;
    link.textContent = name;
    words.append(...(at ? [", ", link] : [link]));
  });
  return words;
}

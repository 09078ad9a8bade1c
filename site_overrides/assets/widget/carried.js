// What the procedures before this one asked for stays in sight, until the reader starts again. It goes from page to page as
// words and as places of this site, and is set out anew here: nothing of it is read as HTML.

/** @typedef {import("./kept.js").Carried} Carried */
/** @typedef {import("./kept.js").Duty} Duty */
/** @typedef {import("./kept.js").Group} Group */
/** @typedef {import("./kept.js").Run} Run */

const STRENGTH = "ct-duty--";

/**
 * @param {Element} live an outcome
 * @param {string} root the address of the site's root
 * @returns {Group[]} what it asks for and is not ticked as done
 */
export function groupsIn(live, root) {
  const groups = [...live.querySelectorAll(".ct-checklist .ct-duty-group")].map((group) => ({
    who: group.querySelector(".ct-who")?.textContent ?? "",
    duties: [...group.querySelectorAll(".ct-duty:not(:has(:checked))")].map((duty) => ({
      strength: [...duty.classList].find((name) => name.startsWith(STRENGTH))?.slice(STRENGTH.length) ?? "",
      what: runsIn(duty.querySelector(".ct-what"), root),
      cites: runsIn(duty.querySelector(".ct-cites"), root),
    })),
  }));
  return groups.filter(({ duties }) => duties.length);
}

/**
 * @param {Element | null} element
 * @param {string} root
 */
function runsIn(element, root) {
  /** @type {Run[]} */
  const runs = [];
  if (!element) return runs;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (walker.currentNode);
    const address = parentElement?.closest("a")?.href ?? "";
    const strong = Boolean(parentElement?.closest("strong"));
    const to = address.startsWith(root) ? address.slice(root.length) : "";
    runs.push({ words: data, ...(strong && { strong }), ...(to && { to }) });
  }
  return runs;
}

/**
 * @param {Carried[]} carried
 * @param {{ policy: string, root: string }} own the policy of this page's procedure, whose clauses go without its name,
 *   and the address of the site's root
 * @returns {HTMLElement[]} a section for each procedure that asks for anything, without boxes: they were ticked, or not, there
 */
export function sectionsOf(carried, { policy: own, root }) {
  const asking = carried.filter(({ groups, next }) => groups.length || next.length);
  return asking.map(({ title, policy, groups, next }) => {
    const by = policy && policy !== own ? ` (${policy})` : "";
    const heading = groups.length ? [element("h3", "", `Still to do, from “${title}”${by}`)] : [];
    const section = element(
      "section",
      "ct-duties ct-carried",
      ...heading,
      ...groups.map((group) => groupOf(group, root)),
    );
    if (next.length) section.append(leadingOn(title, next, root));
    return section;
  });
}

/** @param {Group} group @param {string} root */
function groupOf({ who, duties }, root) {
  const list = element("ul", "", ...duties.map((duty) => dutyOf(duty, root)));
  return element("div", "ct-duty-group", element("h4", "ct-who", who), list);
}

/** @param {Duty} duty @param {string} root */
function dutyOf({ strength, what, cites }, root) {
  const told = element("span", "ct-what", ...what.map((run) => shown(run, root)));
  const cited = cites.length ? [" ", element("span", "ct-cites", ...cites.map((run) => shown(run, root)))] : [];
  return element("li", `ct-duty ${STRENGTH}${strength}`, told, ...cited);
}

/** @param {Run} run @param {string} root */
function shown({ words, strong, to }, root) {
  const said = strong ? element("strong", "", words) : words;
  const address = to && new URL(root + to).href;
  return address?.startsWith(root) ? linkTo(address, said) : said;
}

/**
 * @param {string} title
 * @param {Carried["next"]} next
 * @param {string} root
 */
function leadingOn(title, next, root) {
  const words = element("p", "ct-next", `After this, from “${title}”, go on with: `);
  next.forEach(({ tree, title: name }, at) => {
    const link = linkTo(`${root}trees/${tree}/`, name);
    link.dataset.tree = tree;
    words.append(...(at ? [", ", link] : [link]));
  });
  return words;
}

/** @param {string} address @param {Node | string} words */
function linkTo(address, words) {
  const link = document.createElement("a");
  link.href = address;
  link.append(words);
  return link;
}

/**
 * @param {string} tag
 * @param {string} name its class, if any
 * @param {(Node | string)[]} children
 */
function element(tag, name, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}

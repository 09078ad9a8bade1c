// What a new policy and a new procedure begin with.

/**
 * @param {string} title
 * @returns {string} what it may be called in addresses
 */
export function shortName(title) {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} policy
 */
export function treeSample(name, title, policy) {
  return `tree ${name} "${quoted(title)}"
    policy ${policy}
    basis clauses
    start first

question first "Write the first question here?"
    option yes "Yes" -> done
    option no "No" -> done

outcome done "Write here what comes of it"
    note
        Write here what readers should know.
`;
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} owner
 */
export function policySample(name, title, owner) {
  return `---
policy: ${name}
title: ${JSON.stringify(title)}
version: "0.1"
owner: ${JSON.stringify(owner.trim())}
approved: "not yet"
---

# ${title.replace(/[{}#]/g, "")} {: #title }

## 1 Write a heading here {: #c1 }

1.1 Write the first clause here.
{: #c1-1 }
`;
}

/** @param {string} title */
function quoted(title) {
  return title.replaceAll('"', "'");
}

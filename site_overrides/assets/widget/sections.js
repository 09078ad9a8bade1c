// The linked sections below a conversation, which go on working without it.

/** The linked sections repeat what the conversation asks: they are folded, unless the address names one. */
export function foldSections() {
  if (namesSection()) return;
  for (const fold of document.querySelectorAll("details.ct-fold")) fold.removeAttribute("open");
}

export function namesSection() {
  return Boolean(document.getElementById(location.hash.slice(1))?.closest("details.ct-fold"));
}

export function unfoldSections() {
  for (const fold of document.querySelectorAll("details.ct-fold")) fold.toggleAttribute("open", true);
}

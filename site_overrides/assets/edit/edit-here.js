/** The link to the workbench leads to the clause, or to the question, that is before whoever follows it. */
export function aimAtPlace() {
  const link = document.querySelector("a.edit-here");
  if (!(link instanceof HTMLAnchorElement)) return;
  const file = link.hash;
  const aim = () => {
    const place = placeHere();
    link.hash = place ? `${file}:${place}` : file;
  };
  for (const sign of ["pointerover", "focusin", "click"]) link.addEventListener(sign, aim);
}

/** A section that the address names comes before the question that is asked: she went there last. */
function placeHere() {
  const named = location.hash.slice(1);
  const live = document.querySelector(".ct-tree .ct-live");
  const asked = live instanceof HTMLElement ? (live.dataset.node ?? "") : "";
  return !asked || named.includes("--") ? named : asked;
}

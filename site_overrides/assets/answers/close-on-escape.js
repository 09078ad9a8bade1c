// Escape closes what was opened within a question, such as the words of a clause. A plain script, too: a course has the
// same one.
document.addEventListener("keydown", ({ key, target }) => {
  if (key !== "Escape" || !(target instanceof Element)) return;
  const open = target.closest(".ct-live details[open]");
  if (!(open instanceof HTMLDetailsElement)) return;
  open.open = false;
  open.querySelector("summary")?.focus();
});

// A box that counts only alone, "None of these", empties the others, and they empty it. Which box that is, Python says
// by `data-alone`. Without an import or an export the file is a plain script, too: a course has the same one.
document.addEventListener("change", ({ target: box }) => {
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
  for (const other of box.form?.querySelectorAll("input[type=checkbox]") ?? []) {
    if (!(other instanceof HTMLInputElement) || other === box) continue;
    if ("alone" in box.dataset || "alone" in other.dataset) other.checked = false;
  }
});

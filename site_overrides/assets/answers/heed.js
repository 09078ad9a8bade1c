// Hears what is done to a question, and says what it means: an answer, something that was pressed, a duty ticked off. A plain
// script, too: a course has the same one.
globalThis.heed = (live, { answer, press, tick }, signal) => {
  /** @param {Event} event @param {HTMLFormElement} form */
  const submit = (event, form) => {
    event.preventDefault();
    answer([...new FormData(form).values()].map(String));
  };

  /** @param {MouseEvent} event @param {Element} target */
  const button = (event, target) => {
    // The second click of a double click would fall on the next question.
    if (event.detail > 1) event.preventDefault();
    else if (target instanceof HTMLButtonElement && target.type === "submit" && target.form) {
      // A frame that forbids forms never says `submit`. Where it would be said, this keeps it from being said twice.
      submit(event, target.form);
    } else if (target instanceof HTMLElement && target.dataset.do)
      press(target.dataset.do, target.dataset.node);
  };

  live.addEventListener("submit", (event) => submit(event, /** @type {HTMLFormElement} */ (event.target)), {
    signal,
  });
  // Not of `live`: a screen reader would call everything in it that can have the focus “clickable”.
  document.addEventListener(
    "click",
    (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!live.contains(target)) return;
      const pressed = target.closest("button");
      if (pressed) button(event, pressed);
      // The error summary's link goes to the control itself, and not only to where it stands.
      const link = target.closest(".ct-errors a");
      if (!(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      document.getElementById(link.hash.slice(1))?.focus();
    },
    { signal },
  );
  live.addEventListener(
    "change",
    ({ target: box }) => {
      if (box instanceof HTMLInputElement && box.dataset.duty !== undefined)
        tick(box.dataset.duty, box.checked);
    },
    { signal },
  );
};

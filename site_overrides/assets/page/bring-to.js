// What is shown next takes the place of what was shown. It has the focus before the other goes: where what has the focus goes,
// a screen reader may miss what gets it then. A plain script, too: a course has the same one.

/** Put it in before what was shown, and return what takes that out. */
globalThis.putBefore = (shown, html) => {
  const before = [...shown.childNodes];
  shown.insertAdjacentHTML("afterbegin", html);
  return () => {
    for (const node of before) node.remove();
  };
};

/** Move the focus to it. It begins high on the screen: a heading at its foot would leave out of sight what it heads. */
globalThis.bringTo = (shown, place, takeOut) => {
  const low = 0.6; // how far down the screen it may stand
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  takeOut();
  const { top = 0, bottom = 0 } = place?.getBoundingClientRect() ?? {};
  if (top < 0 || bottom > innerHeight * low) shown.scrollIntoView();
};

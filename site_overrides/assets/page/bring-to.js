// Moves the focus within what is shown. What comes next begins high on the screen: a heading at its foot would leave out of
// sight what it heads. A plain script, too: a course has the same one.
globalThis.bringTo = (shown, place) => {
  const low = 0.6; // how far down the screen it may stand
  if (!(place instanceof HTMLElement)) return;
  place.focus();
  if (place.getBoundingClientRect().bottom > innerHeight * low) shown.scrollIntoView();
};

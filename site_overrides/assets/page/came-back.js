// Whether the page was reloaded, or come back to: then the reader is in the middle of something. A plain script, too: a
// course has the same one.
globalThis.cameBack = () => {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
};

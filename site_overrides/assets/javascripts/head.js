// Runs in the head, before anything is painted, and is therefore a plain script and not a module:
// it tells the style sheets that scripts run, and keeps the colours that the reader chose.
document.documentElement.classList.add("js");
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is forbidden here: the device's own colours are used.
}

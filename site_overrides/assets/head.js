// Runs in the head, before anything is painted, and is therefore a plain script and not a module:
// it tells the style sheets that scripts run, and keeps the colours that the reader chose.
document.documentElement.classList.add("js");
// Modules have run by then. Where they could not be had (a bad line, a wrong type, a page opened from a disk) the
// page is what it is without scripts: no button that does nothing, and every link in sight.
document.addEventListener("DOMContentLoaded", () => {
  if (!("started" in document.documentElement.dataset)) document.documentElement.classList.remove("js");
});
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is forbidden here: the device's own colours are used.
}
// Some servers give the page of /x/ for /x, where every address in it means another place. Those that lead from the one to
// the other would lead back without end: there the page says what is wrong. A page for what is missing may have any address.
{
  const { dataset, classList } = document.documentElement;
  const [entry] = performance.getEntriesByType("navigation");
  const led = entry instanceof PerformanceNavigationTiming && entry.redirectCount > 0;
  if (dataset.base?.startsWith(".") && !/(\/|\.html?)$/.test(location.pathname)) {
    if (led) classList.add("misplaced");
    else {
      // Put together as text, an address that begins with two slashes would lead to another site.
      const own = new URL(location.href);
      own.pathname += "/";
      location.replace(own);
    }
  }
}

// Where the questions are not asked one at a time, an outcome is reached when its section is.
"use strict";

window.courseSections = (kept, keep) => {
  const look = () => {
    const section = document.getElementById(location.hash.slice(1));
    const reached = section?.classList.contains("ct-outcome") ? section : undefined;
    const outcome = reached?.id.split("--")[1] ?? "";
    const title = reached?.querySelector(".ct-heading")?.textContent ?? "";
    const begun = location.hash !== "";
    keep({ kept: location.hash, begun, share: reached ? 100 : 0, outcome, title });
  };

  window.addEventListener("hashchange", look);
  if (kept.startsWith("#") && kept !== location.hash) location.hash = kept;
  else look();
};

// What the page for authors starts: as every page, and the workbench.

import "./site.js";
import { openWorkbench } from "./workbench/workbench.js";

openWorkbench().catch((error) => {
  const main = document.getElementById("main");
  main?.append(
    `The workbench could not be opened: ${error instanceof Error ? error.message : error}. Load the page again.`,
  );
});

// What the page for authors starts: as every page, and the workbench.

import "./site.js";
import { openWorkbench } from "./workbench/workbench.js";

void openWorkbench();

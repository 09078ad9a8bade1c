// What the page for searching starts, and the one that stands for what is missing: as every page, and what goes through the
// words of the site. The other pages are lighter without.

import "./site.js";
import { offerNearest } from "./nearest/not-found.js";
import { offerSearchPage } from "./search/search-page.js";

offerSearchPage();
void offerNearest();

// What every page starts. Each module finds its own elements and does nothing where there are none.
import { offerPreviews } from "./clause-preview.js";
import { offerColours } from "./colours.js";
import { offerCopying } from "./copy-link.js";
import { offerFilters } from "./filter.js";
import { offerMenu } from "./menu.js";
import { sayWhichClauseIsMissing } from "./no-such-clause.js";
import { offerNearest } from "./not-found.js";
import { offerWordsInPlace } from "./opened-in-place.js";
import { keepFocusInPicture } from "./picture.js";
import { showAddressesInPrint } from "./print.js";
import { offerSearch } from "./search.js";
import { followToCurrentClause } from "./versions.js";
import { offerTrees } from "./widget/widget.js";

offerMenu();
offerColours();
offerPreviews();
offerWordsInPlace();
offerCopying();
offerFilters();
offerSearch();
offerTrees();
followToCurrentClause();
sayWhichClauseIsMissing();
showAddressesInPrint();
keepFocusInPicture();
void offerNearest();
document.documentElement.dataset.started = "";

// What every page starts. Each module finds its own elements and does nothing where there are none.

import { offerPreviews } from "./clause-words/clause-preview.js";
import { offerWordsInPlace } from "./clause-words/opened-in-place.js";
import { offerAnnotations } from "./code/annotations.js";
import { offerCode } from "./code/code-copy.js";
import { offerCopying } from "./copy/copy-link.js";
import { offerFilters } from "./filter/filter.js";
import { offerMenu } from "./menu/menu.js";
import { sayWhichClauseIsMissing } from "./nearest/no-such-clause.js";
import { offerColours } from "./page/colours.js";
import { keepFocusInPicture } from "./picture/picture.js";
import { openFoldsInPrint, showAddressesInPrint } from "./print/print.js";
import { offerSearch } from "./search/search.js";
import { showWhatWasSearched } from "./searched-words/searched-words.js";
import { offerTabs } from "./tabs/tabs.js";
import { offerTooltips } from "./tooltips/tooltips.js";
import { followToCurrentClause } from "./versions/versions.js";
import { offerTrees } from "./widget/widget.js";

offerMenu();
offerColours();
offerPreviews();
offerWordsInPlace();
offerCopying();
offerFilters();
offerSearch();
offerTrees();
offerTabs();
offerCode();
offerAnnotations();
offerTooltips();
showWhatWasSearched();
followToCurrentClause();
sayWhichClauseIsMissing();
showAddressesInPrint();
openFoldsInPrint();
keepFocusInPicture();
document.documentElement.dataset.started = "";

/** What every reading page of the edition does: heads of tables sort, charts answer a finger and the keys, languages follow. */

import { VIEW_DEFAULTS } from "../engine/constants.js";
import { followMenu } from "../fields/edition_ways.js";
import { followLanguages } from "../fields/language_ways.js";
import { mountPointing } from "../reading/pointing.js";
import { mountSorting } from "../reading/reading.js";

followLanguages(VIEW_DEFAULTS.lang);
followMenu();
mountSorting();
mountPointing();

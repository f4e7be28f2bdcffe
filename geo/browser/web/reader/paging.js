/** What every reading page of the edition does: heads of tables sort, charts answer a finger and the keys. */

import { mountPointing } from "../reading/pointing.js";
import { mountSorting } from "../reading/reading.js";

mountSorting();
mountPointing();

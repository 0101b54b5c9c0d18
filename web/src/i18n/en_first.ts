// What every page says: it comes before the first one is drawn.

import common from "./en/common";
import inbox from "./en/inbox";
import orders from "./en/orders";
import problem from "./en/problem";
import shell from "./en/shell";

export const words = { common, inbox, orders, problem, shell };

// What every page says: it comes before the first one is drawn.

import common from "./zh/common";
import inbox from "./zh/inbox";
import orders from "./zh/orders";
import problem from "./zh/problem";
import shell from "./zh/shell";

export const words = { common, inbox, orders, problem, shell };

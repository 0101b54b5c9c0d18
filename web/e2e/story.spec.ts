import { board } from "./story/board";
import { directory } from "./story/directory";
import { flow } from "./story/flow";
import { form } from "./story/form";
import { keeping } from "./story/keeping";
import { limit } from "./story/limit";
import { order } from "./story/order";
import { powerCut } from "./story/power_cut";
import { setup } from "./story/setup";
import { test } from "./support/house";

/** The first work order, from an empty machine to a live board. One story: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });

setup();
directory();
form();
flow();
order();
limit();
board();
keeping();
powerCut();

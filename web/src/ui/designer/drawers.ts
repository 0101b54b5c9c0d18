// Where a window is too slim for three panes, the two at the sides open over the surface, one at a time.

import { flushSync } from "react-dom";
import { create } from "zustand";

export type Side = "palette" | "inspector";

export const useDrawers = create<{ open: Side | null }>(() => ({ open: null }));

/** Drawn when it returns, so that what is inside can take the focus. Means nothing where the panes stand beside one another. */
export const openDrawer = (open: Side | null): void => flushSync(() => useDrawers.setState({ open }));

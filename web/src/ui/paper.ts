// While the page goes onto paper. Whoever looks different there asks here: what they draw is drawn before the printer looks.

import { create } from "zustand";

export const usePaper = create(() => ({ isPrinting: false }));

addEventListener("beforeprint", () => usePaper.setState({ isPrinting: true }));
addEventListener("afterprint", () => usePaper.setState({ isPrinting: false }));

// A large document opens with what a screen holds; the rest is drawn right after that has been painted, and gives way to
// whatever a person does meanwhile.

import { useDeferredValue } from "react";

/** `false` for the first picture, and `true` ever after. */
export const useIsWhole = (): boolean => useDeferredValue(true, false);

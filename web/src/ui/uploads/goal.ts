import { createContext } from "react";
import type { Goal } from "./book";

/** What files that are brought here are for; `null`: for nothing that anybody could come back to. */
export const UploadGoal = createContext<UploadGoalValue | null>(null);

export interface UploadGoalValue extends Goal {
  /** One was brought: from now on there is something to come back to. */
  onBrought?: () => void;
}

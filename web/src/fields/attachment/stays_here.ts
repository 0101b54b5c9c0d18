import { createContext } from "react";

/** A form that is only tried: its files are seen in it, and none of them goes to the server. */
export const StaysHere = createContext(false);

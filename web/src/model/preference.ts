// What people chose for the face of the product. The same words as src/model/preference.rs.

/** `system`: as the device has it. */
export type Theme = "system" | "light" | "dark";

/** A few sentences that show a newcomer around. */
export type Tour = "welcome" | "form" | "flow" | "board";

// The palette people choose from; the screen decides the shade for light and dark (tokens.css: `--pick-teal`).

export const COLORS = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "indigo", "purple", "pink"] as const;

export type Color = (typeof COLORS)[number];

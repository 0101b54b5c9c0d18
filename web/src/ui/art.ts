// The pictures of empty and failing pages, as data.

/** What an empty or failing page shows: little mosaics, drawn on an 8 × 6 grid of tiles. */
export type ArtName = "inbox" | "search" | "tiles" | "board" | "people" | "flow" | "broken" | "locked" | "done";

export interface Tile {
  x: number;
  y: number;
  /** 1 to 4 of the mosaic colours; 0 is an outline. */
  c: 0 | 1 | 2 | 3 | 4;
  w?: number;
  h?: number;
}

export const ART: Record<ArtName, Tile[]> = {
  inbox: [
    { x: 1, y: 1, c: 3, w: 6 },
    { x: 1, y: 2, c: 0, w: 4 },
    { x: 5, y: 2, c: 2, w: 2 },
    { x: 1, y: 3, c: 1, w: 2 },
    { x: 3, y: 3, c: 4 },
    { x: 4, y: 3, c: 1, w: 3 },
    { x: 1, y: 4, c: 1, w: 6 },
  ],
  search: [
    { x: 2, y: 0, c: 2, w: 2 },
    { x: 1, y: 1, c: 2, h: 2 },
    { x: 4, y: 1, c: 2, h: 2 },
    { x: 2, y: 1, c: 0, w: 2, h: 2 },
    { x: 2, y: 3, c: 2, w: 2 },
    { x: 5, y: 4, c: 4 },
    { x: 6, y: 5, c: 1 },
  ],
  tiles: [
    { x: 1, y: 0, c: 1, w: 2, h: 2 },
    { x: 3, y: 0, c: 2, w: 2, h: 2 },
    { x: 1, y: 2, c: 3, w: 2, h: 2 },
    { x: 3, y: 2, c: 0, w: 2, h: 2 },
    { x: 6, y: 3, c: 4, w: 1, h: 1 },
    { x: 1, y: 4, c: 0, w: 2 },
    { x: 3, y: 4, c: 3, w: 2 },
  ],
  board: [
    { x: 1, y: 3, c: 3, h: 2 },
    { x: 2, y: 2, c: 2, h: 3 },
    { x: 3, y: 1, c: 1, h: 4 },
    { x: 4, y: 3, c: 2, h: 2 },
    { x: 5, y: 0, c: 4, h: 5 },
    { x: 6, y: 2, c: 3, h: 3 },
  ],
  people: [
    { x: 1, y: 1, c: 2 },
    { x: 1, y: 2, c: 3, h: 2 },
    { x: 3, y: 0, c: 4, w: 2 },
    { x: 3, y: 1, c: 1, w: 2, h: 3 },
    { x: 6, y: 1, c: 2 },
    { x: 6, y: 2, c: 3, h: 2 },
    { x: 1, y: 4, c: 0, w: 6 },
  ],
  flow: [
    { x: 3, y: 0, c: 1, w: 2 },
    { x: 3, y: 1, c: 0 },
    { x: 1, y: 2, c: 2, w: 2 },
    { x: 5, y: 2, c: 4, w: 2 },
    { x: 3, y: 2, c: 3, w: 2 },
    { x: 4, y: 3, c: 0 },
    { x: 3, y: 4, c: 1, w: 2 },
  ],
  broken: [
    { x: 1, y: 0, c: 1, w: 2, h: 2 },
    { x: 4, y: 1, c: 0, w: 2, h: 2 },
    { x: 1, y: 3, c: 3, w: 2, h: 2 },
    { x: 3, y: 3, c: 2 },
    { x: 6, y: 4, c: 4 },
  ],
  locked: [
    { x: 3, y: 0, c: 3, w: 2 },
    { x: 2, y: 1, c: 3 },
    { x: 5, y: 1, c: 3 },
    { x: 2, y: 2, c: 1, w: 4, h: 3 },
    { x: 3, y: 3, c: 4, w: 1 },
  ],
  done: [
    { x: 6, y: 0, c: 4 },
    { x: 5, y: 1, c: 2 },
    { x: 4, y: 2, c: 2 },
    { x: 1, y: 2, c: 1 },
    { x: 3, y: 3, c: 1 },
    { x: 2, y: 3, c: 1 },
    { x: 1, y: 4, c: 0, w: 6 },
  ],
};

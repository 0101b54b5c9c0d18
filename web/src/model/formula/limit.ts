// The bounds of src/model/limit.rs that both engines enforce.

export const FORMULA_CHARS_MAX = 8_000;
export const FORMULA_NODES_MAX = 500;
export const FORMULA_DEPTH_MAX = 64;
export const FORMULA_STEPS_MAX = 10_000;
export const FORMULA_TEXT_CHARS_MAX = 100_000;
export const FORMULA_LIST_MAX = 1_000;

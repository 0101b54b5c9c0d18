// Exact arithmetic, the twin of src/formula/decimal.rs.
//
// A decimal is an integer below 2^96 with a sign and 0 to 28 places. A result is the exact one, rounded half to even to as
// many places (at most 28) as keep the integer below 2^96, without trailing zeros; `null` where there is none.

export interface Decimal {
  readonly coefficient: bigint;
  readonly places: number;
}

export type Rounding = "half_away" | "half_even" | "away" | "zero" | "up" | "down";

const COEFFICIENT_MAX = 2n ** 96n - 1n;
const PLACES_MAX = 28;
const ROOT_PLACES = 15;
const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export const ZERO: Decimal = { coefficient: 0n, places: 0 };
export const ONE: Decimal = { coefficient: 1n, places: 0 };
const TWO: Decimal = { coefficient: 2n, places: 0 };
export const HUNDRED: Decimal = { coefficient: 100n, places: 0 };

export function fromInteger(value: number | bigint): Decimal {
  return { coefficient: BigInt(value), places: 0 };
}

/** `-12.50`; null for anything else and for more digits than fit. */
export function parseDecimal(text: string): Decimal | null {
  const found = SHAPE.exec(text);
  if (!found) return null;
  const [, sign = "", whole = "", fraction = ""] = found;
  return settle(BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`), fraction.length);
}

export function toText({ coefficient, places }: Decimal): string {
  const digits = magnitude(coefficient)
    .toString()
    .padStart(places + 1, "0");
  const sign = coefficient < 0n ? "-" : "";
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function compare(left: Decimal, right: Decimal): number {
  const [a, b] = aligned(left, right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function negate({ coefficient, places }: Decimal): Decimal {
  return { coefficient: -coefficient, places };
}

export function absolute({ coefficient, places }: Decimal): Decimal {
  return { coefficient: magnitude(coefficient), places };
}

export function add(left: Decimal, right: Decimal): Decimal | null {
  const [a, b, places] = aligned(left, right);
  return settle(a + b, places);
}

export function subtract(left: Decimal, right: Decimal): Decimal | null {
  return add(left, negate(right));
}

export function multiply(left: Decimal, right: Decimal): Decimal | null {
  return settle(left.coefficient * right.coefficient, left.places + right.places);
}

export function divide(left: Decimal, right: Decimal): Decimal | null {
  if (right.coefficient === 0n) return null;
  for (let places = PLACES_MAX; places >= 0; places--) {
    const shift = places + right.places - left.places;
    const above = shift > 0 ? left.coefficient * ten(shift) : left.coefficient;
    const below = shift < 0 ? right.coefficient * ten(-shift) : right.coefficient;
    const coefficient = quotient(above, below, "half_even");
    if (magnitude(coefficient) <= COEFFICIENT_MAX) return trimmed(coefficient, places);
  }
  return null;
}

/** The remainder has the sign of the divisor, so a weekday or a shift number never turns negative. */
export function remainder(left: Decimal, right: Decimal): Decimal | null {
  if (right.coefficient === 0n) return null;
  const [a, b, places] = aligned(left, right);
  const rest = a % b;
  const turned = rest !== 0n && rest < 0n !== b < 0n;
  return settle(turned ? rest + b : rest, places);
}

/** By squaring, each step rounded; only whole exponents from -1000 to 1000 have a result. */
export function power(base: Decimal, exponent: Decimal): Decimal | null {
  const count = whole(exponent);
  if (count === null || Math.abs(count) > 1_000) return null;
  let result: Decimal | null = ONE;
  let square: Decimal | null = base;
  for (let rest = Math.abs(count); rest > 0; ) {
    if (square === null || result === null) return null;
    if (rest % 2 === 1) result = multiply(result, square);
    rest = Math.floor(rest / 2);
    if (rest > 0) square = multiply(square, square);
  }
  if (result === null) return null;
  return count < 0 ? divide(ONE, result) : result;
}

/** Newton's method from above, then half-even to 15 places. */
export function squareRoot(number: Decimal): Decimal | null {
  if (number.coefficient < 0n) return null;
  if (number.coefficient === 0n) return ZERO;
  let root = compare(number, ONE) > 0 ? number : ONE;
  for (;;) {
    const part = divide(number, root);
    const sum = part && add(root, part);
    const next = sum && divide(sum, TWO);
    if (!next) return null;
    if (compare(next, root) >= 0) return rounded(root, ROOT_PLACES, "half_even");
    root = next;
  }
}

/** Negative places round to tens, hundreds and so on. Places are clamped to -28..=28. */
export function round(number: Decimal, places: number, rounding: Rounding): Decimal | null {
  const clamped = Math.max(-PLACES_MAX, Math.min(PLACES_MAX, places));
  return rounded(number, clamped, rounding);
}

/** The number as an integer, if it is one of fewer than 16 digits. */
export function whole(number: Decimal): number | null {
  const limit = ten(15);
  if (number.places !== 0 || number.coefficient <= -limit || number.coefficient >= limit) return null;
  return Number(number.coefficient);
}

export function floor(number: Decimal): Decimal {
  return { coefficient: quotient(number.coefficient, ten(number.places), "down"), places: 0 };
}

export function truncate(number: Decimal): Decimal {
  return { coefficient: number.coefficient / ten(number.places), places: 0 };
}

function rounded(number: Decimal, places: number, rounding: Rounding): Decimal | null {
  if (places >= number.places) return number;
  const coefficient = quotient(number.coefficient, ten(number.places - places), rounding);
  return places < 0 ? settle(coefficient * ten(-places), 0) : trimmed(coefficient, places);
}

function ten(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function aligned(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const places = Math.max(left.places, right.places);
  return [left.coefficient * ten(places - left.places), right.coefficient * ten(places - right.places), places];
}

/** `above / below` as an integer. */
function quotient(above: bigint, below: bigint, rounding: Rounding): bigint {
  const count = above / below;
  const rest = above % below;
  if (rest === 0n) return count;
  const negative = above < 0n !== below < 0n;
  const twice = magnitude(rest) * 2n;
  const divisor = magnitude(below);
  const away = {
    half_away: twice >= divisor,
    half_even: twice > divisor || (twice === divisor && count % 2n !== 0n),
    away: true,
    zero: false,
    up: !negative,
    down: negative,
  }[rounding];
  if (!away) return count;
  return negative ? count - 1n : count + 1n;
}

/** The exact `coefficient / 10^places`, rounded once to where it fits. */
function settle(coefficient: bigint, places: number): Decimal | null {
  for (let kept = Math.min(places, PLACES_MAX); kept >= 0; kept--) {
    const short = kept === places ? coefficient : quotient(coefficient, ten(places - kept), "half_even");
    if (magnitude(short) <= COEFFICIENT_MAX) return trimmed(short, kept);
  }
  return null;
}

function trimmed(coefficient: bigint, places: number): Decimal {
  let digits = coefficient;
  let kept = places;
  while (kept > 0 && digits % 10n === 0n) {
    digits /= 10n;
    kept -= 1;
  }
  return { coefficient: digits, places: kept };
}

// Numbers and moments written by a pattern, and amounts in the capitals of Chinese receipts; the twin of src/formula/format.rs.

import { absolute, type Decimal, HUNDRED, multiply, round, toText, truncate } from "./decimal";
import { type Civil, pad } from "./moment";

/**
 * `#,##0.00`: the part from the first to the last of `# 0 , .` shapes the number, what stands around it is copied.
 * A zero is a digit that is always written, `#` one that may be missing, `,` groups by thousands.
 */
export function formatNumber(number: Decimal, pattern: string): string {
  const shape = /[#0,.](?:.*[#0,.])?/su.exec(pattern);
  if (!shape) return pattern;
  const [found] = shape;
  const point = found.indexOf(".");
  const wholeShape = point < 0 ? found : found.slice(0, point);
  const fractionShape = point < 0 ? "" : found.slice(point + 1);
  const places = Math.min(28, fractionShape.replace(/[^#0]/g, "").length);
  const rounded = round(number, places, "half_away") ?? number;
  const [plain = "", digits = ""] = toText(absolute(rounded)).split(".");
  const width = Math.min(40, wholeShape.replace(/[^0]/g, "").length);
  const whole = (plain === "0" ? "" : plain).padStart(width, "0");
  const grouped = wholeShape.includes(",") ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const fraction = digits.padEnd(Math.min(28, fractionShape.replace(/[^0]/g, "").length), "0");
  const sign = rounded.coefficient < 0n ? "-" : "";
  const around = [pattern.slice(0, shape.index), pattern.slice(shape.index + found.length)];
  return `${sign}${around[0]}${grouped}${fraction === "" ? "" : "."}${fraction}${around[1]}`;
}

/** `yyyy yy MM M dd d HH H mm m ss s`; everything else is copied, letters between apostrophes too. */
export function formatMoment(civil: Civil, pattern: string): string {
  let text = "";
  let quoted = false;
  for (const [run] of pattern.matchAll(/(.)\1*/gsu)) {
    const length = Array.from(run).length;
    if (run.startsWith("'")) quoted = quoted !== (length % 2 === 1);
    else text += quoted ? run : part(civil, run, length);
  }
  return text;
}

function part(civil: Civil, run: string, length: number): string {
  const number = {
    M: civil.month,
    d: civil.day,
    H: civil.hour,
    m: civil.minute,
    s: civil.second,
  }[run.charAt(0)];
  if (run.startsWith("y")) return length === 2 ? pad(civil.year % 100, 2) : pad(civil.year, 4);
  return number === undefined ? run : pad(number, length >= 2 ? 2 : 1);
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const UNITS = ["", "拾", "佰", "仟"];
const MYRIADS = ["", "万", "亿", "万亿"];

/** `1234.5` as `壹仟贰佰叁拾肆元伍角整`; an amount without fen ends in `整`. Null from 10^16 yuan on. */
export function rmb(amount: Decimal): string | null {
  const rounded = round(amount, 2, "half_away");
  const hundredfold = rounded && multiply(absolute(rounded), HUNDRED);
  if (!rounded || !hundredfold) return null;
  const fen = truncate(hundredfold).coefficient;
  if (fen >= 10n ** 18n) return null;
  if (fen === 0n) return "零元整";
  const [whole, jiao, last] = [fen / 100n, Number((fen / 10n) % 10n), Number(fen % 10n)];
  let text = rounded.coefficient < 0n ? "负" : "";
  if (whole > 0n) text += `${yuan(whole)}元`;
  if (jiao > 0) text += `${DIGITS.charAt(jiao)}角`;
  else if (last > 0 && whole > 0n) text += "零";
  return text + (last > 0 ? `${DIGITS.charAt(last)}分` : "整");
}

/** Groups of four digits; one `零` stands for every run of zeros before another digit. */
function yuan(amount: bigint): string {
  const digits = amount.toString().padStart(16, "0");
  let text = "";
  let gap = false;
  for (let place = 15; place >= 0; place--) {
    const digit = Number(digits.charAt(15 - place));
    const [group, unit] = [Math.floor(place / 4), place % 4];
    if (digit === 0) {
      gap = text !== "";
    } else {
      text += `${gap ? "零" : ""}${DIGITS.charAt(digit)}${UNITS[unit]}`;
      gap = false;
    }
    const groupOf = (index: number) => Number(digits.slice(12 - 4 * index, 16 - 4 * index));
    if (unit === 0 && groupOf(group) > 0) text += group === 3 && groupOf(2) > 0 ? "万" : MYRIADS[group];
  }
  return text;
}

import { describe, expect, it } from "vitest";
import { renamed } from "./rename";

const ids = new Map([
  ["amount", "amount_2"],
  ["price", "price_7"],
]);

describe("a formula whose fields are renamed", () => {
  it.each([
    ["every mention", "amount * price + amount", "amount_2 * price_7 + amount_2"],
    ["not what is quoted", 'IF(amount > 5, "amount 😀", other)', 'IF(amount_2 > 5, "amount 😀", other)'],
    ["past characters of two units", '"😀" & price', '"😀" & price_7'],
    ["nothing where it cannot be read", "amount +", "amount +"],
  ])("%s", (_what, text, wanted) => {
    expect(renamed(text, ids)).toBe(wanted);
  });
});

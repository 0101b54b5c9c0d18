import { expect, it } from "vitest";
import { formatOf } from "@/ui/format";
import { amountText, totalsOf } from "./amount";

const amount = (number: string, currency = "CNY") => ({ amount: { label: "金额", number, currency, decimals: 2 } });

it("adds money by currency, to the cent", () => {
  const totals = totalsOf([amount("0.1"), amount("0.2"), { amount: null }, amount("12", "USD")]);
  expect(totals.map(({ currency, number }) => [currency, number])).toEqual([
    ["CNY", "0.30"],
    ["USD", "12.00"],
  ]);
  expect(totals.map((one) => amountText(formatOf("zh"), one))).toEqual(["¥0.30", "US$12.00"]);
});

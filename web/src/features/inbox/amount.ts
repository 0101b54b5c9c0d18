// Money in the list: what one task is about, and what several come to.

import type { Amount, TaskItem } from "@/api/inbox";
import type { Format } from "@/ui/format";

export const amountText = (format: Format, { number, currency, decimals }: Amount): string =>
  format.number(Number(number), {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });

/** One sum for each currency. Counted in the smallest unit, so that no cent is lost. */
export function totalsOf(items: readonly Pick<TaskItem, "amount">[]): Amount[] {
  const totals = new Map<string, Amount>();
  for (const { amount } of items) {
    if (!amount) continue;
    const before = totals.get(amount.currency);
    const decimals = Math.max(before?.decimals ?? 0, amount.decimals);
    const unit = 10 ** decimals;
    const sum = Math.round(Number(before?.number ?? 0) * unit) + Math.round(Number(amount.number) * unit);
    totals.set(amount.currency, { ...amount, decimals, number: (sum / unit).toFixed(decimals) });
  }
  return [...totals.values()];
}

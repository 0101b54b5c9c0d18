// How a currency is written: its symbol stands before the amount.

export const CURRENCIES = ["CNY", "USD", "EUR", "JPY", "HKD", "TWD", "KRW", "GBP", "SGD", "VND", "THB"] as const;

/** `¥` for CNY; the code itself for what is no currency. */
export function currencySymbol(currency: string): string {
  try {
    const parts = new Intl.NumberFormat("zh-CN", { style: "currency", currency }).formatToParts(0);
    return parts.find(({ type }) => type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}

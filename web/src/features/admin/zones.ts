// The time zones a browser knows.

const FEW: readonly string[] = [
  "Asia/Shanghai",
  "Asia/Urumqi",
  "Asia/Hong_Kong",
  "Asia/Singapore",
  "Europe/Berlin",
  "UTC",
];

/** IANA names, with `kept` among them even where the browser has never heard of it. */
export function zones(kept: string): string[] {
  // Safari 15.3 and older cannot list them.
  const known = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : FEW;
  return [...new Set([...FEW.slice(0, 1), kept, ...known])];
}

/** `name`, or the first of `name 2`, `name 3`, … that is not taken; the copy of a copy counts on. Nothing stays without a name. */
export function freshName(name: string, taken: ReadonlySet<string>): string {
  if (name === "" || !taken.has(name)) return name;
  const stem = name.replace(/ \d+$/, "");
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}

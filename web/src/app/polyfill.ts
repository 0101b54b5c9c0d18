// What libraries call and the oldest in-app browsers (Chrome 100) lack.

type Comparer = (a: unknown, b: unknown) => number;

function define(name: string, method: (this: unknown[], ...args: never[]) => unknown): void {
  if (!(name in Array.prototype)) {
    Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true });
  }
}

define("toSorted", function toSorted(compare?: Comparer) {
  return [...this].sort(compare);
});
define("toReversed", function toReversed() {
  return [...this].reverse();
});
define("toSpliced", function toSpliced(start: number, ...rest: never[]) {
  const copy = [...this];
  copy.splice(start, ...rest);
  return copy;
});

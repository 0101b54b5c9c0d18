// Finding a Chinese name from a keyboard without characters. How names are read comes with the directory: syllables with
// a space between, the readings of one with a `/`; src/report/pinyin.rs says it of the server's own search.

const SAYABLE = /^[a-z0-9]+$/;

/**
 * Whether somebody who types this may mean the name: syllables, their beginnings or initials, from any syllable on.
 * `wangqiang`, `wang q`, `wq` and `qiang` all say 王强.
 */
export function isSaid(pinyin: string | undefined, typed: string): boolean {
  const letters = typed.toLowerCase().replace(/[\s']/g, "");
  if (!pinyin || !SAYABLE.test(letters)) return false;
  // How much of what was typed may be said when a syllable begins.
  let said = new Set([0]);
  for (const syllable of pinyin.split(" ")) {
    const next = new Set([0]);
    for (const at of said) {
      for (const reading of syllable.split("/")) {
        for (let more = 1; more <= reading.length && reading[more - 1] === letters[at + more - 1]; more++) {
          next.add(at + more);
        }
      }
    }
    if (next.has(letters.length)) return true;
    said = next;
  }
  return false;
}

/** By the name as it is written, or as it is read. */
export function isNamed(name: string, pinyin: string | undefined, typed: string): boolean {
  return name.toLowerCase().includes(typed.trim().toLowerCase()) || isSaid(pinyin, typed);
}

import { useState } from "react";

/** Whether it was open at least once: a layer comes when it is first opened, and then stays to leave the way it came. */
export function useOnceOpen(isOpen: boolean): boolean {
  const [was, setWas] = useState(isOpen);
  if (isOpen && !was) setWas(true);
  return was || isOpen;
}

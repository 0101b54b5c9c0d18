import { type FocusEvent, useState } from "react";

/** Whether the person is in the box: the focus is. A window that goes behind another one takes nobody away. */
export function useWorked() {
  const [isWorked, set] = useState(false);
  const onFocus = () => set(true);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (document.hasFocus() && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) set(false);
  };
  return { isWorked, focusing: { onFocus, onBlur } };
}

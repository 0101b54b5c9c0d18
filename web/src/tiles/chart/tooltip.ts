// Tooltips as elements, never as HTML text: labels are whatever people typed.

import styles from "./tooltip.module.css";

export interface TooltipLine {
  color: string;
  label: string;
  value: string;
}

function part(tag: string, className: string | undefined, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className ?? "";
  element.textContent = text;
  return element;
}

/** `said`: what is only said here, below what is drawn. */
export function tooltipOf(
  title: string,
  lines: readonly TooltipLine[],
  said: readonly Omit<TooltipLine, "color">[],
): HTMLElement {
  const box = part("div", styles.box);
  box.append(part("strong", styles.title, title));
  for (const { color, label, value } of lines) {
    const dot = part("i", styles.dot);
    dot.style.background = color;
    box.append(rowOf(label, value, dot));
  }
  if (said.length > 0) box.append(part("hr", styles.rule));
  for (const { label, value } of said) box.append(rowOf(label, value));
  return box;
}

function rowOf(label: string, value: string, ...before: readonly HTMLElement[]): HTMLElement {
  const row = part("div", styles.row);
  row.append(...before, part("span", styles.label, label), part("b", styles.value, value));
  return row;
}

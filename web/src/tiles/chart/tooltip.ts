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

export function tooltipOf(title: string, lines: readonly TooltipLine[]): HTMLElement {
  const box = part("div", styles.box);
  box.append(part("strong", styles.title, title));
  for (const { color, label, value } of lines) {
    const row = part("div", styles.row);
    const dot = part("i", styles.dot);
    dot.style.background = color;
    row.append(dot, part("span", styles.label, label), part("b", styles.value, value));
    box.append(row);
  }
  return box;
}

// Keys on a row of tabs, the same where a board is looked at and where it is made.

/** Which way an arrow goes along the row; 0: it is none. */
export const tabMove = (key: string): 1 | -1 | 0 => (key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0);

/** The focus goes along with what is open. */
export function focusTab(row: Element | null, tab: string | null): void {
  requestAnimationFrame(() => row?.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus());
}

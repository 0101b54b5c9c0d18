// What the component kit opens over the page: menus, panels below a button, lists of a field, sheets and dialogs.

const LIGHT = [".ant-dropdown", ".ant-popover", ".ant-select-dropdown", ".ant-picker-dropdown"].join();
const ALL = `${LIGHT}, .ant-drawer, .ant-modal-wrap`;

export const layerOf = (element: Element): Element | null => element.closest(ALL);

export const isShown = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

export const isLight = (element: Element): boolean => element.closest(LIGHT) !== null;

/** The upper one of those that leave the page as it is; a dialog does not. */
export const lightLayer = (): Element | null => [...document.querySelectorAll(LIGHT)].filter(isShown).at(-1) ?? null;

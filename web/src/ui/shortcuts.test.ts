import { describe, expect, it, vi } from "vitest";
import { keyLabels, matches, useShortcutGroups } from "./shortcuts";

const press = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });

function declare(keys: string, evenTyping = false, dialog: Element | null = null) {
  const run = vi.fn();
  const shortcuts = [{ keys, label: "", run, evenTyping }];
  useShortcutGroups.setState({ groups: [{ id: 1, title: "", shortcuts, dialog }] });
  return run;
}

describe("shortcuts", () => {
  it.each([
    ["mod+z", press("z", { ctrlKey: true }), true],
    ["mod+z", press("Z", { ctrlKey: true, shiftKey: true }), false],
    ["mod+shift+z", press("Z", { ctrlKey: true, shiftKey: true }), true],
    ["?", press("?", { shiftKey: true }), true],
    ["+", press("+", { shiftKey: true }), true],
    ["j", press("j", { ctrlKey: true }), false],
    ["alt+arrowup", press("ArrowUp", { altKey: true }), true],
    ["arrowup", press("ArrowUp", { shiftKey: true }), false],
  ])("%s", (keys, event, isMatch) => {
    expect(matches(keys, event)).toBe(isMatch);
  });

  it("stays silent while somebody types, unless the chord means nothing in a text", () => {
    const input = document.body.appendChild(document.createElement("input"));
    const plain = declare("j");
    input.dispatchEvent(press("j"));
    expect(plain).not.toHaveBeenCalled();
    const chord = declare("mod+k", true);
    input.dispatchEvent(press("k", { ctrlKey: true }));
    expect(chord).toHaveBeenCalledOnce();
    input.remove();
  });

  it("takes every key from a tick but those that turn it", () => {
    const tick = document.body.appendChild(Object.assign(document.createElement("input"), { type: "radio" }));
    const search = declare("/");
    tick.dispatchEvent(press("/"));
    expect(search).toHaveBeenCalledOnce();
    const left = declare("arrowleft");
    tick.dispatchEvent(press("ArrowLeft"));
    expect(left).not.toHaveBeenCalled();
    tick.remove();
  });

  it("leaves the keys to the dialog over it, wherever the focus is", () => {
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    dialog.setAttribute("aria-modal", "true");
    document.body.append(dialog);
    const page = declare("escape");
    dialog.dispatchEvent(press("Escape"));
    document.body.dispatchEvent(press("Escape"));
    expect(page).not.toHaveBeenCalled();
    const own = declare("j", false, dialog);
    dialog.dispatchEvent(press("j"));
    expect(own).toHaveBeenCalledOnce();
    dialog.remove();
  });

  it("leaves Esc to the menu that is open over the page, and every key to whoever is in it", () => {
    const menu = document.body.appendChild(document.createElement("div"));
    menu.className = "ant-dropdown";
    const item = menu.appendChild(document.createElement("li"));
    const esc = declare("escape");
    document.body.dispatchEvent(press("Escape"));
    expect(esc).not.toHaveBeenCalled();
    const letter = declare("j");
    item.dispatchEvent(press("j"));
    expect(letter).not.toHaveBeenCalled();
    menu.remove();
    document.body.dispatchEvent(press("j"));
    expect(letter).toHaveBeenCalledOnce();
  });

  it("leaves Enter to the button that has the focus", () => {
    const button = document.body.appendChild(document.createElement("button"));
    const open = declare("enter");
    button.dispatchEvent(press("Enter"));
    expect(open).not.toHaveBeenCalled();
    button.remove();
    document.body.dispatchEvent(press("Enter"));
    expect(open).toHaveBeenCalledOnce();
  });

  it("stays silent while a character is being composed", () => {
    const run = declare("mod+k", true);
    document.body.dispatchEvent(press("k", { ctrlKey: true, isComposing: true }));
    document.body.dispatchEvent(press("k", { ctrlKey: true, keyCode: 229 }));
    expect(run).not.toHaveBeenCalled();
  });

  it("names keys as they are printed", () => {
    expect(keyLabels("mod+shift+z")).toEqual(["Ctrl", "Shift", "Z"]);
    expect(keyLabels("+")).toEqual(["+"]);
  });
});

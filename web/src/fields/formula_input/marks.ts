// How a formula reads in the editor: fields by their labels, words in colours. The text underneath keeps the ids.

import { type Extension, RangeSetBuilder, StateEffect } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import type { FormDefinition } from "@/model/form";
import styles from "./formula_input.module.css";

const WORD =
  /(?<text>["“”](?:[^"“”\\]|\\.)*["”]?)|(?<number>\d+(?:\.\d+)?)|(?<call>[A-Za-z_]\w*(?=\s*\())|(?<name>[A-Za-z_]\w*)/g;

const TEXT = Decoration.mark({ class: styles.text ?? "" });
const NUMBER = Decoration.mark({ class: styles.number ?? "" });
const CALL = Decoration.mark({ class: styles.call ?? "" });

class NameWidget extends WidgetType {
  readonly label: string;
  readonly id: string;

  constructor(label: string, id: string) {
    super();
    this.label = label;
    this.id = id;
  }

  override eq(other: NameWidget): boolean {
    return other.label === this.label && other.id === this.id;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = styles.field ?? "";
    chip.textContent = this.label;
    chip.title = this.id;
    return chip;
  }
}

function markOf(groups: Record<string, string | undefined>, labels: ReadonlyMap<string, string>, isTyped: boolean) {
  if (groups.text !== undefined) return TEXT;
  if (groups.number !== undefined) return NUMBER;
  if (groups.call !== undefined) return CALL;
  const id = groups.name ?? "";
  const label = labels.get(id);
  // While it is typed it stays as it is: `cost` may become `cost_total`.
  return label === undefined || isTyped ? null : Decoration.replace({ widget: new NameWidget(label, id) });
}

function draw(view: EditorView, labels: ReadonlyMap<string, string>): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  const cursor = view.hasFocus ? view.state.selection.main.head : -1;
  for (const match of view.state.doc.toString().matchAll(WORD)) {
    const to = match.index + match[0].length;
    const mark = markOf(match.groups ?? {}, labels, to === cursor);
    if (mark) found.add(match.index, to, mark);
  }
  return found.finish();
}

/** Tells the editor that fields got other names. */
export const renamed = StateEffect.define<null>();

/** Every known field's id is drawn as its label; `place` tells the form as it is now. */
export function fieldNames(place: () => FormDefinition): Extension {
  const labels = () => new Map(place().fields.map(({ id, label }) => [id, label || id]));
  return ViewPlugin.fromClass(
    class {
      drawn: DecorationSet;

      constructor(view: EditorView) {
        this.drawn = draw(view, labels());
      }

      update({ view, docChanged, selectionSet, focusChanged, transactions }: ViewUpdate) {
        const isRenamed = transactions.some(({ effects }) => effects.some((effect) => effect.is(renamed)));
        if (docChanged || selectionSet || focusChanged || isRenamed) this.drawn = draw(view, labels());
      }
    },
    { decorations: ({ drawn }) => drawn },
  );
}

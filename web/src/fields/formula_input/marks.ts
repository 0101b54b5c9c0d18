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
import { fieldLabels, type Word, wordsOf } from "./words";

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

const MARKS = { text: TEXT, number: NUMBER, call: CALL };

function markOf({ kind, text }: Word, labels: ReadonlyMap<string, string>, isTyped: boolean) {
  if (kind !== "name") return MARKS[kind];
  const label = labels.get(text);
  // While it is typed it stays as it is: `cost` may become `cost_total`.
  return label === undefined || isTyped ? null : Decoration.replace({ widget: new NameWidget(label, text) });
}

function draw(view: EditorView, labels: ReadonlyMap<string, string>): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  const cursor = view.hasFocus ? view.state.selection.main.head : -1;
  for (const word of wordsOf(view.state.doc.toString())) {
    const mark = markOf(word, labels, word.to === cursor);
    if (mark) found.add(word.from, word.to, mark);
  }
  return found.finish();
}

/** Tells the editor that fields got other names. */
export const renamed = StateEffect.define<null>();

/** Every known field's id is drawn as its label; `place` tells the form as it is now. */
export function fieldNames(place: () => FormDefinition): Extension {
  const labels = () => fieldLabels(place());
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

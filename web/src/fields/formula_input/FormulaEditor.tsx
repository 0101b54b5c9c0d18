import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { forceLinting } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { useContext, useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { byLabel } from "./by_label";
import { completions } from "./completions";
import type { FormulaInputProps } from "./FormulaInput";
import { FormulaScope } from "./FormulaScope";
import styles from "./formula_input.module.css";
import { linting } from "./linting";
import { fieldNames, renamed } from "./marks";
import type { Handover } from "./RestingFormula";

export interface FormulaEditorProps extends FormulaInputProps {
  isWrong: boolean;
  /** Where somebody was in the resting field when this took its place; `null` when nobody was. */
  handover: Handover | null;
}

/** Puts ids where labels were typed; says whether there were any. */
function nameFields(editor: EditorView, form: FormDefinition, cursor: number): boolean {
  // What an input method is composing is not written yet.
  const changes = editor.composing ? [] : byLabel(editor.state.doc.toString(), form, cursor);
  if (changes.length > 0) editor.dispatch({ changes });
  return changes.length > 0;
}

/** Takes the focus, and stands where the person stood. */
function goOn(editor: EditorView, { point, anchor, head }: Handover): void {
  const pressed = point && editor.posAtCoords(point);
  editor.focus();
  editor.dispatch({ selection: pressed === null ? { anchor, head } : { anchor: pressed } });
}

/** The editor keeps its own text; the outside value replaces it only when it differs (undo, reset). */
export default function FormulaEditor(props: FormulaEditorProps) {
  const { id, label, value, wanted, isWrong, handover, onChange } = props;
  const { t } = useTranslation("formula");
  const form = useContext(FormulaScope);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  // The form changes with every key typed here; an editor set up anew each time would lose its list of completions.
  const latest = useRef({ form, wanted, onChange });
  latest.current = { form, wanted, onChange };
  const started = useRef({ id, label, value, handover, hint: props.placeholder ?? t("placeholder") });

  useEffect(() => {
    if (!host.current) return;
    const { id: own, label: name, value: text, handover: from, hint } = started.current;
    const place = () => latest.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          closeBrackets(),
          bracketMatching(),
          autocompletion({ override: [completions(() => place().form)] }),
          fieldNames(() => place().form),
          linting(place),
          placeholder(hint),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": name, ...(own && { id: own }) }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.domEventHandlers({ blur: (_, left) => void nameFields(left, place().form, -1) }),
          EditorView.updateListener.of(({ docChanged, state, view: typed }) => {
            if (!docChanged || nameFields(typed, place().form, state.selection.main.head)) return;
            place().onChange(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    if (from) goOn(editor, from);
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  // Fields that are renamed, or whose type changes, are drawn and judged again; drawn twice at the start, the cursor would be lost.
  const read = [...form.fields.map((field) => `${field.id} ${field.label} ${field.control.kind}`), wanted?.kind].join(
    "\n",
  );
  const drawn = useRef(read);
  useEffect(() => {
    if (!view.current || drawn.current === read) return;
    drawn.current = read;
    view.current.dispatch({ effects: renamed.of(null) });
    forceLinting(view.current);
  }, [read]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className={styles.editor} data-wrong={isWrong} />;
}

import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { lintGutter, setDiagnosticsEffect } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { useContext, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { completions } from "./completions";
import type { FormulaInputProps } from "./FormulaInput";
import { FormulaScope } from "./FormulaScope";
import styles from "./formula_input.module.css";
import { linting, verdictOf } from "./linting";
import { fieldNames } from "./marks";

/** The editor keeps its own text; the outside value replaces it only when it differs (undo, reset). */
export default function FormulaEditor({ id, label, value, wanted, onChange, ...rest }: FormulaInputProps) {
  const { t } = useTranslation("formula");
  const form = useContext(FormulaScope);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const rules = useRef(new Compartment());
  const latest = useRef(onChange);
  latest.current = onChange;
  const started = useRef({ id, label, value, hint: rest.placeholder ?? t("placeholder") });

  useEffect(() => {
    if (!host.current) return;
    const { id: own, label: name, value: text, hint } = started.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          closeBrackets(),
          bracketMatching(),
          lintGutter({ hoverTime: 100 }),
          rules.current.of([]),
          placeholder(hint),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": name, ...(own && { id: own }) }),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) latest.current(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const extensions = [autocompletion({ override: [completions(form)] }), fieldNames(form), linting(form, wanted)];
    view.current?.dispatch({ effects: rules.current.reconfigure(extensions) });
  }, [form, wanted]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      effects: setDiagnosticsEffect.of([]),
    });
  }, [value]);

  const verdict = value.trim() ? verdictOf(value, form, wanted) : null;
  return (
    <>
      <div ref={host} className={styles.editor} data-wrong={verdict?.isOk === false} />
      {verdict && (
        <p className={styles.verdict} data-wrong={!verdict.isOk} aria-live="polite">
          {verdict.text}
        </p>
      )}
    </>
  );
}

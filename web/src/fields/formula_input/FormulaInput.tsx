import { type ComponentType, lazy, Suspense, useContext, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "@/i18n/words";
import type { FieldType } from "@/model/formula/scope";
import type { FormulaEditorProps } from "./FormulaEditor";
import { FormulaScope } from "./FormulaScope";
import styles from "./formula_input.module.css";
import { type Handover, RestingFormula } from "./RestingFormula";
import { verdictOf } from "./verdict";

export interface FormulaInputProps {
  id?: string;
  label: string;
  value: string;
  /** The type the place needs; `null` when any will do. */
  wanted: FieldType | null;
  placeholder?: string;
  onChange: (text: string) => void;
}

const FormulaTrial = lazy(() => import("./FormulaTrial"));

/** A formula and what it gives. The editor is heavy and comes when somebody is about to write. */
export function FormulaInput(props: FormulaInputProps) {
  const { t } = useTranslation("formula");
  const form = useContext(FormulaScope);
  const [Editor, setEditor] = useState<ComponentType<FormulaEditorProps> | null>(null);
  const [isTrying, setTrying] = useState(false);
  const handover = useRef<Handover | null>(null);
  const { value, wanted } = props;
  const wake = (handOver: () => Handover | null | "busy") => {
    const come = ({ default: Loaded }: { default: ComponentType<FormulaEditorProps> }) => {
      const handed = handOver();
      if (handed === "busy") return;
      handover.current = handed;
      // At once, so that no key falls between the two.
      flushSync(() => setEditor(() => Loaded));
    };
    // Without the editor the resting field goes on taking what is typed.
    import("./FormulaEditor").then(come, () => undefined);
  };
  const verdict = value.trim() ? verdictOf(value, form, wanted) : null;
  const isWrong = verdict?.isOk === false;
  return (
    <>
      {Editor ? (
        <Editor {...props} isWrong={isWrong} handover={handover.current} />
      ) : (
        <RestingFormula {...props} isWrong={isWrong} onWake={wake} />
      )}
      {verdict && (
        <p className={styles.verdict} data-wrong={isWrong} aria-live="polite">
          {verdict.text}
          {verdict.isOk && (
            <button type="button" className={styles.try} aria-expanded={isTrying} onClick={() => setTrying(!isTrying)}>
              {t("try")}
            </button>
          )}
        </p>
      )}
      {verdict?.isOk && (
        <Suspense>
          <FormulaTrial formula={value} wanted={wanted} isOpen={isTrying} />
        </Suspense>
      )}
    </>
  );
}

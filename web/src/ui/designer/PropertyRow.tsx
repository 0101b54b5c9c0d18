import { RotateCcw } from "lucide-react";
import { type ReactNode, useEffect, useId } from "react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "../IconButton";
import styles from "./PropertyRow.module.css";
import { useFound } from "./property_search";

export interface PropertyRowProps {
  label: string;
  /** As problems name it: a click on a problem leads here. */
  name?: string | undefined;
  /** What it does, for somebody who sees it for the first time. */
  help?: string;
  problem?: string | undefined;
  /** Given when the value differs from the default. */
  onReset?: (() => void) | undefined;
  /** Label and control on one line: switches. */
  isInline?: boolean;
  /** Gets the id to put on the control. */
  children: (id: string) => ReactNode;
}

/** One property in the inspector. */
export function PropertyRow({ label, name, help, problem, onReset, isInline, children }: PropertyRowProps) {
  const { t } = useTranslation("designer");
  const id = useId();
  const isFound = useFound(`${label} ${help ?? ""} ${name ?? ""}`);
  const note = `${id}-note`;
  const said = problem || help;
  // Here for all of them: a control knows its id alone.
  useEffect(() => {
    const control = document.getElementById(id);
    if (!said || !control) return;
    control.setAttribute("aria-describedby", note);
    return () => control.removeAttribute("aria-describedby");
  });
  return (
    <div className={styles.row} data-inline={isInline} data-property={name} hidden={!isFound}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {onReset && <IconButton label={t("reset")} icon={<RotateCcw size={13} />} onClick={onReset} />}
      </div>
      {children(id)}
      {said && (
        <p id={note} className={problem ? styles.problem : styles.help}>
          {said}
        </p>
      )}
    </div>
  );
}

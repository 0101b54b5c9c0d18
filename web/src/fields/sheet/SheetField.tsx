import { CircleAlert } from "lucide-react";
import { type CSSProperties, Suspense } from "react";
import { useTranslation } from "@/i18n/words";
import type { Field, FieldAccess } from "@/model/form";
import type { Problem } from "@/model/problem";
import { isEmpty, type Value } from "@/model/value";
import { placeText } from "@/ui/problem_text";
import { Bone } from "@/ui/Skeletons";
import { kindOf } from "../table";
import styles from "./sheet.module.css";

interface SheetFieldProps {
  id: string;
  field: Field;
  span: number;
  access: FieldAccess;
  isRequired: boolean;
  value: Value;
  /** By somebody else, since the person looked. */
  isChanged: boolean;
  problem: Problem | undefined;
  order: string | undefined;
  onChange: (field: string, value: Value) => void;
  onLeave: (field: string) => void;
}

/** Label, control, and under it the help or what is wrong. */
export function SheetField(props: SheetFieldProps) {
  const { id, field, span, access, isRequired, value, isChanged, problem, order, onChange, onLeave } = props;
  const { t } = useTranslation("field");
  const type = kindOf(field);
  const label = field.label || t(`${field.control.kind}.label`);
  const isOpen = type.isTyped && (access === "edit" || access === "required");
  const style = { "--span": span } as CSSProperties;
  const note = `${id}-note`;
  if (!isOpen) {
    // What a new record will be given stands among the boxes to fill as one of them.
    const isComing = access !== "read" || (!type.isTyped && order === undefined);
    return (
      <div className={styles.field} style={style} data-changed={isChanged}>
        <span id={`${id}-label`} className={isComing ? styles.label : styles.quiet}>
          {label}
          {isChanged && <ChangedTag />}
        </span>
        <div className={isComing ? styles.computed : styles.value} id={id}>
          <Suspense fallback={<Bone width="60%" />}>
            <Shown field={field} id={id} value={value} order={order} isComing={isComing} />
          </Suspense>
        </div>
      </div>
    );
  }
  const hasNote = problem !== undefined || Boolean(field.help);
  return (
    <div className={styles.field} style={style} data-field={field.id} data-changed={isChanged}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {label}
        {isRequired && <span className={styles.required} role="img" aria-label={t("required")} />}
        {isChanged && <ChangedTag />}
      </label>
      <Suspense fallback={<Bone width="100%" height={34} />}>
        <type.Edit
          field={field}
          id={id}
          value={value}
          onChange={(next) => onChange(field.id, next)}
          onBlur={() => onLeave(field.id)}
          isInvalid={problem !== undefined}
          describedBy={hasNote ? note : undefined}
          order={order}
        />
      </Suspense>
      {hasNote && (
        <p id={note} className={problem ? styles.problem : styles.help}>
          {problem && <CircleAlert size={14} aria-hidden="true" />}
          {problem ? placeText(problem) : field.help}
        </p>
      )}
    </div>
  );
}

function ChangedTag() {
  const { t } = useTranslation("field");
  return <span className={styles.changed}>{t("changed")}</span>;
}

interface ShownProps {
  field: Field;
  id: string;
  value: Value;
  order: string | undefined;
  /** A number that is yet to be given says so. */
  isComing: boolean;
}

function Shown({ field, id, value, order, isComing }: ShownProps) {
  const { t } = useTranslation("field");
  const type = kindOf(field);
  if (!isEmpty(value)) return <type.Read field={field} value={value as Exclude<Value, null>} order={order} />;
  if (!type.isTyped && isComing) {
    const none = () => undefined;
    return (
      <type.Edit
        field={field}
        id={`${id}-value`}
        value={null}
        onChange={none}
        onBlur={none}
        isInvalid={false}
        describedBy={undefined}
        order={order}
      />
    );
  }
  return (
    <span className={styles.empty} title={t("unset")}>
      —
    </span>
  );
}

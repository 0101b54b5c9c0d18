import { Button } from "antd";
import { X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { FieldAccess, FieldMatrix } from "@/model/form";
import { ACCESS, accessAt, mayHave, usualAccess, withAccess } from "@/model/step_access";
import { cx } from "@/ui/cx";
import { IconButton } from "@/ui/IconButton";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";
import styles from "./settings.module.css";

/** What people at this step see, may fill and must fill. A field that is left out has the step's usual access. */
export function MatrixSettings({ step, form, onChange, problems }: StepSettingsProps<"start" | "handle" | "approve">) {
  const { t } = useTranslation("node");
  const matrix = step.fields ?? {};
  const set = (next: FieldMatrix) => onChange({ ...step, fields: next });
  const setAll = (access: FieldAccess) => {
    const able = form.fields.filter((field) => mayHave(field, access) && access !== usualAccess(step, field));
    const kept = form.fields.filter((field) => !mayHave(field, access) && matrix[field.id]);
    set(
      Object.fromEntries([...able, ...kept].map((f) => [f.id, mayHave(f, access) ? access : (matrix[f.id] ?? "read")])),
    );
  };
  // A field that left the form stays in the way of publishing until its permission goes too.
  const gone = Object.keys(matrix).filter((id) => !form.fields.some((field) => field.id === id));
  if (form.fields.length === 0) return <p className={styles.note}>{t("matrix.noFields")}</p>;
  return (
    <>
      <p className={styles.note}>{t("matrix.help")}</p>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th aria-label={t("matrix.field")} />
            {ACCESS.map((access) => (
              <th key={access} scope="col">
                <button type="button" title={t(`matrix.all.${access}`)} onClick={() => setAll(access)}>
                  {t(`matrix.${access}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.fields.map((field) => {
            const now = accessAt(step, field);
            const problem = problems.find(({ place }) => place === `fields.${field.id}`);
            const label = field.label || field.id;
            return (
              <tr key={field.id} data-property={`fields.${field.id}`}>
                <td title={problem ? `${label}: ${placeText(problem)}` : label}>
                  <span className={cx(matrix[field.id] !== undefined && styles.changed)}>{label}</span>
                </td>
                {ACCESS.map((access) => (
                  <td key={access}>
                    {mayHave(field, access) && (
                      <label className={styles.cell}>
                        <input
                          type="radio"
                          name={`access.${field.id}`}
                          aria-label={`${label}: ${t(`matrix.${access}`)}`}
                          checked={now === access}
                          onChange={() => set(withAccess(step, field, access))}
                        />
                      </label>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {gone.map((id) => (
            <tr key={id} data-property={`fields.${id}`}>
              <td className={styles.gone}>{t("matrix.gone", { field: id })}</td>
              <td colSpan={ACCESS.length}>
                <IconButton
                  label={t("removeNamed", { name: id })}
                  icon={<X size={14} />}
                  onClick={() => set(Object.fromEntries(Object.entries(matrix).filter(([field]) => field !== id)))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.keys(matrix).length > 0 && (
        <Button size="small" onClick={() => set({})}>
          {t("matrix.reset")}
        </Button>
      )}
    </>
  );
}

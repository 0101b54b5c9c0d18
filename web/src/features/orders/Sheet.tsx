import { useTranslation } from "react-i18next";
import type { Field } from "@/model/form";
import type { OrderPage } from "@/model/order";
import { isEmpty, isFile, type Value, type Values } from "@/model/value";
import { useValueWords, valueText } from "@/ui/value_text";
import { Attachments } from "./Attachments";
import styles from "./orders.module.css";

export interface SheetProps {
  order: OrderPage;
  /** What the viewer changed and has not sent yet. */
  changes: Values;
  onChange: (changes: Values) => void;
}

/** What was filled in, section by section. Fields the viewer may not see are not in the answer at all. */
export function Sheet({ order, changes }: SheetProps) {
  const fields = new Map(order.definition.fields.map((field) => [field.id, field]));
  return (
    <>
      {order.definition.sections.map((section) => {
        const shown = section.items.flatMap(({ field }) => {
          const found = fields.get(field);
          return found && order.matrix[field] !== "hidden" ? [found] : [];
        });
        if (shown.length === 0) return null;
        return (
          <div key={section.id} className={styles.section}>
            {section.title && <h2 className={styles.heading}>{section.title}</h2>}
            <dl className={styles.values}>
              {shown.map((field) => (
                <Filled
                  key={field.id}
                  field={field}
                  value={changes[field.id] ?? order.values[field.id] ?? null}
                  order={order.id}
                />
              ))}
            </dl>
          </div>
        );
      })}
    </>
  );
}

function Filled({ field, value, order }: { field: Field; value: Value; order: string }) {
  const { t } = useTranslation("orders");
  const words = useValueWords();
  const files = (Array.isArray(value) ? value : [value]).filter(isFile);
  const isWide = field.control.kind === "textarea" || files.length > 0;
  return (
    <div className={styles.value} data-wide={isWide}>
      <dt>{field.label}</dt>
      <dd>
        {files.length > 0 && <Attachments files={files} order={order} />}
        {files.length === 0 && !isEmpty(value) && valueText(value, field.control, words)}
        {isEmpty(value) && (
          <span className={styles.faint} title={t("empty")}>
            —
          </span>
        )}
      </dd>
    </div>
  );
}

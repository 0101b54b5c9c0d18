import { ArrowLeft, FileText, Rows3 } from "lucide-react";
import { kindOf } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import { sectionOf } from "@/model/edit/form_plan";
import type { Reading } from "@/model/edit/form_rules";
import { useDefinition, useDesigning } from "../edits/session";
import { goTo } from "../edits/show";
import { ownerName } from "../edits/uses";
import styles from "./DependPanel.module.css";

interface ReadingRowProps {
  reading: Reading;
  /** Whose rules these are is said already. */
  isOwn?: boolean;
  /** It is, or reads, what is selected. */
  isMarked?: boolean;
}

/** One rule, a way to where it stands, and behind it each field it reads. */
export function ReadingRow({ reading: { owner, property, reads }, isOwn = false, isMarked = false }: ReadingRowProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const form = useDefinition();
  const name = owner === "title" ? t("wholeForm") : ownerName(form, owner) || t("section.untitled");
  return (
    <li className={styles.reading} data-marked={isMarked}>
      <button type="button" className={styles.owner} onClick={() => goTo(store, owner, property)}>
        <OwnerIcon owner={owner} />
        {!isOwn && <span className={styles.name}>{name}</span>}
        <span className={styles.property}>{t(`use.property.${property}` as never, { defaultValue: property })}</span>
      </button>
      <ArrowLeft size={14} className={styles.reads} role="img" aria-label={t("depend.reads")} />
      <span className={styles.chips}>
        {reads.map((field) => (
          <FieldChip key={field} id={field} />
        ))}
      </span>
    </li>
  );
}

function OwnerIcon({ owner }: { owner: string }) {
  const field = useDefinition().fields.find(({ id }) => id === owner);
  const Icon = field ? kindOf(field).icon : sectionOf(owner) === null ? FileText : Rows3;
  return <Icon size={14} />;
}

function FieldChip({ id }: { id: string }) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const field = useDefinition().fields.find((one) => one.id === id);
  if (!field) return <span className={styles.gone}>{t("depend.gone", { id })}</span>;
  return (
    <button type="button" className={styles.chip} onClick={() => goTo(store, id)}>
      {field.label || id}
    </button>
  );
}

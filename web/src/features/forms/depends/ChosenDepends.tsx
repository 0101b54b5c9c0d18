import { useTranslation } from "@/i18n/words";
import { sectionKey } from "@/model/edit/form_plan";
import { readingsOf } from "@/model/edit/form_rules";
import { useDefinition, useDesigning, useSelection } from "../edits/session";
import { ownerName, usesOf } from "../edits/uses";
import styles from "./DependPanel.module.css";
import { ReadingRow } from "./ReadingRow";
import { UseList } from "./UseList";

/** Of the one thing that is selected: what it depends on, also by its group, and who uses it. */
export function ChosenDepends() {
  const { t } = useTranslation("forms");
  const { elsewhere } = useDesigning();
  const form = useDefinition();
  const [chosen, ...more] = useSelection();
  if (chosen === undefined || more.length > 0) return <p className={styles.none}>{t("depend.pick")}</p>;
  const group = form.sections.find(({ items }) => items.some(({ field }) => field === chosen));
  const owners = [chosen, group ? sectionKey(group.id) : ""];
  const readings = readingsOf(form).filter(({ owner }) => owners.includes(owner));
  const uses = usesOf(form, elsewhere, [chosen]);
  return (
    <>
      <h3 className={styles.chosen}>{ownerName(form, chosen) || t("section.untitled")}</h3>
      <h4 className={styles.heading}>
        {readings.length > 0 ? t("depend.on", { count: readings.length }) : t("depend.onNothing")}
      </h4>
      <ul>
        {readings.map((reading) => (
          <ReadingRow key={`${reading.owner} ${reading.property}`} reading={reading} isOwn={reading.owner === chosen} />
        ))}
      </ul>
      <h4 className={styles.heading}>{uses.length > 0 ? t("usedBy", { count: uses.length }) : t("depend.unused")}</h4>
      <UseList uses={uses} />
    </>
  );
}

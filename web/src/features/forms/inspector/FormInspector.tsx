import { FormulaInput } from "@/fields/formula_input/FormulaInput";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { plain } from "@/model/formula/scope";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { useDefinition, useDesigning } from "../edits/session";
import styles from "../forms.module.css";
import { RuleRow } from "./RuleRow";

const TEXT = plain("text");

/** The form itself: how its orders are called, and what one can do here. */
export function FormInspector() {
  const { t } = useTranslation("forms");
  const { store, problems } = useDesigning();
  const form = useDefinition();
  const rename = (title: string | null) =>
    store.getState().dispatch({ changes: [{ kind: "title", title }], name: { key: "title" }, group: "title" });
  return (
    <InspectorFrame
      title={t("wholeForm")}
      subtitle={listed([
        t("fieldCount", { count: form.fields.length }),
        t("sectionCount", { count: form.sections.length }),
      ])}
      groups={[
        {
          id: "form.title",
          label: t("group.order"),
          content: (
            <RuleRow
              name="title"
              value={form.title}
              problems={problems.filter(({ place }) => place === "title")}
              onChange={rename}
            >
              {(input) => <FormulaInput {...input} wanted={TEXT} />}
            </RuleRow>
          ),
        },
        {
          id: "form.tips",
          label: t("group.tips"),
          content: (
            <ul className={styles.tips}>
              <li>{t("tip.add")}</li>
              <li>{t("tip.rename")}</li>
              <li>{t("tip.move")}</li>
              <li>{t("tip.width")}</li>
            </ul>
          ),
        },
      ]}
    />
  );
}

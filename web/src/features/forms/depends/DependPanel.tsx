import { useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import { dependenciesOf, type Reading } from "@/model/edit/form_rules";
import { LowerPanel } from "@/ui/designer/LowerPanel";
import { ProblemRows } from "@/ui/designer/ProblemRows";
import { designProblems } from "../edits/design_problems";
import { useDefinition, useDesigning, useSelection } from "../edits/session";
import { goTo } from "../edits/show";
import { ChosenDepends } from "./ChosenDepends";
import styles from "./DependPanel.module.css";
import { ReadingRow } from "./ReadingRow";

/** Which rule reads which fields: of what is selected, and of the whole form in the order in which it is settled. */
export default function DependPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["forms", "field"]);
  const { store } = useDesigning();
  const form = useDefinition();
  const selection = useSelection();
  const { stages, circles, stuck } = useMemo(() => dependenciesOf(form), [form]);
  const problems = circles.map(([at = "", ...others]) => {
    const path = [at, ...others].join(",");
    return { place: `fields.${at}`, code: "formula_cycle", severity: "error", data: { path } } as const;
  });
  const list = (readings: readonly Reading[]) => (
    <ul>
      {readings.map((reading) => {
        const { owner, property, reads } = reading;
        const isMarked = [owner, ...reads].some((id) => selection.includes(id));
        return <ReadingRow key={`${owner} ${property}`} reading={reading} isMarked={isMarked} />;
      })}
    </ul>
  );
  const isBare = stages.length === 0 && stuck.length === 0;
  return (
    <LowerPanel label={t("depend.title")} title={t("depend.title")} closeLabel={t("depend.close")} onClose={onClose}>
      <div className={styles.sides}>
        <section className={styles.side} aria-label={t("depend.chosen")}>
          <ChosenDepends />
        </section>
        <section className={styles.side} aria-label={t("depend.order")}>
          {isBare && <p className={styles.none}>{t("depend.none")}</p>}
          {stuck.length > 0 && (
            <>
              <ProblemRows
                problems={designProblems(form, problems, t)}
                onProblem={({ target, property }) => goTo(store, target, property)}
              />
              <h3 className={styles.heading}>{t("depend.stuck")}</h3>
              {list(stuck)}
            </>
          )}
          {stages.map((readings, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place
            <div key={at}>
              <h3 className={styles.heading}>{t(at === 0 ? "depend.first" : "depend.stage", { number: at + 1 })}</h3>
              {list(readings)}
            </div>
          ))}
        </section>
      </div>
    </LowerPanel>
  );
}

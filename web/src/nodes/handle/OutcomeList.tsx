import { Button, Input } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { Outcome } from "@/model/flow";
import { freshSlug } from "@/model/id";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { IconButton } from "@/ui/IconButton";
import { placeText } from "@/ui/problem_text";
import styles from "../settings/settings.module.css";

interface OutcomeListProps {
  outcomes: readonly Outcome[];
  onChange: (outcomes: Outcome[], group?: string) => void;
  problems: readonly Problem[];
}

/** Buttons instead of "done": each is an exit of its own. */
export function OutcomeList({ outcomes, onChange, problems }: OutcomeListProps) {
  const { t } = useTranslation("node");
  const problem = problems.find(({ place }) => place.startsWith("outcomes"));
  const rename = (id: string, label: string) =>
    onChange(
      outcomes.map((outcome) => (outcome.id === id ? { ...outcome, label } : outcome)),
      `outcome.${id}`,
    );
  const add = () => {
    const id = freshSlug("outcome", new Set(outcomes.map((outcome) => outcome.id)));
    onChange([...outcomes, { id, label: t("outcomes.name", { number: outcomes.length + 1 }) }]);
  };
  return (
    <PropertyRow
      name="outcomes"
      label={t("outcomes.label")}
      help={t("outcomes.help")}
      problem={problem && placeText(problem)}
    >
      {(id) => (
        <div className={styles.list} id={id}>
          {outcomes.map((outcome) => (
            <div key={outcome.id} className={styles.line}>
              <Input
                value={outcome.label}
                aria-label={t("outcomes.label")}
                onChange={(event) => rename(outcome.id, event.target.value)}
              />
              <IconButton
                label={t("removeNamed", { name: outcome.label })}
                icon={<X size={14} />}
                onClick={() => onChange(outcomes.filter((other) => other.id !== outcome.id))}
              />
            </div>
          ))}
          <Button size="small" type="dashed" icon={<Plus size={14} />} onClick={add}>
            {t("outcomes.add")}
          </Button>
        </div>
      )}
    </PropertyRow>
  );
}

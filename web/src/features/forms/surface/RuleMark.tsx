import type { LucideIcon } from "lucide-react";
import { useStore } from "zustand";
import { useConditionSaying } from "@/fields/condition/condition_words";
import { withLabels } from "@/fields/formula_input/words";
import { useDesigning } from "../edits/session";
import styles from "../forms.module.css";

interface RuleMarkProps {
  icon: LucideIcon;
  /** The formula. */
  rule: string;
  tone: "soft" | "warning";
  /** What the condition does, around its words. */
  sentence: (condition: string) => string;
}

/** A condition on the sheet: its words as far as there is room, the whole sentence for whoever points at it or hears it. */
export function RuleMark({ icon: Icon, rule, tone, sentence }: RuleMarkProps) {
  const { store } = useDesigning();
  const say = useConditionSaying();
  // The words alone, so that the mark is drawn again only when they differ.
  const words = useStore(store, ({ history }) => say(rule, history.doc) ?? withLabels(rule, history.doc));
  const whole = sentence(words);
  return (
    <span className={styles.ruleMark} data-tone={tone} role="img" aria-label={whole} title={whole}>
      <Icon size={13} />
      <span className={styles.ruleWords}>{words}</span>
    </span>
  );
}

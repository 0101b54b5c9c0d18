import { Input } from "antd";
import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "@/i18n/words";
import type { Color } from "@/model/color";
import type { Choice } from "@/model/form";
import type { Problem } from "@/model/problem";
import { ListGrip } from "@/ui/ListGrip";
import { placeText } from "@/ui/problem_text";
import { ColorPick } from "./ColorPick";
import styles from "./options_row.module.css";

interface OptionRowProps {
  option: Choice;
  /** From 1. */
  number: number;
  problem: Problem | undefined;
  onRename: (label: string) => void;
  onPaint: (color: Color | null) => void;
  onRemove: () => void;
  /** To a gap of the list: 0 is before the first. */
  onMove: (to: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function OptionRow({ option, number, problem, ...act }: OptionRowProps) {
  const { t } = useTranslation("field");
  return (
    <li className={styles.row}>
      <ListGrip label={option.label} at={number - 1} onMove={act.onMove} />
      <ColorPick label={t("option.color", { label: option.label })} color={option.color} onPick={act.onPaint} />
      <Input
        size="small"
        value={option.label}
        status={problem ? "error" : ""}
        title={problem && placeText(problem)}
        aria-label={t("option.label", { count: number })}
        onChange={(event) => act.onRename(event.target.value)}
        onKeyDown={act.onKeyDown}
      />
      <button
        type="button"
        className={styles.remove}
        aria-label={t("option.remove", { label: option.label })}
        onClick={act.onRemove}
      >
        <X size={14} />
      </button>
    </li>
  );
}

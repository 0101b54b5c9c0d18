import { Input } from "antd";
import { GripVertical, X } from "lucide-react";
import type { KeyboardEvent, PointerEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Color } from "@/model/color";
import type { Choice } from "@/model/form";
import type { Problem } from "@/model/problem";
import { startDrag } from "@/ui/drag";
import { placeText } from "@/ui/problem_text";
import { ColorPick } from "./ColorPick";
import { gapAt } from "./gap";
import styles from "./options_row.module.css";

interface OptionRowProps {
  option: Choice;
  /** From 1. */
  number: number;
  problem: Problem | undefined;
  list: RefObject<HTMLUListElement | null>;
  onRename: (label: string) => void;
  onPaint: (color: Color | null) => void;
  onRemove: () => void;
  /** To a gap of the list: 0 is before the first. */
  onMove: (to: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function OptionRow({ option, number, problem, list, ...act }: OptionRowProps) {
  const { t } = useTranslation("field");
  const drag = (event: PointerEvent) =>
    startDrag<number>(event.nativeEvent, {
      label: option.label,
      isGrip: true,
      over: (_x, y) => gapAt(list.current, y),
      drop: act.onMove,
    });
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.grip}
        aria-label={t("option.move", { label: option.label })}
        onPointerDown={drag}
        onKeyDown={(event) => {
          if (event.key === "ArrowUp") act.onMove(Math.max(number - 2, 0));
          if (event.key === "ArrowDown") act.onMove(number + 1);
        }}
      >
        <GripVertical size={14} />
      </button>
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

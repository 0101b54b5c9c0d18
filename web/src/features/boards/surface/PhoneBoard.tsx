import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { BoardDefinition } from "@/model/report";
import { announce } from "@/ui/designer/announce";
import { PlainButton } from "@/ui/PlainButton";
import { useShortcuts } from "@/ui/shortcuts";
import type { ProblemsByTile } from "../edits/board_problems";
import type { PhoneEdits } from "../edits/phone_edits";
import grid from "../view/boards.module.css";
import { onPhone } from "../view/phone";
import styles from "./designer.module.css";
import { PhoneCell } from "./PhoneCell";

export interface PhoneBoardProps {
  board: BoardDefinition;
  definitions: ReadonlyMap<string, FormDefinition>;
  problems: ProblemsByTile;
  selection: readonly string[];
  edits: PhoneEdits;
  onSelect: (ids: readonly string[]) => void;
}

/** The board as a phone shows it: derived from the grid until somebody moves, sizes or hides a tile here. */
export function PhoneBoard({ board, definitions, problems, selection, edits, onSelect }: PhoneBoardProps) {
  const { t } = useTranslation("boards");
  const list = onPhone(board);
  const chosen = selection.length === 1 ? list.findIndex(({ tile }) => tile.id === selection[0]) : -1;
  const one = list[chosen];
  const said = one && t("device.at", { title: one.tile.title, at: chosen + 1, count: list.length });
  useSaid(said, chosen);
  const move = (gap: number) => one && edits.move(one.tile.id, gap);
  useShortcuts(t("device.phone"), [
    { keys: "alt+arrowup", label: t("key.up"), run: () => move(chosen - 1), isOff: chosen < 1 },
    { keys: "alt+arrowdown", label: t("key.down"), run: () => move(chosen + 2), isOff: !one },
  ]);
  const isOwn = board.phone?.some(({ id }) => board.tiles.some((tile) => tile.id === id)) ?? false;
  return (
    <div className={styles.phoneGround}>
      <div className={styles.phoneNote}>
        <p className={styles.note}>{isOwn ? t("device.own") : t("device.note")}</p>
        {isOwn && (
          <PlainButton size="small" onClick={edits.derive}>
            {t("device.derive")}
          </PlainButton>
        )}
      </div>
      <section className={styles.phone} aria-label={t("device.phone")}>
        <ul className={grid.grid} data-phone>
          {list.map((placed, at) => (
            <PhoneCell
              key={placed.tile.id}
              placed={placed}
              at={at}
              count={list.length}
              filters={board.filters ?? []}
              form={definitions.get(placed.tile.chart.form)}
              problems={problems.get(placed.tile.id) ?? []}
              selection={selection}
              edits={edits}
              onSelect={onSelect}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Says where the selected tile stands once it has moved; that it was selected is said by its own name. */
function useSaid(said: string | undefined, at: number): void {
  const before = useRef({ said, at });
  useEffect(() => {
    const was = before.current;
    before.current = { said, at };
    if (said && was.said && was.at !== at) announce(said);
  }, [said, at]);
}

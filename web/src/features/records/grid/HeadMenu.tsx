import { Dropdown } from "antd";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronDown,
  EyeOff,
  Filter,
  Group,
  MoveHorizontal,
  Pin,
  PinOff,
} from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { isSame } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { hide, turnPin } from "../look/arrange";
import { isLaneColumn, type Look, moveColumn } from "../look/look";
import type { Arranged } from "../look/use_arrangement";
import styles from "./Grid.module.css";

export interface HeadMenuProps {
  column: Column;
  label: string;
  at: number;
  look: Look;
  definition: FormDefinition;
  arranged: Arranged;
  onLook: (part: Partial<Look>) => void;
  onFilter: () => void;
  onFit: () => void;
}

/** Everything a heading can do, in words: the same by mouse, finger and key. */
export function HeadMenu({ column, label, at, look, definition, arranged, onLook, onFilter, onFit }: HeadMenuProps) {
  const { t } = useTranslation("records");
  const { frozen } = arranged.arrangement;
  const { columns, sort } = look;
  const sortBy = (descending: boolean) =>
    onLook({
      sort: [{ column, ...(descending && { descending }) }, ...sort.filter((one) => !isSame(one.column, column))],
    });
  const put = (order: { columns: Column[]; frozen: number }) =>
    arranged.arrange({ frozen: order.frozen }, { columns: order.columns });
  const isPinned = at < frozen;
  const isGrouped = look.group !== null && isSame(look.group, column);
  const items = [
    { key: "up", icon: <ArrowUp size={14} />, label: t("ascending"), onClick: () => sortBy(false) },
    { key: "down", icon: <ArrowDown size={14} />, label: t("descending"), onClick: () => sortBy(true) },
    { key: "filter", icon: <Filter size={14} />, label: t("grid.filter"), onClick: onFilter },
    { type: "divider" as const },
    {
      key: "pin",
      icon: isPinned ? <PinOff size={14} /> : <Pin size={14} />,
      label: t(isPinned ? "grid.unpin" : "grid.pin"),
      onClick: () => put(turnPin(columns, frozen, at)),
    },
    {
      key: "left",
      icon: <ArrowLeft size={14} />,
      label: t("grid.moveLeft"),
      disabled: at === 0,
      onClick: () => onLook({ columns: moveColumn(columns, at, at - 1) }),
    },
    {
      key: "right",
      icon: <ArrowRight size={14} />,
      label: t("grid.moveRight"),
      disabled: at === columns.length - 1,
      onClick: () => onLook({ columns: moveColumn(columns, at, at + 1) }),
    },
    ...(isLaneColumn(column, definition)
      ? [
          {
            key: "group",
            icon: <Group size={14} />,
            label: t(isGrouped ? "grid.ungroup" : "grid.group"),
            onClick: () => onLook({ group: isGrouped ? null : column }),
          },
        ]
      : []),
    { key: "fit", icon: <MoveHorizontal size={14} />, label: t("grid.fit"), onClick: onFit },
    {
      key: "hide",
      icon: <EyeOff size={14} />,
      label: t("grid.hide"),
      disabled: columns.length === 1,
      onClick: () => put(hide(columns, frozen, column)),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <button type="button" className={styles.headMenu} aria-label={t("grid.menu", { column: label })}>
        <ChevronDown size={14} />
      </button>
    </Dropdown>
  );
}

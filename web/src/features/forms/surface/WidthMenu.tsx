import { Dropdown, type MenuProps } from "antd";
import { MoveHorizontal } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { announce } from "@/ui/designer/announce";
import { IconButton } from "@/ui/IconButton";
import { resize } from "../edits/act";
import { useDesigning } from "../edits/session";
import { fraction, WIDTHS } from "../edits/widths";
import styles from "../forms.module.css";

interface WidthMenuProps {
  field: string;
  span: number;
  onOpen: () => void;
}

/** The usual widths by name, for hands that do not drag. */
export function WidthMenu({ field, span, onOpen }: WidthMenuProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const items: MenuProps["items"] = WIDTHS.map((width) => ({ key: String(width), label: fraction(width) }));
  const choose: MenuProps["onClick"] = ({ key, domEvent }) => {
    domEvent.stopPropagation();
    resize(store, [field], Number(key));
    announce(t("said.width", { width: fraction(Number(key)) }));
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items, selectedKeys: [String(span)], onClick: choose }}
      autoFocus
      onOpenChange={(isOpen) => isOpen && onOpen()}
    >
      <span className={styles.opener}>
        <IconButton
          label={t("tool.width", { width: fraction(span) })}
          icon={<MoveHorizontal size={15} />}
          onClick={() => undefined}
        />
      </span>
    </Dropdown>
  );
}

import { Button, Dropdown, type MenuProps } from "antd";
import { Ellipsis } from "lucide-react";
import { useTranslation } from "@/i18n/words";

interface CardMenuProps {
  /** Of what the card stands for. */
  name: string;
  items: NonNullable<MenuProps["items"]>;
}

/** What else can be done with a card. */
export function CardMenu({ name, items }: CardMenuProps) {
  const { t } = useTranslation("apps");
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button type="text" size="small" icon={<Ellipsis size={16} />} aria-label={t("form.menu", { name })} />
    </Dropdown>
  );
}

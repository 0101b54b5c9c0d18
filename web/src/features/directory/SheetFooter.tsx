import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./directory.module.css";

interface SheetFooterProps {
  /** The id of the form it sends. */
  form: string;
  isBusy: boolean;
  isOff: boolean;
  /** The rarer action, at the other edge. */
  end?: ReactNode;
}

export function SheetFooter({ form, isBusy, isOff, end }: SheetFooterProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.foot}>
      {end}
      <Button type="primary" htmlType="submit" form={form} disabled={isOff} loading={isBusy}>
        {t("save")}
      </Button>
    </div>
  );
}

import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { Foot } from "./Foot";

interface SheetFooterProps {
  /** The id of the form it sends. */
  form: string;
  isBusy: boolean;
  isOff?: boolean;
  /** What sending it is called, where that is not saving. */
  label?: string;
  /** The rarer action, at the other edge. */
  end?: ReactNode;
}

export function SheetFooter({ form, isBusy, isOff = false, label, end }: SheetFooterProps) {
  const { t } = useTranslation();
  return (
    <Foot>
      {end}
      <Button type="primary" htmlType="submit" form={form} disabled={isOff} loading={isBusy}>
        {label ?? t("save")}
      </Button>
    </Foot>
  );
}

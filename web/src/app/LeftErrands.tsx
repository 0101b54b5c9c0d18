import { Alert, Button, Space } from "antd";
import { useTranslation } from "@/i18n/words";
import { useErrands } from "@/ui/errand_book";
import { dropErrand, sendErrand } from "@/ui/errands";
import { useFormat } from "@/ui/format";

/** Decisions of long ago that never went: the person says for each whether it still holds. */
export function LeftErrands() {
  const { t } = useTranslation();
  const format = useFormat();
  const errands = useErrands((state) => state.errands);
  return errands
    .filter(({ state }) => state === "left")
    .map(({ key, what, title, decided_at }) => (
      <Alert
        key={key}
        banner
        type="warning"
        showIcon
        title={t("errand.left", { what: t("errand.held", { what, title }), at: format.dateTime(decided_at) })}
        action={
          <Space>
            <Button size="small" onClick={() => dropErrand(key)}>
              {t("errand.drop")}
            </Button>
            <Button size="small" type="primary" onClick={() => void sendErrand(key)}>
              {t("errand.send")}
            </Button>
          </Space>
        }
      />
    ));
}

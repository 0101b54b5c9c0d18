import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { LinkButton } from "@/ui/LinkButton";
import type { OrderDraft } from "./order_draft";
import type { Taken } from "./resume";

interface FillNotesProps {
  taken: Taken;
  ended: OrderDraft["ended"];
  onStartOver: () => void;
  /** What stands here becomes an order of its own. */
  onKeepOn: () => void;
}

/** Above the form: what is filled in here, where that is not what one would think. */
export function FillNotes({ taken, ended, onStartOver, onKeepOn }: FillNotesProps) {
  const { t } = useTranslation("fill");
  const [isResumedShown, setResumedShown] = useState(taken.isResumed);
  const [isElsewhereShown, setElsewhereShown] = useState(taken.isElsewhere);
  if (ended) {
    const keepOn = (
      <Button size="small" onClick={onKeepOn}>
        {t("keepOn")}
      </Button>
    );
    const open = (
      <LinkButton size="small" to="/orders/$id" params={{ id: taken.copy.id }}>
        {t("openOrder")}
      </LinkButton>
    );
    const ways =
      ended === "sent" ? (
        <>
          {open} {keepOn}
        </>
      ) : (
        keepOn
      );
    return <Alert type="warning" showIcon title={t(`ended.${ended}`)} action={ways} />;
  }
  return (
    <>
      {isElsewhereShown && (
        <Alert type="info" showIcon closable={{ onClose: () => setElsewhereShown(false) }} title={t("elsewhere")} />
      )}
      {isResumedShown && (
        <Alert
          type="info"
          showIcon
          closable={{ onClose: () => setResumedShown(false) }}
          title={t("resumed")}
          action={
            <Button size="small" onClick={onStartOver}>
              {t("startOver")}
            </Button>
          }
        />
      )}
    </>
  );
}

import { Button, Radio } from "antd";
import { lazy, Suspense, useState } from "react";
import { uploadFile } from "@/api/files";
import { useUnready } from "@/fields/attachment/unready";
import { useTranslation } from "@/i18n/words";
import type { OrderAction } from "@/model/order";
import { BottomSheet } from "@/ui/BottomSheet";
import { useKept, useKeptFiles } from "@/ui/kept";
import { PeopleSelect } from "@/ui/PeopleSelect";
import { toast } from "@/ui/toast";
import { OpinionText } from "./OpinionText";
import styles from "./orders.module.css";
import type { TakeSignature } from "./SignaturePad";
import { type Answers, askOf, carriesFiles, filesPlace, missing } from "./verbs";

const OpinionFiles = lazy(() => import("./OpinionFiles"));
const SignaturePad = lazy(() => import("./SignaturePad"));

export interface ActSheetProps {
  action: OrderAction;
  title: string;
  /** Where the opinion and its files are kept on this device until the server has it. */
  place: string;
  isBusy: boolean;
  onClose: () => void;
  onSend: (answers: Pick<Answers, "comment" | "files" | "signature" | "people" | "way">) => void;
}

const WITHDRAWALS = ["draft", "cancel"] as const;

/** Asks what a verb needs: whom, which way, and the opinion. */
export function ActSheet({ action, title, place, isBusy, onClose, onSend }: ActSheetProps) {
  const { t } = useTranslation("orders");
  const ask = askOf(action);
  const ways = useWays(action);
  const [comment, setComment] = useKept(place);
  const [files, setFiles] = useKeptFiles(filesPlace(place));
  const unready = useUnready(place);
  const [people, setPeople] = useState<string[]>([]);
  const [way, setWay] = useState(ways[0]?.value ?? "");
  const [isTried, setTried] = useState(false);
  const [ink, setInk] = useState<TakeSignature | null>(null);
  const [isSigning, setSigning] = useState(false);
  const answers = { comment, files: files.map(({ id }) => id), people, way };
  const drawn = ink ? { signature: "drawn" } : {};
  const lacking = missing(action, { ...answers, ...drawn, values: {}, record_rev: 0 });
  const send = async () => {
    setTried(true);
    if (lacking || isBusy || isSigning) return;
    if (unready) return toast.info(unready);
    setSigning(true);
    try {
      const picture = await ink?.();
      onSend({ ...answers, ...(picture && { signature: (await uploadFile(picture)).id }) });
    } catch (error) {
      toast.problem(error);
    } finally {
      setSigning(false);
    }
  };
  const footer = (
    <Button
      type="primary"
      block
      size="large"
      danger={ask.kind === "danger"}
      loading={isBusy || isSigning}
      onClick={() => void send()}
    >
      {title}
    </Button>
  );
  return (
    <BottomSheet open onClose={onClose} title={title} footer={footer}>
      <div className={styles.form}>
        {ask.way !== "none" && (
          <Radio.Group
            aria-label={t("way.label")}
            className={styles.ways}
            options={ways}
            value={way}
            onChange={({ target }) => setWay(String(target.value))}
          />
        )}
        {ask.people !== "none" && (
          <PeopleSelect isSingle={ask.people === "one"} label={t("people")} value={people} onChange={setPeople} />
        )}
        {isTried && lacking === "people" && <p className={styles.problem}>{t("peopleMissing")}</p>}
        {ask.comment !== "none" && (
          <OpinionText
            action={action}
            isLacking={isTried && lacking === "comment"}
            text={comment}
            onChange={setComment}
            onSend={() => void send()}
          />
        )}
        {carriesFiles(action.verb) && (
          <Suspense>
            <OpinionFiles place={place} what={title} files={files} onChange={setFiles} />
          </Suspense>
        )}
        {action.signature_required && (
          <Suspense>
            <SignaturePad isInvalid={isTried} onInk={(take) => setInk(() => take)} />
          </Suspense>
        )}
        {isTried && lacking === "signature" && <p className={styles.problem}>{t("signature.missing")}</p>}
      </div>
    </BottomSheet>
  );
}

function useWays(action: OrderAction): { value: string; label: string }[] {
  const { t } = useTranslation("orders");
  if (action.verb === "withdraw") {
    return (action.ways ?? WITHDRAWALS).map((way) => ({ value: way, label: t(`way.${way}`) }));
  }
  return (action.targets ?? []).map(({ node, name }) => ({
    value: node,
    label: node === "start" || node === "previous" ? t(`way.${node}`) : name,
  }));
}

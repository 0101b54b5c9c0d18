import { Button, Input, Radio, Tag } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePendingUploads } from "@/fields/attachment/uploads";
import type { OrderAction } from "@/model/order";
import { BottomSheet } from "@/ui/BottomSheet";
import { useKept, useKeptFiles } from "@/ui/kept";
import { PeopleSelect } from "@/ui/PeopleSelect";
import { toast } from "@/ui/toast";
import styles from "./orders.module.css";
import { type Answers, askOf, carriesFiles, filesPlace, missing } from "./verbs";

const OpinionFiles = lazy(() => import("./OpinionFiles"));

export interface ActSheetProps {
  action: OrderAction;
  title: string;
  /** Where the opinion and its files are kept on this device until the server has it. */
  place: string;
  isBusy: boolean;
  onClose: () => void;
  onSend: (answers: Pick<Answers, "comment" | "files" | "people" | "way">) => void;
}

const WITHDRAWALS = ["draft", "cancel"] as const;
const PHRASES = { for: ["agreed", "seen"], against: ["unclear", "redo"], other: ["seen", "soon"] } as const;

function phrasesOf({ verb }: OrderAction) {
  if (verb === "approve" || verb === "complete") return PHRASES.for;
  return verb === "reject" || verb === "return" ? PHRASES.against : PHRASES.other;
}

/** Asks what a verb needs: whom, which way, and the opinion. */
export function ActSheet({ action, title, place, isBusy, onClose, onSend }: ActSheetProps) {
  const { t } = useTranslation("orders");
  const ask = askOf(action);
  const ways = useWays(action);
  const [comment, setComment] = useKept(place);
  const [files, setFiles] = useKeptFiles(filesPlace(place));
  const uploads = usePendingUploads();
  const [people, setPeople] = useState<string[]>([]);
  const [way, setWay] = useState(ways[0]?.value ?? "");
  const [isTried, setTried] = useState(false);
  const lacking = missing(action, { comment, files: [], people, way, values: {}, record_rev: 0 });
  const send = () => {
    setTried(true);
    if (lacking || isBusy) return;
    if (uploads > 0) toast.info(t("uploading", { count: uploads }));
    else onSend({ comment, files: files.map(({ id }) => id), people, way });
  };
  const footer = (
    <Button type="primary" block size="large" danger={ask.kind === "danger"} loading={isBusy} onClick={send}>
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
          <>
            <Input.TextArea
              autoFocus
              rows={4}
              maxLength={2000}
              value={comment}
              status={isTried && lacking === "comment" ? "error" : ""}
              placeholder={ask.comment === "required" ? t("commentRequired") : t("commentOptional")}
              aria-label={t("comment")}
              onChange={({ target }) => setComment(target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
              }}
            />
            {isTried && lacking === "comment" && <p className={styles.problem}>{t("commentMissing")}</p>}
            <div className={styles.phrases}>
              {phrasesOf(action).map((phrase) => (
                <button
                  key={phrase}
                  type="button"
                  className={styles.phrase}
                  onClick={() => setComment(`${comment}${t(`phrase.${phrase}`)}`)}
                >
                  <Tag>{t(`phrase.${phrase}`)}</Tag>
                </button>
              ))}
            </div>
          </>
        )}
        {carriesFiles(action.verb) && (
          <Suspense>
            <OpinionFiles files={files} onChange={setFiles} />
          </Suspense>
        )}
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

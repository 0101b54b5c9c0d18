import { useNavigate } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { usePendingUploads } from "@/fields/attachment/uploads";
import { FormSheet, type SheetHandle } from "@/fields/sheet/FormSheet";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import { ActionBar } from "@/ui/ActionBar";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import { createDraft } from "./draft";
import styles from "./fill.module.css";
import { KeepingStatus, LocalStrip } from "./KeepingStatus";
import type { LocalCopy } from "./local_copy";
import { useRetries } from "./retries";

interface FillSheetProps {
  form: string;
  definition: FormDefinition;
  matrix: FieldMatrix;
  copy: LocalCopy;
  /** It was begun earlier. */
  isResumed: boolean;
  keep: (copy: LocalCopy | null) => void;
  onStartOver: () => void;
}

export function FillSheet({ form, definition, matrix, copy, isResumed, keep, onStartOver }: FillSheetProps) {
  const { t } = useTranslation("fill");
  const navigate = useNavigate();
  const sheet = useRef<SheetHandle>(null);
  const [store] = useState(() => createDraft({ form, definition, matrix, copy, keep }));
  const draft = useStore(store);
  const uploads = usePendingUploads();
  const [isBannerOpen, setBannerOpen] = useState(isResumed);

  const send = async () => {
    if (store.getState().sending === "sending") return;
    if (sheet.current?.check().length) return;
    if (uploads > 0) {
      toast.info(t("uploading", { count: uploads }));
      return;
    }
    try {
      if (await store.getState().send()) {
        toast.success(t("sent"));
        await navigate({ to: "/orders/$id", params: { id: store.getState().id }, replace: true });
      }
    } catch (error) {
      if (store.getState().problems.length === 0) toast.problem(error);
    }
  };
  useRetries(store, () => void send());
  useEffect(() => () => void store.getState().flush(), [store]);
  useShortcuts(t("title"), [{ keys: "mod+enter", label: t("send"), run: () => void send(), evenTyping: true }]);
  const startOver = () => draft.discard().then(onStartOver, toast.problem);

  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.content}>
          {isBannerOpen && (
            <Alert
              type="info"
              showIcon
              closable={{ onClose: () => setBannerOpen(false) }}
              title={t("resumed")}
              action={
                <Button size="small" onClick={() => void startOver()}>
                  {t("startOver")}
                </Button>
              }
            />
          )}
          <FormSheet
            ref={sheet}
            definition={definition}
            values={draft.values}
            matrix={matrix}
            unnamed="edit"
            problems={draft.problems}
            onChange={draft.change}
          />
        </div>
      </div>
      <LocalStrip keeping={draft.keeping} sending={draft.sending} />
      <ActionBar
        note={<KeepingStatus keeping={draft.keeping} savedAt={draft.savedAt} />}
        actions={[
          {
            id: "send",
            label: t(draft.sending === "waiting" ? "sendAgain" : "send"),
            kind: "primary",
            isBusy: draft.sending === "sending",
            run: () => void send(),
          },
        ]}
      />
    </>
  );
}

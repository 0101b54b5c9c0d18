import { useNavigate } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { ApiProblem } from "@/api/problem";
import { usePendingUploads } from "@/fields/attachment/uploads";
import { FormSheet, type SheetHandle } from "@/fields/sheet/FormSheet";
import { useProblemMark } from "@/fields/sheet/problem_mark";
import { useTranslation } from "@/i18n/words";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import type { Value } from "@/model/value";
import { ActionBar } from "@/ui/ActionBar";
import { dropErrand, type ErrandEnd, errandOf, onErrandEnd, queueErrand, sendErrand, useErrandOf } from "@/ui/errands";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import { createDraft, type QueuedCall } from "./draft";
import styles from "./fill.module.css";
import { KeepingStatus, LocalStrip } from "./KeepingStatus";
import { copyPlace, type LocalCopy } from "./local_copy";
import { useRetries } from "./retries";

interface FillSheetProps {
  form: string;
  /** As people call it. */
  name: string;
  user: string;
  definition: FormDefinition;
  matrix: FieldMatrix;
  copy: LocalCopy;
  /** It was begun earlier. */
  isResumed: boolean;
  keep: (copy: LocalCopy | null) => void;
  onStartOver: () => void;
}

export function FillSheet({ form, name, user, definition, matrix, copy, isResumed, ...props }: FillSheetProps) {
  const { t } = useTranslation("fill");
  const navigate = useNavigate();
  const sheet = useRef<SheetHandle>(null);
  const queue = (call: QueuedCall) => {
    const keeps = [copyPlace(form, user)];
    queueErrand({ ...call, user, order: copy.id, task: null, what: t("send"), title: name, keeps });
  };
  const isQueued = () => errandOf(copy.id) !== undefined;
  const [store] = useState(() => createDraft({ form, definition, matrix, copy, keep: props.keep, queue, isQueued }));
  const errand = useErrandOf(copy.id);
  const draft = useStore(store);
  const uploads = usePendingUploads();
  const [toMend, setToMend] = useState(0);
  const problemMark = useProblemMark(toMend);
  const [isBannerOpen, setBannerOpen] = useState(isResumed);

  const leave = () => navigate({ to: "/orders/$id", params: { id: copy.id }, replace: true });
  const send = async () => {
    if (errand) return sendErrand(errand.key);
    if (store.getState().sending === "sending") return;
    if (sheet.current?.check().length) return;
    if (uploads > 0) {
      toast.info(t("uploading", { count: uploads }));
      return;
    }
    try {
      if (await store.getState().send()) {
        toast.success(t("sent"));
        await leave();
      }
    } catch (error) {
      if (store.getState().problems.length === 0) toast.problem(error);
    }
  };
  const change = (field: string, value: Value) => {
    if (errand) dropErrand(errand.key);
    store.getState().change(field, value);
  };
  useRetries(store);
  const hear = ({ errand: { order }, error }: ErrandEnd) => {
    if (order !== copy.id) return;
    if (error === undefined) void leave();
    else store.getState().refuse(error instanceof ApiProblem ? error.problems : []);
  };
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => onErrandEnd((end) => latest.current(end)), []);
  useEffect(() => () => void store.getState().flush(), [store]);
  useShortcuts(t("title"), [{ keys: "mod+enter", label: t("send"), run: () => void send(), evenTyping: true }]);
  const startOver = () => draft.discard().then(props.onStartOver, toast.problem);

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
            index="beside"
            problems={draft.problems}
            onChange={change}
            onProblems={setToMend}
          />
        </div>
      </div>
      <LocalStrip keeping={draft.keeping} isQueued={errand !== undefined} />
      <ActionBar
        note={<KeepingStatus keeping={draft.keeping} savedAt={draft.savedAt} />}
        actions={[
          {
            id: "send",
            label: t(errand ? "sendAgain" : "send"),
            kind: "primary",
            isBusy: draft.sending === "sending",
            ...problemMark,
            run: () => void send(),
          },
        ]}
      />
    </>
  );
}

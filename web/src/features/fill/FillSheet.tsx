import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useUnready } from "@/fields/attachment/unready";
import { FormSheet, type SheetHandle } from "@/fields/sheet/FormSheet";
import { useProblemMark } from "@/fields/sheet/problem_mark";
import { useTranslation } from "@/i18n/words";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import type { Value, Values } from "@/model/value";
import { ActionBar } from "@/ui/ActionBar";
import { type ErrandEnd, errandOf, onErrandEnd, useErrandOf } from "@/ui/errand_book";
import { dropErrand, queueErrand, sendErrand } from "@/ui/errands";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import { UploadGoal } from "@/ui/uploads/goal";
import { draftGoal } from "@/ui/uploads/goal_of";
import { createDraft } from "./draft";
import { FillNotes } from "./FillNotes";
import styles from "./fill.module.css";
import { KeepingStatus, LocalStrip } from "./KeepingStatus";
import { copyPlace, type LocalCopy } from "./local_copy";
import type { QueuedCall } from "./order_draft";
import type { Taken } from "./resume";
import { useRetries } from "./retries";

interface FillSheetProps {
  form: string;
  /** As people call it. */
  name: string;
  user: string;
  definition: FormDefinition;
  matrix: FieldMatrix;
  taken: Taken;
  keep: (copy: LocalCopy | null) => void;
  /** With these, or as empty as a form begins. */
  onStartOver: (values?: Values) => void;
}

export function FillSheet({ form, name, user, definition, matrix, taken, ...props }: FillSheetProps) {
  const { copy, isUnsaved } = taken;
  const { t } = useTranslation("fill");
  const navigate = useNavigate();
  const sheet = useRef<SheetHandle>(null);
  const queue = (call: QueuedCall) => {
    const keeps = [copyPlace(form, user, copy.id)];
    queueErrand({ ...call, user, order: copy.id, task: null, what: t("send"), title: name, keeps });
  };
  const isQueued = () => errandOf(copy.id) !== undefined;
  const host = { keep: props.keep, queue, isQueued };
  const [store] = useState(() => createDraft({ form, definition, matrix, copy, isUnsaved, ...host }));
  const errand = useErrandOf(copy.id);
  const draft = useStore(store);
  const goal = draftGoal(form, name, copy.id);
  const unready = useUnready(goal.key);
  const [toMend, setToMend] = useState(0);
  const problemMark = useProblemMark(toMend);

  const leave = () => navigate({ to: "/orders/$id", params: { id: copy.id }, replace: true });
  const send = async () => {
    if (errand) return void sendErrand(errand.key);
    if (store.getState().sending === "sending") return;
    if (sheet.current?.check().length) return;
    if (unready) return toast.info(unready);
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
  const brought = () => {
    if (errand) dropErrand(errand.key);
    store.getState().begin();
  };
  useRetries(store);
  const hear = ({ errand: { order }, error }: ErrandEnd) => {
    if (order !== copy.id) return;
    if (error === undefined) void leave();
    else void store.getState().refuse(error);
  };
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => onErrandEnd((end) => latest.current(end)), []);
  useEffect(() => () => void store.getState().flush(), [store]);
  useShortcuts(t("title"), [{ keys: "mod+enter", label: t("send"), run: () => void send(), evenTyping: true }]);
  const startOver = () => {
    if (errand) dropErrand(errand.key);
    void draft.discard().then(() => props.onStartOver());
  };

  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.content}>
          <FillNotes
            taken={taken}
            ended={draft.ended}
            onStartOver={startOver}
            onKeepOn={() => props.onStartOver(draft.values)}
          />
          <UploadGoal value={{ ...goal, onBrought: brought }}>
            <FormSheet
              ref={sheet}
              definition={definition}
              values={draft.values}
              matrix={matrix}
              unnamed="edit"
              index="beside"
              problems={draft.problems}
              onProblems={setToMend}
              {...(!draft.ended && { onChange: change })}
            />
          </UploadGoal>
        </div>
      </div>
      <LocalStrip keeping={draft.keeping} isQueued={errand !== undefined} />
      <ActionBar
        note={<KeepingStatus keeping={draft.keeping} savedAt={draft.savedAt} />}
        actions={
          draft.ended
            ? []
            : [
                {
                  id: "send",
                  label: t(errand ? "sendAgain" : "send"),
                  kind: "primary",
                  isBusy: draft.sending === "sending",
                  ...problemMark,
                  run: () => void send(),
                },
              ]
        }
      />
    </>
  );
}

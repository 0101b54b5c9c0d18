import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Switch } from "antd";
import { Pencil, Send } from "lucide-react";
import { type Push, pushesQuery, savePush, sendPush } from "@/api/pushes";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { usePerson } from "@/ui/people";
import { toast } from "@/ui/toast";
import { LastRun } from "./LastRun";
import styles from "./push.module.css";
import { planOf, whenText } from "./push_plan";
import { useAudience } from "./use_audience";

interface PushRowProps {
  board: string;
  push: Push;
  /** Nothing is sent for now. */
  isHeldBack: boolean;
  onEdit: () => void;
}

/** One push: when, to whom, whose figures, when next, and what became of the last one. */
export function PushRow({ board, push, isHeldBack, onEdit }: PushRowProps) {
  const { t } = useTranslation("push");
  const format = useFormat();
  const cache = useQueryClient();
  const audience = useAudience(push.to);
  const who = usePerson(push.by)?.name ?? t("somebody");
  const renew = () => cache.invalidateQueries({ queryKey: pushesQuery(board).queryKey });
  const turning = useMutation({
    mutationFn: (is_on: boolean) => savePush(board, push, { ...planOf(push), is_on }),
    onError: toast.problem,
    onSettled: renew,
  });
  const sending = useMutation({
    mutationFn: () => sendPush(board, push.id),
    onSuccess: ({ last }) => last?.state === "sent" && toast.success(t("sentNow")),
    onError: toast.problem,
    onSettled: renew,
  });
  const when = whenText(push, t, format);
  return (
    <li className={styles.row} aria-label={when}>
      <div className={styles.head}>
        <strong>{when}</strong>
        <Switch
          aria-label={t("on", { when })}
          checked={turning.isPending ? turning.variables : push.is_on}
          loading={turning.isPending}
          onChange={(isOn) => turning.mutate(isOn)}
        />
      </div>
      <p>{t("to", { audience })}</p>
      <small>{t("figures", { who })}</small>
      <small>{push.next ? t("next", { at: format.dateTime(push.next) }) : t("noNext")}</small>
      <div role="status">{push.last && <LastRun run={push.last} owner={who} />}</div>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<Send size={14} />}
          loading={sending.isPending}
          disabled={isHeldBack}
          onClick={() => sending.mutate()}
        >
          {t("sendNow")}
        </Button>
        <IconButton label={t("edit")} icon={<Pencil size={16} />} onClick={onEdit} />
      </div>
    </li>
  );
}

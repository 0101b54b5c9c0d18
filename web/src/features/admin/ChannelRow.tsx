import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Bot, Pencil, Zap } from "lucide-react";
import { type Channel, testChannel } from "@/api/channels";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { StateTag } from "@/ui/StateTag";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";

/** One channel, and what came back when it was last tried from here. */
export function ChannelRow({ channel, onEdit }: { channel: Channel; onEdit: () => void }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const test = useMutation({ mutationFn: () => testChannel(channel.id), onError: toast.problem });
  const { data: result } = test;
  const reason = [result?.code, result?.error].filter(Boolean).join(" · ");
  return (
    <li className={styles.row}>
      <Bot size={20} className={styles.rowIcon} aria-hidden="true" />
      <div className={styles.rowWords}>
        <strong>{channel.name}</strong>
        <small>{t("channel.wecom", { hint: channel.reach.url_hint ?? "" })}</small>
        <div role="status">
          {result?.ok && (
            <StateTag tone="success" bare>
              {t("channel.works", { ms: format.number(result.ms ?? 0) })}
            </StateTag>
          )}
          {result && !result.ok && (
            <StateTag tone="danger" bare>
              {t("channel.fails", { reason })}
            </StateTag>
          )}
        </div>
      </div>
      {!channel.is_active && <StateTag tone="neutral">{t("channel.off")}</StateTag>}
      <Button icon={<Zap size={16} />} loading={test.isPending} onClick={() => test.mutate()}>
        {t("channel.test")}
      </Button>
      <IconButton label={t("channel.edit")} icon={<Pencil size={16} />} onClick={onEdit} />
    </li>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { liftQuarantine, quarantineQuery } from "@/api/backups";
import { sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "@/ui/ask";
import { toast } from "@/ui/toast";

/** Shown as long as a restored workspace waits, to everybody; administrators can let it act. */
export function QuarantineBanner() {
  const { t } = useTranslation("shell");
  const cache = useQueryClient();
  const ask = useAsk();
  const { data: me } = useQuery(sessionQuery);
  const lifting = useMutation({
    mutationFn: liftQuarantine,
    onSuccess: () => toast.success(t("quarantine.lifted")),
    onError: toast.problem,
    onSettled: () => cache.invalidateQueries({ queryKey: quarantineQuery.queryKey }),
  });
  const lift = async () => {
    const question = {
      title: t("quarantine.ask"),
      text: t("quarantine.askText"),
      ok: t("quarantine.lift"),
      isDanger: true,
    };
    if (await ask(question)) lifting.mutate();
  };
  const action = me?.powers.includes("administer") && (
    <Button size="small" loading={lifting.isPending} onClick={() => void lift()}>
      {t("quarantine.lift")}
    </Button>
  );
  return <Alert banner type="warning" showIcon title={t("quarantine.on")} action={action} />;
}

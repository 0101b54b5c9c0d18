// Installing a ready-made app: asked once, then opened.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { installApp } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "@/ui/ask";
import { toast } from "@/ui/toast";
import { renewApps } from "./renew_apps";

export function useInstall(): { install: () => Promise<void>; isInstalling: boolean } {
  const { t } = useTranslation("apps");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const ask = useAsk();
  const installing = useMutation({
    mutationFn: () => installApp("repair"),
    onSuccess: async ({ id }) => {
      await renewApps(cache);
      toast.success(t("install.done"));
      await navigate({ to: "/apps/$app", params: { app: id } });
    },
    onError: toast.problem,
  });
  return {
    isInstalling: installing.isPending,
    install: async () => {
      const question = { title: t("install.title"), text: t("install.text"), ok: t("install.ok") };
      if (!installing.isPending && (await ask(question))) installing.mutate();
    },
  };
}

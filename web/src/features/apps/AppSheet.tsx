import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { type AppHead, type AppSummary, createApp, deleteApp, saveApp } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { hasSameContent } from "@/model/content";
import { useDelete } from "@/ui/ask";
import { EditSheet } from "@/ui/EditSheet";
import { FormRow } from "@/ui/FormRow";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { SheetFooter } from "@/ui/SheetFooter";
import { toast } from "@/ui/toast";
import { AppLook } from "./AppLook";
import { renewApps } from "./renew_apps";

const FORM = "app-sheet";
const PLACES = ["name", "description", "icon"];

/** Makes an app and opens it, or changes its name and look, or deletes it. */
export function AppSheet({ app, onClose }: { app: AppSummary | null; onClose: () => void }) {
  const { t } = useTranslation("apps");
  const { t: word } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const ask = useDelete();
  const [begun] = useState<AppHead>({
    name: app?.name ?? "",
    description: app?.description ?? "",
    icon: app?.icon ?? "",
    color: app?.color ?? "teal",
  });
  const [head, setHead] = useState(begun);
  const give = (change: Partial<AppHead>) => setHead((old) => ({ ...old, ...change }));
  const saving = useMutation({
    mutationFn: async () => {
      const next = { ...head, name: head.name.trim(), description: head.description.trim() };
      if (!app) return createApp(next);
      await saveApp(app.id, next);
      return app;
    },
    onSuccess: async ({ id }) => {
      await renewApps(cache);
      onClose();
      if (!app) await navigate({ to: "/apps/$app", params: { app: id }, ignoreBlocker: true });
    },
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  const at = problemAt(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const remove = async () => {
    if (!app) return;
    const question = { title: t("remove.title", { name: app.name }), text: t("remove.text") };
    if (!(await ask(question, () => deleteApp(app.id)))) return;
    await navigate({ to: "/apps", ignoreBlocker: true });
    await renewApps(cache);
  };
  const footer = (
    <SheetFooter
      form={FORM}
      isBusy={saving.isPending}
      label={app ? word("save") : t("create")}
      end={
        app && (
          <Button danger onClick={() => void remove()}>
            {t("remove.action")}
          </Button>
        )
      }
    />
  );
  return (
    <EditSheet
      isChanged={!hasSameContent(head, begun)}
      onClose={onClose}
      title={t(app ? "edit" : "add")}
      footer={footer}
    >
      <form id={FORM} onSubmit={submit}>
        <FormRow label={t("name")} isRequired problem={at("name")}>
          {(id) => (
            <Input
              id={id}
              required
              autoFocus={!app}
              maxLength={100}
              placeholder={t("namePlaceholder")}
              status={at("name") ? "error" : ""}
              value={head.name}
              onChange={({ target }) => give({ name: target.value })}
            />
          )}
        </FormRow>
        <FormRow label={t("description")} problem={at("description")}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={head.description}
              onChange={({ target }) => give({ description: target.value })}
            />
          )}
        </FormRow>
        <AppLook head={head} onChange={give} />
      </form>
    </EditSheet>
  );
}

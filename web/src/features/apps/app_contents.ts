// What a designer does with the forms and boards of an app.

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type AppForm, type AppSummary, createBoard, createForm } from "@/api/apps";
import { deleteBoard } from "@/api/boards";
import { deleteForm, renameForm } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { useDelete } from "@/ui/ask";
import type { NameQuestion } from "./NameDialog";
import { renewApps } from "./renew_apps";

export interface AppContents {
  newForm: () => NameQuestion;
  newBoard: () => NameQuestion;
  rename: (form: AppForm) => NameQuestion;
  removeForm: (form: AppForm) => Promise<void>;
  removeBoard: (board: { id: string; name: string }) => Promise<void>;
}

export function useAppContents(app: AppSummary): AppContents {
  const { t } = useTranslation("apps");
  const cache = useQueryClient();
  const navigate = useNavigate();
  const ask = useDelete();
  return {
    newForm: () => ({
      title: t("form.add"),
      label: t("form.name"),
      name: "",
      help: t("form.nameHelp"),
      ok: t("form.design"),
      send: async (name) => {
        const { id } = await createForm(app.id, name);
        await renewApps(cache);
        await navigate({ to: "/apps/$app/forms/$form/design", params: { app: app.id, form: id } });
      },
    }),
    newBoard: () => ({
      title: t("board.add"),
      label: t("board.name"),
      name: "",
      ok: t("board.design"),
      send: async (name) => {
        const { id } = await createBoard(app.id, name);
        await renewApps(cache);
        await navigate({ to: "/apps/$app/boards/$board/design", params: { app: app.id, board: id } });
      },
    }),
    rename: (form) => ({
      title: t("form.rename"),
      label: t("form.name"),
      name: form.name,
      ok: t("form.rename"),
      send: async (name) => {
        await renameForm(form.id, name);
        await renewApps(cache);
      },
    }),
    removeForm: async (form) => {
      const question = { title: t("form.removeTitle", { name: form.name }), text: t("form.removeText") };
      if (await ask(question, () => deleteForm(form.id))) await renewApps(cache);
    },
    removeBoard: async (board) => {
      const question = { title: t("board.removeTitle", { name: board.name }), text: t("board.removeText") };
      if (await ask(question, () => deleteBoard(board.id))) await renewApps(cache);
    },
  };
}

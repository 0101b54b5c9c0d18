import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { appQuery } from "@/api/apps";
import { EmptyState } from "@/ui/EmptyState";
import { useIsPhone } from "@/ui/viewport";

/** An app opens on its first board, else on its first form. A phone shows its menu. */
export function AppHomePage() {
  const { t } = useTranslation("apps");
  const { app } = useParams({ from: "/shell/apps/$app" });
  const isPhone = useIsPhone();
  const { data } = useQuery(appQuery(app));
  if (isPhone || !data) return null;
  const [board] = data.boards;
  const [form] = data.forms;
  if (board) return <Navigate to="/apps/$app/boards/$board" params={{ app, board: board.id }} replace />;
  if (form) return <Navigate to="/apps/$app/forms/$form" params={{ app, form: form.id }} replace />;
  return <EmptyState art="tiles" title={t("noForms")} text={t("noFormsText")} />;
}

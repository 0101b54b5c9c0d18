import "@/ui/tokens.css";
import "@/ui/base.css";
import "./polyfill";
import { createRoot } from "react-dom/client";
import { onSignedOut } from "@/api/client";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { type Language, startI18n } from "@/i18n/i18n";
import { readPreference } from "@/ui/preference";
import { App } from "./App";
import { reloadWhenOutdated } from "./outdated";
import { router } from "./router";

function firstLanguage(): Language {
  return readPreference<Language>("language", navigator.language.startsWith("en") ? "en" : "zh");
}

reloadWhenOutdated();

onSignedOut(() => {
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.navigate({ to: "/login", search: { next: location.pathname + location.search } });
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
await startI18n(firstLanguage());
createRoot(root).render(<App />);

import "@/ui/tokens.css";
import "@/ui/base.css";
import "@/ui/print.css";
import "./polyfill";
import "./beneath";
import "@/ui/theme";
import "@/ui/keyboard";
import { createRoot } from "react-dom/client";
import { onSignedOut } from "@/api/client";
import { type Language, startI18n } from "@/i18n/i18n";
import { dropNameless } from "@/ui/own_place";
import { readPreference } from "@/ui/preference";
import { App } from "./App";
import { headStart } from "./head_start";
import { keepInbox } from "./kept_inbox";
import { watchForUpgrade } from "./outdated";
import { router } from "./router";
import { sessionEnded } from "./session_end";

function firstLanguage(): Language {
  return readPreference<Language>("language", navigator.language.startsWith("en") ? "en" : "zh");
}

watchForUpgrade();

dropNameless();

onSignedOut(sessionEnded);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
const worded = startI18n(firstLanguage());
keepInbox();
headStart();
await worded;
const stop = router.subscribe("onRendered", () => {
  document.getElementById("first")?.remove();
  stop();
});
createRoot(root).render(<App />);

// The keys that all designers share; each designer adds its own.

import { useTranslation } from "@/i18n/words";
import { useShortcuts } from "../shortcuts";

interface DesignerActions {
  onUndo: () => void;
  onRedo: () => void;
  onPreview?: (() => void) | undefined;
}

export function useDesignerKeys({ onUndo, onRedo, onPreview }: DesignerActions): void {
  const { t } = useTranslation("designer");
  useShortcuts(t("keys"), [
    { keys: "mod+z", label: t("undo"), run: onUndo },
    { keys: "mod+shift+z", label: t("redo"), run: onRedo },
    { keys: "mod+y", label: t("redo"), run: onRedo },
    // Everything saves itself; the habit must not open the browser's dialog.
    { keys: "mod+s", label: t("saveKey"), run: () => undefined, evenTyping: true },
    { keys: "mod+p", label: t("preview"), run: () => onPreview?.(), evenTyping: true, isOff: !onPreview },
  ]);
}

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { cx } from "./cx";
import styles from "./Toaster.module.css";
import { type Toast, useToasts } from "./toast";

const ICONS = { success: CircleCheck, info: Info, danger: CircleAlert };

/** As many as stand beside a page without covering it. */
const FEW = 4;
const TICK_MS = 250;

/** Shows the toasts; mounted once, by the app. */
export function Toaster() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={styles.stack} data-many={toasts.length > FEW} aria-live="polite" role="status" data-unprinted>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const dismiss = useToasts((state) => state.dismiss);
  const [isHeld, setHeld] = useState(false);
  // What is about to happen does not wait for a pointer that was left lying there.
  const rests = isHeld && !toast.now;
  useEffect(() => {
    if (rests) return;
    const timer = setTimeout(() => dismiss(toast.id), toast.shown_ms);
    return () => clearTimeout(timer);
  }, [rests, dismiss, toast.id, toast.shown_ms]);
  const Icon = ICONS[toast.tone];
  const undo = toast.undo;
  return (
    <div className={styles.card} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <Icon size={18} className={cx(styles.icon, styles[toast.tone])} />
      <div className={styles.text}>
        {toast.text}
        {toast.detail && <span className={styles.detail}>{toast.detail}</span>}
      </div>
      {undo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            undo();
            dismiss(toast.id);
          }}
        >
          {t("undo")}
          {toast.now && <SecondsLeft ms={toast.shown_ms} />}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={t(toast.now ? "errand.now" : "close")}
        title={t(toast.now ? "errand.now" : "close")}
        onClick={() => {
          toast.now?.();
          dismiss(toast.id);
        }}
      >
        <X size={16} />
      </button>
    </div>
  );
}

/** Seen, and not read out: a voice that counts would talk over everything. */
function SecondsLeft({ ms }: { ms: number }) {
  const [end] = useState(() => Date.now() + ms);
  const [left, setLeft] = useState(ms);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, end - Date.now())), TICK_MS);
    return () => clearInterval(timer);
  }, [end]);
  return (
    <span className={styles.seconds} aria-hidden="true">
      {Math.ceil(left / 1_000)}
    </span>
  );
}

import { useTranslation } from "@/i18n/words";
import type { EditProps, ReadProps } from "../registry";
import styles from "./serial.module.css";

export function SerialEdit({ value }: EditProps<"serial">) {
  const { t } = useTranslation("field");
  return value ? <SerialText value={String(value)} /> : <span className={styles.later}>{t("serialLater")}</span>;
}

export function SerialRead({ value }: ReadProps<"serial">) {
  return <SerialText value={String(value)} />;
}

function SerialText({ value }: { value: string }) {
  return <span className={styles.number}>{value}</span>;
}

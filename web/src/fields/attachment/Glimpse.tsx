import { useEffect, useState } from "react";
import styles from "./upload.module.css";

/** The picture itself while it travels, as this device has it. */
export function Glimpse({ file, name }: { file: File | undefined; name: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address && <img className={styles.glimpse} src={address} alt={name} onError={() => setAddress(null)} />;
}

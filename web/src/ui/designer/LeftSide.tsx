import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./LeftSide.module.css";
import { type LeftPane, showLeft, useLeftPane } from "./left_pane";

interface LeftSideProps {
  palette: ReactNode;
  outline: ReactNode;
}

/** What can be added, or what is there: one beside the other would leave room for neither. */
export function LeftSide({ palette, outline }: LeftSideProps) {
  const { t } = useTranslation("designer");
  const { shown } = useLeftPane();
  return (
    <>
      <div className={styles.tabs}>
        <Segmented<LeftPane>
          block
          size="small"
          aria-label={t("left.label")}
          value={shown}
          onChange={showLeft}
          options={[
            { value: "palette", label: t("left.palette") },
            { value: "outline", label: t("left.outline") },
          ]}
        />
      </div>
      {shown === "palette" ? palette : outline}
    </>
  );
}

import { Drawer } from "antd";
import type { ReactNode } from "react";
import styles from "./BottomSheet.module.css";
import { useBackCloses } from "./back_closes";
import { useIsPhone } from "./viewport";

export interface BottomSheetProps {
  open: boolean;
  /** Where it asks first, done once that is answered. */
  onClose: () => unknown;
  title: ReactNode;
  children: ReactNode;
  /** Stays in view below the scrolling content. */
  footer?: ReactNode;
}

/** A sheet from below on a phone, a panel from the right on a desktop. The phone's back button closes it first. */
export function BottomSheet({ open, onClose, title, children, footer }: BottomSheetProps) {
  const isPhone = useIsPhone();
  useBackCloses(open, onClose);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      footer={footer}
      placement={isPhone ? "bottom" : "right"}
      size={isPhone ? "auto" : 420}
      rootClassName={isPhone ? styles.sheet : undefined}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}

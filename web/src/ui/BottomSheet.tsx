import { Drawer } from "antd";
import type { CSSProperties, ReactNode } from "react";
import styles from "./BottomSheet.module.css";
import { useBackCloses } from "./back_closes";
import { useDeviceFrame } from "./device_frame";
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
  const frame = useDeviceFrame();
  useBackCloses(open && !frame, onClose);
  const inFrame = frame?.root && {
    getContainer: frame.root,
    rootStyle: { position: "absolute", "--room": `${frame.root.clientHeight}px` } as CSSProperties,
  };
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
      {...inFrame}
    >
      {children}
    </Drawer>
  );
}

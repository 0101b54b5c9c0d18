import { Popover } from "antd";
import { type ReactElement, type ReactNode, Suspense } from "react";
import { Bone } from "@/ui/Skeletons";

interface OpenedProps {
  placement: "rightTop" | "rightBottom";
  content: ReactNode;
  /** The button that was pressed. */
  children: ReactElement<{ type: "button" }>;
}

/** What a press has opened; from then on the button opens and closes it. */
export function Opened({ placement, content, children }: OpenedProps) {
  return (
    <Popover
      trigger="click"
      defaultOpen
      placement={placement}
      arrow={false}
      content={<Suspense fallback={<Bone width="300px" height={120} />}>{content}</Suspense>}
    >
      {children}
    </Popover>
  );
}

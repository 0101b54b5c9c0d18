// The questions and messages that the component kit opens over a page.

import type { Modal } from "antd";
import { createContext, useContext } from "react";

export type KitModal = ReturnType<typeof Modal.useModal>[0];

export const KitModals = createContext<KitModal | null>(null);

export function useKitModal(): KitModal {
  const modal = useContext(KitModals);
  if (!modal) throw new Error("a question is asked outside the Kit");
  return modal;
}

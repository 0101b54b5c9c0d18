import { useTranslation } from "@/i18n/words";
import type { OrderState } from "@/model/order";
import { StateTag, type Tone } from "./StateTag";

export const STATE_TONES: Record<OrderState, Tone> = {
  draft: "neutral",
  running: "active",
  returned: "warning",
  completed: "success",
  rejected: "danger",
  cancelled: "neutral",
  terminated: "danger",
};

/** An order's state, everywhere in the same colour, shape and word. */
export function OrderStateTag({ state, bare }: { state: OrderState; bare?: boolean }) {
  const { t } = useTranslation("orders");
  return (
    <StateTag tone={STATE_TONES[state]} bare={bare ?? false}>
      {t(`state.${state}`)}
    </StateTag>
  );
}

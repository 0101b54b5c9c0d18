import type { TFunction } from "i18next";
import type { OrderAction, OrderPage } from "@/model/order";

export interface Asking {
  action: OrderAction;
  outcome?: string;
}

/** What an action is called. Where the same can be done at two steps, each names its own. */
export function actionWords(
  { actions, tasks }: Pick<OrderPage, "actions" | "tasks">,
  t: TFunction<"orders">,
): (asking: Asking) => string {
  return ({ action, outcome }) => {
    const what = action.outcomes?.find(({ id }) => id === outcome)?.label ?? t(`verb.${action.verb}`);
    const isAlone = actions.filter(({ verb }) => verb === action.verb).length < 2;
    const step = tasks.find(({ id }) => id === action.task)?.node_name;
    return step && !isAlone ? t("decisionAt", { what, step }) : what;
  };
}

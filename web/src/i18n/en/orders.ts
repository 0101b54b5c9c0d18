import type { Same } from "../namespaces";
import type zh from "../zh/orders";

const orders: Same<typeof zh> = {
  title: "Order",
};

export default orders;

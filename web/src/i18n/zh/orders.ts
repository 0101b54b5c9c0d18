const orders = {
  title: "工单",
};

export default orders;

declare module "../namespaces" {
  interface Namespaces {
    orders: typeof orders;
  }
}

const boards = {
  title: "看板",
  design: "设计看板",
};

export default boards;

declare module "../namespaces" {
  interface Namespaces {
    boards: typeof boards;
  }
}

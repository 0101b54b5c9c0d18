const flows = {
  title: "流程设计",
};

export default flows;

declare module "../namespaces" {
  interface Namespaces {
    flows: typeof flows;
  }
}

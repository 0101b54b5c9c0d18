const forms = {
  title: "表单设计",
};

export default forms;

declare module "../namespaces" {
  interface Namespaces {
    forms: typeof forms;
  }
}

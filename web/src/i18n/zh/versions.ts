const versions = {
  title: "历史版本",
  version: "版本 {{version}}",
  show: "查看",
};

export default versions;

declare module "../namespaces" {
  interface Namespaces {
    versions: typeof versions;
  }
}

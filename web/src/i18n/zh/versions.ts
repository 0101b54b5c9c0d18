const versions = {
  title: "历史版本",
  version: "版本 {{version}}",
  current: "当前",
  show: "查看",
};

export default versions;

declare module "../namespaces" {
  interface Namespaces {
    versions: typeof versions;
  }
}

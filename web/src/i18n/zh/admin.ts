const admin = {
  title: "管理",
  menu: "管理目录",
  sections: {
    workspace: "工作区",
    members: "成员与部门",
    roles: "角色与权限",
    connectors: "连接器",
    calendars: "工作日历",
    security: "安全",
    audit: "审计日志",
    backup: "备份",
  },
};

export default admin;

declare module "../namespaces" {
  interface Namespaces {
    admin: typeof admin;
  }
}

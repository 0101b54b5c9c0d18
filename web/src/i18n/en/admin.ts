import type { Same } from "../namespaces";
import type zh from "../zh/admin";

const admin: Same<typeof zh> = {
  title: "Administration",
  menu: "In the administration",
  sections: {
    workspace: "Workspace",
    members: "Members and departments",
    roles: "Roles and permissions",
    connectors: "Connectors",
    calendars: "Working calendars",
    security: "Security",
    audit: "Audit log",
    backup: "Backup",
  },
};

export default admin;

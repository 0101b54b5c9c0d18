// The addresses. Every page is one lazy chunk; every page of a signed-in person sits inside the shell.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { INBOX_TABS, type InboxTab } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { boardSearch } from "@/features/boards/board_look";
import { recordsSearch } from "@/features/records/look";
import { FailedPage, MissingPage } from "./FallbackPages";
import { Shell } from "./Shell";

interface NextSearch {
  next?: string;
}

/** Only addresses of our own: `//elsewhere` and `https:` would be an open redirect. */
function ownAddress(value: unknown): NextSearch {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) ? { next: value } : {};
}

interface InboxSearch {
  tab?: InboxTab;
  q?: string;
}

function inboxSearch({ tab, q }: Record<string, unknown>): InboxSearch {
  const known = INBOX_TABS.find((name) => name === tab && name !== "todo");
  return { ...(known && { tab: known }), ...(typeof q === "string" && q && { q }) };
}

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("@/features/session/SetupPage"), "SetupPage"),
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search: Record<string, unknown>) => ownAddress(search.next),
  component: lazyRouteComponent(() => import("@/features/session/LoginPage"), "LoginPage"),
});

const password = createRoute({
  getParentRoute: () => root,
  path: "/password",
  validateSearch: (search: Record<string, unknown>) => ownAddress(search.next),
  beforeLoad: async () => {
    if (!(await queryClient.ensureQueryData(sessionQuery))) throw redirect({ to: "/login" });
  },
  component: lazyRouteComponent(() => import("@/features/session/PasswordPage"), "PasswordPage"),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: "/login", search: ownAddress(location.href) });
    if (session.must_change_password) throw redirect({ to: "/password", search: ownAddress(location.href) });
    return { session };
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/inbox" });
  },
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: "/inbox",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("@/features/inbox/InboxPage"), "InboxPage"),
});

// The order beside the list: the router joins the two, so that neither feature knows the other.
const inboxOrder = createRoute({
  getParentRoute: () => inbox,
  path: "/$id",
  component: lazyRouteComponent(() => import("@/features/orders/OrderPane"), "OrderPane"),
});

const order = createRoute({
  getParentRoute: () => shell,
  path: "/orders/$id",
  component: lazyRouteComponent(() => import("@/features/orders/OrderPage"), "OrderPage"),
});

const notices = createRoute({
  getParentRoute: () => shell,
  path: "/notices",
  component: lazyRouteComponent(() => import("@/features/notices/NoticesPage"), "NoticesPage"),
});

const start = createRoute({
  getParentRoute: () => shell,
  path: "/new",
  component: lazyRouteComponent(() => import("@/features/start/StartPage"), "StartPage"),
});

const fill = createRoute({
  getParentRoute: () => shell,
  path: "/new/$form",
  component: lazyRouteComponent(() => import("@/features/fill/FillPage"), "FillPage"),
});

const apps = createRoute({
  getParentRoute: () => shell,
  path: "/apps",
  component: lazyRouteComponent(() => import("@/features/apps/AppsPage"), "AppsPage"),
});

const app = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app",
  component: lazyRouteComponent(() => import("@/features/apps/AppLayout"), "AppLayout"),
});

const appHome = createRoute({
  getParentRoute: () => app,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/apps/AppHomePage"), "AppHomePage"),
});

const appAccess = createRoute({
  getParentRoute: () => app,
  path: "/access",
  component: lazyRouteComponent(() => import("@/features/apps/AccessPage"), "AccessPage"),
});

const records = createRoute({
  getParentRoute: () => app,
  path: "/forms/$form",
  validateSearch: recordsSearch,
  component: lazyRouteComponent(() => import("@/features/records/RecordsPage"), "RecordsPage"),
});

const record = createRoute({
  getParentRoute: () => records,
  path: "/records/$id",
  component: lazyRouteComponent(() => import("@/features/orders/RecordPane"), "RecordPane"),
});

const board = createRoute({
  getParentRoute: () => app,
  path: "/boards/$board",
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import("@/features/boards/BoardPage"), "BoardPage"),
});

// The designers need the whole width, so they stand beside the app's layout, not inside it.
const formDesigner = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app/forms/$form/design",
  component: lazyRouteComponent(() => import("@/features/forms/FormDesignerPage"), "FormDesignerPage"),
});

const flowDesigner = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app/forms/$form/flow",
  component: lazyRouteComponent(() => import("@/features/flows/FlowDesignerPage"), "FlowDesignerPage"),
});

const boardDesigner = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app/boards/$board/design",
  component: lazyRouteComponent(() => import("@/features/boards/BoardDesignerPage"), "BoardDesignerPage"),
});

const directory = createRoute({
  getParentRoute: () => shell,
  path: "/directory",
  component: lazyRouteComponent(() => import("@/features/directory/DirectoryPage"), "DirectoryPage"),
});

const directoryTeams = createRoute({
  getParentRoute: () => shell,
  path: "/directory/teams",
  component: lazyRouteComponent(() => import("@/features/directory/TeamsPage"), "TeamsPage"),
});

const directoryRoles = createRoute({
  getParentRoute: () => shell,
  path: "/directory/roles",
  component: lazyRouteComponent(() => import("@/features/directory/RolesPage"), "RolesPage"),
});

const directoryImport = createRoute({
  getParentRoute: () => shell,
  path: "/directory/import",
  component: lazyRouteComponent(() => import("@/features/directory/ImportPage"), "ImportPage"),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: "/admin",
  component: lazyRouteComponent(() => import("@/features/admin/AdminLayout"), "AdminLayout"),
});

const adminSection = createRoute({
  getParentRoute: () => admin,
  path: "/$section",
  component: lazyRouteComponent(() => import("@/features/admin/AdminSection"), "AdminSection"),
});

const adminHome = createRoute({
  getParentRoute: () => admin,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/admin/AdminHomePage"), "AdminHomePage"),
});

const tree = root.addChildren([
  setup,
  login,
  password,
  shell.addChildren([
    home,
    inbox.addChildren([inboxOrder]),
    order,
    notices,
    start,
    fill,
    apps,
    app.addChildren([appHome, appAccess, records.addChildren([record]), board]),
    formDesigner,
    flowDesigner,
    boardDesigner,
    directory,
    directoryTeams,
    directoryRoles,
    directoryImport,
    admin.addChildren([adminHome, adminSection]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: "intent",
  defaultPendingMs: 300,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: MissingPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

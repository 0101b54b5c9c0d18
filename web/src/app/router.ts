// The addresses. Every page is one lazy chunk with its words; every page of a signed-in person sits inside the shell. Only the
// inbox does without the component kit: it is what a phone opens first.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { INBOX_TABS, type InboxTab, inboxQuery } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { boardSearch } from "@/features/boards/view/board_look";
import { recordsSearch } from "@/features/records/look/look";
import { wearFaceOf } from "@/ui/face";
import { inKit, lostPage } from "@/ui/in_kit";
import { PHONE } from "@/ui/viewport";
import { FailedPage, MissingPage } from "./FallbackPages";
import { pending } from "./PendingPage";
import { Shell } from "./Shell";
import { loadRail } from "./use_rail";

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

/** Of several orders of one form that somebody left unfinished, which. */
const draftSearch = ({ draft }: Record<string, unknown>): { draft?: string } =>
  typeof draft === "string" && draft ? { draft } : {};

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(inKit(() => import("@/features/session/SetupPage"), "SetupPage", "session")),
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search: Record<string, unknown>) => ownAddress(search.next),
  component: lazyRouteComponent(inKit(() => import("@/features/session/LoginPage"), "LoginPage", "session")),
});

const password = createRoute({
  getParentRoute: () => root,
  path: "/password",
  validateSearch: (search: Record<string, unknown>) => ownAddress(search.next),
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: "/login" });
    await wearFaceOf(session);
  },
  component: lazyRouteComponent(inKit(() => import("@/features/session/PasswordPage"), "PasswordPage", "session")),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  beforeLoad: async ({ location }) => {
    // Before the first page is drawn, so that nothing moves aside for the rail; a phone has none.
    const [session] = await Promise.all([queryClient.ensureQueryData(sessionQuery), PHONE.matches ? null : loadRail()]);
    if (!session) throw redirect({ to: "/login", search: ownAddress(location.href) });
    await wearFaceOf(session);
    if (session.must_change_password) throw redirect({ to: "/password", search: ownAddress(location.href) });
    return { session };
  },
});

const inboxPage = lazyRouteComponent(() => import("@/features/inbox/InboxPage").catch(lostPage), "InboxPage");

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  // Never drawn here, but on its way before the redirect.
  component: inboxPage,
  beforeLoad: () => {
    throw redirect({ to: "/inbox" });
  },
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: "/inbox",
  validateSearch: inboxSearch,
  loaderDeps: ({ search: { tab = "todo", q = "" } }) => ({ tab, q }),
  // The first time beside the code, not after it; the page itself waits, says what fails, and asks again.
  loader: ({ deps: { tab, q } }) =>
    void queryClient.prefetchInfiniteQuery({ ...inboxQuery(tab, q), staleTime: Number.POSITIVE_INFINITY }),
  component: inboxPage,
  pendingComponent: pending("beside"),
});

// The order beside the list: the router joins the two, so that neither feature knows the other.
const inboxOrder = createRoute({
  getParentRoute: () => inbox,
  path: "/$id",
  component: lazyRouteComponent(inKit(() => import("@/features/orders/OrderPane"), "OrderPane", "condition", "field")),
  pendingComponent: pending("sheet"),
});

const order = createRoute({
  getParentRoute: () => shell,
  path: "/orders/$id",
  component: lazyRouteComponent(inKit(() => import("@/features/orders/OrderPage"), "OrderPage", "condition", "field")),
  pendingComponent: pending("sheet"),
});

const notices = createRoute({
  getParentRoute: () => shell,
  path: "/notices",
  component: lazyRouteComponent(inKit(() => import("@/features/notices/NoticesPage"), "NoticesPage", "notice")),
  pendingComponent: pending("list"),
});

const start = createRoute({
  getParentRoute: () => shell,
  path: "/new",
  component: lazyRouteComponent(inKit(() => import("@/features/start/StartPage"), "StartPage", "start")),
  pendingComponent: pending("cards"),
});

const fill = createRoute({
  getParentRoute: () => shell,
  path: "/new/$form",
  validateSearch: draftSearch,
  component: lazyRouteComponent(inKit(() => import("@/features/fill/FillPage"), "FillPage", "fill", "field")),
  pendingComponent: pending("sheet"),
});

const apps = createRoute({
  getParentRoute: () => shell,
  path: "/apps",
  component: lazyRouteComponent(inKit(() => import("@/features/apps/AppsPage"), "AppsPage", "apps")),
  pendingComponent: pending("cards"),
});

const app = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app",
  component: lazyRouteComponent(inKit(() => import("@/features/apps/AppLayout"), "AppLayout", "apps")),
  pendingComponent: pending("list"),
});

const appHome = createRoute({
  getParentRoute: () => app,
  path: "/",
  component: lazyRouteComponent(inKit(() => import("@/features/apps/AppHomePage"), "AppHomePage", "apps")),
  pendingComponent: pending("cards"),
});

const appAccess = createRoute({
  getParentRoute: () => app,
  path: "/access",
  component: lazyRouteComponent(
    inKit(() => import("@/features/apps/AccessPage"), "AccessPage", "apps", "field", "formula"),
  ),
  pendingComponent: pending("list"),
});

const records = createRoute({
  getParentRoute: () => app,
  path: "/forms/$form",
  validateSearch: recordsSearch,
  component: lazyRouteComponent(
    inKit(() => import("@/features/records/RecordsPage"), "RecordsPage", "records", "columns", "field"),
  ),
  pendingComponent: pending("table"),
});

const record = createRoute({
  getParentRoute: () => records,
  path: "/records/$id",
  component: lazyRouteComponent(
    inKit(() => import("@/features/orders/RecordPane"), "RecordPane", "condition", "field"),
  ),
  pendingComponent: pending("sheet"),
});

const board = createRoute({
  getParentRoute: () => app,
  path: "/boards/$board",
  validateSearch: boardSearch,
  component: lazyRouteComponent(
    inKit(() => import("@/features/boards/BoardPage"), "BoardPage", "boards", "columns", "field", "push", "tiles"),
  ),
  pendingComponent: pending("cards"),
});

// The designers need the whole width, so they stand beside the app's layout, not inside it.
const formDesigner = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app/forms/$form/design",
  component: lazyRouteComponent(
    inKit(
      () => import("@/features/forms/FormDesignerPage"),
      "FormDesignerPage",
      "forms",
      "condition",
      "designer",
      "field",
      "fill",
      "formula",
      "setting",
      "versions",
    ),
  ),
  pendingComponent: pending("panes"),
});

const flowDesigner = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app/forms/$form/flow",
  component: lazyRouteComponent(
    inKit(
      () => import("@/features/flows/FlowDesignerPage"),
      "FlowDesignerPage",
      "flows",
      "condition",
      "designer",
      "field",
      "formula",
      "node",
    ),
  ),
  pendingComponent: pending("panes"),
});

const boardDesigner = createRoute({
  getParentRoute: () => shell,
  path: "/apps/$app/boards/$board/design",
  component: lazyRouteComponent(
    inKit(
      () => import("@/features/boards/BoardDesignerPage"),
      "BoardDesignerPage",
      "boards",
      "columns",
      "designer",
      "field",
      "tiles",
      "versions",
    ),
  ),
  pendingComponent: pending("panes"),
});

const directory = createRoute({
  getParentRoute: () => shell,
  path: "/directory",
  component: lazyRouteComponent(
    inKit(() => import("@/features/directory/DirectoryPage"), "DirectoryPage", "directory"),
  ),
  pendingComponent: pending("list"),
});

const directoryTeams = createRoute({
  getParentRoute: () => shell,
  path: "/directory/teams",
  component: lazyRouteComponent(inKit(() => import("@/features/directory/TeamsPage"), "TeamsPage", "directory")),
  pendingComponent: pending("cards"),
});

const directoryRoles = createRoute({
  getParentRoute: () => shell,
  path: "/directory/roles",
  component: lazyRouteComponent(inKit(() => import("@/features/directory/RolesPage"), "RolesPage", "directory")),
  pendingComponent: pending("cards"),
});

const directoryImport = createRoute({
  getParentRoute: () => shell,
  path: "/directory/import",
  component: lazyRouteComponent(inKit(() => import("@/features/directory/ImportPage"), "ImportPage", "directory")),
  pendingComponent: pending("list"),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: "/admin",
  component: lazyRouteComponent(inKit(() => import("@/features/admin/AdminLayout"), "AdminLayout", "admin")),
  pendingComponent: pending("list"),
});

const adminSection = createRoute({
  getParentRoute: () => admin,
  path: "/$section",
  component: lazyRouteComponent(
    inKit(() => import("@/features/admin/AdminSection"), "AdminSection", "admin", "notice"),
  ),
  pendingComponent: pending("list"),
});

const adminHome = createRoute({
  getParentRoute: () => admin,
  path: "/",
  component: lazyRouteComponent(inKit(() => import("@/features/admin/AdminHomePage"), "AdminHomePage")),
  pendingComponent: pending("list"),
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
  defaultPendingMinMs: 0,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: MissingPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

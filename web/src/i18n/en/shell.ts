import type { Same } from "../namespaces";
import type zh from "../zh/shell";

const shell: Same<typeof zh> = {
  navigation: "Main navigation",
  skip: "Skip to content",
  inbox: "Inbox",
  start: "New",
  apps: "Apps",
  directory: "People",
  admin: "Admin",
  me: "Me",
  search: "Search and go",
  notices: "Notices",
  accountOf: "Account of {{name}}",
  theme: { label: "Appearance", system: "As the system", light: "Light", dark: "Dark" },
  language: { label: "Language", zh: "简体中文", en: "English" },
  shortcuts: "Keyboard shortcuts",
  password: "Change password",
  signOutEverywhere: "Sign out everywhere",
  signOut: "Sign out",
  quarantine: {
    on: "This workspace was restored from a backup. Reminders, messages and scheduled work wait until an administrator lets it act.",
    lift: "Let it act",
    ask: "Let the restored workspace act?",
    askText:
      "Everything that was due meanwhile happens now: reminders, escalations, messages. Make sure that the original no longer runs.",
    lifted: "Reminders, messages and scheduled work run again",
  },
  palette: {
    placeholder: "Search orders, apps, forms, or type a page",
    results: "Results",
    fill: "Fill in {{form}}",
    design: "Design form {{form}}",
    flow: "Design flow {{form}}",
    kind: {
      page: "Page",
      app: "App",
      form: "Records",
      fill: "New",
      board: "Board",
      design: "Design",
      order: "Order",
      person: "Person",
      setting: "Setting",
    },
    none: "Nothing found for “{{text}}”",
    hint: "↑↓ to choose, Enter to open, Esc to close",
  },
  notice: { all: "All notices" },
  keys: { title: "Keyboard shortcuts", everywhere: "Everywhere" },
  missing: {
    title: "There is no such page",
    text: "The address may be incomplete, or the page has moved.",
    action: "Go to the inbox",
  },
  again: {
    title: "Please sign in again",
    text: "Your session has ended. Everything you typed is still here and goes on after you sign in.",
    password: "Password of {{name}}",
    submit: "Sign in and go on",
    leave: "Use another account",
  },
  offline: "The connection is lost; trying again. Nothing you typed is lost.",
  update: "A new version is running",
  reload: "Reload",
};

export default shell;

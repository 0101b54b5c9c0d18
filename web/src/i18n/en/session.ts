import type { Same } from "../namespaces";
import type zh from "../zh/session";

const session: Same<typeof zh> = {
  signIn: {
    title: "Sign in to {{workspace}}",
    lead: "Every order gets an answer",
    login: "Account",
    loginHint: "Login name, phone or e-mail",
    password: "Password",
    code: "Authenticator code",
    submit: "Sign in",
  },
  setup: {
    title: "Set up Tessera",
    lead: "Three steps and you are ready. The data stays on this server.",
    token: "Setup token",
    tokenHelp: "Printed on the console when the server starts for the first time.",
    workspace: "Name of the company",
    workspaceHint: "For example: Huaxin Precision",
    name: "Administrator's name",
    login: "Administrator's account",
    password: "Password",
    passwordHelp: "At least 12 characters; a long phrase is easy to remember.",
    apps: "Ready-made apps",
    appsHelp: "Install them now, or add them at any time.",
    stepToken: "Token",
    stepAdmin: "Administrator",
    stepApps: "Apps",
    next: "Next",
    previous: "Back",
    submit: "Finish and start",
    done: "Set up. Please sign in",
  },
};

export default session;

import type { Same } from "../namespaces";
import type zh from "../zh/session";

const session: Same<typeof zh> = {
  lead: "Every order gets an answer.",
  otherLanguage: "简体中文",
  signIn: {
    title: "Sign in to {{organisation}}",
    login: "Account",
    password: "Password",
    submit: "Sign in",
  },
  password: {
    title: "Change your password",
    forced: "Choose a password of your own",
    forcedText: "The first password opens the door once. After this, nobody but you knows it.",
    first: "First password",
    current: "Present password",
    next: "New password",
    again: "The new password again",
    help: "At least {{min}} characters. A few words that make a sentence are easy to remember.",
    differs: "The two are not the same",
    submit: "Save the new password",
    changed: "Your password is changed; you are signed out on other devices",
  },
  setup: {
    title: "Set up Tessera",
    progress: "Step {{at}} of {{of}}",
    lead: "Ready in a few minutes. All data stays on this server.",
    code: "Setup code",
    codeHelp: "Printed on the console when the server starts. It proves that you administer this server.",
    organisationTitle: "Your organisation",
    organisation: "Name",
    organisationHint: "For example: Huaxin Precision",
    zone: "Time zone",
    zoneHelp: "Working time, dates and serial numbers are counted in it.",
    administratorTitle: "The first administrator",
    name: "Name",
    login: "Account",
    password: "Password",
    passwordHelp: "At least {{min}} characters. A few words make a phrase that is long and easy to remember.",
    startTitle: "Where to start",
    starts: {
      repair: {
        title: "Equipment repair",
        text: "A ready-made app: report form, dispatch and acceptance flow, board. Change all of it.",
      },
      empty: { title: "Empty", text: "Build your own, beginning with the first form." },
    },
    sample: "Put in example orders to look around (they can be deleted)",
    recoveryTitle: "Keep the recovery key",
    recoveryText:
      "The data is encrypted on disk. On another server, or when keys are lost, only this opens it. Write it down or print it, and keep it safe; it is shown this once.",
    recoveryType: "Type the recovery key you have just kept, to be sure that it is right.",
    copy: "Copy",
    copied: "Copied",
    selected: "The browser does not let the page copy. It is selected: press Ctrl+C, on a phone hold it and copy.",
    written: "I have kept it",
    showAgain: "Show it again",
    finish: "Finish and start",
    next: "Next",
    previous: "Back",
    submit: "Create",
  },
};

export default session;

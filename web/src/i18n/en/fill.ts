import type { Same } from "../namespaces";
import type zh from "../zh/fill";

const fill: Same<typeof zh> = {
  title: "Fill in",
  send: "Submit",
  sendAgain: "Try again now",
  sent: "Submitted",
  resumed: "What you left unfinished is back.",
  startOver: "Start over",
  elsewhere: "Another window has one that is not submitted; this is a new one.",
  ended: { sent: "This order was submitted elsewhere.", thrown: "This draft was deleted elsewhere." },
  openOrder: "Open order",
  keepOn: "Use as a new one",
  keeping: {
    saving: "Saving…",
    saved: "Draft saved {{at}}",
    local: "Kept on this device, saved later by itself",
    waiting: "No network; submitted by itself once it is back",
  },
};

export default fill;

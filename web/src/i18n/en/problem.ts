import type { Same } from "../namespaces";
import type zh from "../zh/problem";

const problem: Same<typeof zh> = {
  app: { title: "This page has failed", remedy: "Reload it. If it fails again, tell your administrator what you did." },
  unreachable: {
    title: "The server cannot be reached",
    remedy: "Check the network, or that the server is running, and try again.",
  },
  http_401: { title: "You are signed out", remedy: "Please sign in again." },
  http_403: { title: "You have no permission", remedy: "Ask the app's administrator to grant you access." },
  http_404: { title: "Nothing found here", remedy: "It may have been deleted, or the address is incomplete." },
  http_409: { title: "Somebody else changed this", remedy: "Reload to see the latest version, then try again." },
  http_413: { title: "The file is too large", remedy: "Make it smaller and upload it again." },
  http_429: { title: "Too many attempts", remedy: "Wait a moment and try again." },
  http_4xx: { title: "The server did not accept this", remedy: "Check what you entered and try again." },
  http_5xx: {
    title: "The server failed",
    remedy: "No data is lost. Try again later; if it keeps failing, give the request number to your administrator.",
  },
  credentials_wrong: {
    title: "Wrong account or password",
    remedy: "Try again, or ask your administrator to reset the password.",
  },
  second_factor_required: { title: "A code is needed", remedy: "Enter the 6 digits of your authenticator." },
  second_factor_wrong: { title: "Wrong code", remedy: "Enter the 6 digits your authenticator shows now." },
  setup_token_wrong: {
    title: "Wrong setup token",
    remedy: "The token is printed on the console when the server starts; copy all of it.",
  },
  setup_done: { title: "Already set up", remedy: "Please sign in." },
  field: {
    invalid: "This is not valid",
    required: "This is required",
    too_long: "At most {{max}} characters",
    too_short: "At least {{min}} characters",
    too_large: "At most {{max}}",
    too_small: "At least {{min}}",
    not_unique: "This already exists",
    weak_password: "Too easy to guess; use a longer phrase",
  },
};

export default problem;

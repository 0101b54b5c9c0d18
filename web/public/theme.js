// Runs before the first paint, so that a dark page never flashes white. Kept tiny and outside the bundle on purpose.
(() => {
  let choice = "system";
  try {
    choice = JSON.parse(localStorage.getItem("tessera.theme") || '"system"');
  } catch {
    choice = "system";
  }
  const dark = choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  const { dataset } = document.documentElement;
  dataset.theme = dark ? "dark" : "light";
  // Nobody is in the house yet, and nothing surrounds the page.
  if (/^\/(setup|login|password)$/.test(location.pathname)) dataset.door = "";
})();

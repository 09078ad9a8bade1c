// Tells the host at once, and before anything else goes on, what goes wrong in a page.
const tell = (words) => {
  const line = new XMLHttpRequest();
  line.open("POST", "/witness", false);
  line.send(`${location.pathname} ${words}`);
};
const named = (target) => target?.src ?? target?.href ?? "";
addEventListener("error", (event) => tell(event.message ?? `did not come: ${named(event.target)}`), true);
addEventListener("unhandledrejection", (event) => tell(`not handled: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) =>
  tell(`forbidden by ${event.violatedDirective}: ${event.blockedURI}`),
);
for (const level of ["error", "warn"]) {
  const said = console[level];
  console[level] = (...words) => {
    tell(`${level}: ${words.join(" ")}`);
    said.apply(console, words);
  };
}

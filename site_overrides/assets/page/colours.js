const KEY = "scheme";

/** Let the reader choose light or dark colours, or leave it to the device. */
export function offerColours() {
  const choice = document.querySelector("[data-scheme-choice]");
  if (!choice) return;
  const chosen = document.documentElement.dataset.scheme ?? "auto";
  for (const input of choice.querySelectorAll("input")) input.checked = input.value === chosen;
  choice.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) use(event.target.value);
  });
}

/** @param {string} scheme "auto", "light" or "dark" */
function use(scheme) {
  const { dataset } = document.documentElement;
  if (scheme === "auto") delete dataset.scheme;
  else dataset.scheme = scheme;
  try {
    if (scheme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // Storage is forbidden: the choice lasts for this page.
  }
}

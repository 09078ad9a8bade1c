/** Whether the site's author has asked for it under `theme.features`. */
export function isAskedFor(/** @type {string} */ feature) {
  return (document.documentElement.dataset.features ?? "").split(" ").includes(feature);
}

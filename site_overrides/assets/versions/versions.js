/** On an older version, the way to the current one leads to the clause that the reader came for. */
export function followToCurrentClause() {
  const link = document.querySelector("a.version-now");
  if (!(link instanceof HTMLAnchorElement)) return;
  const aim = () => {
    link.hash = location.hash;
  };
  window.addEventListener("hashchange", aim);
  aim();
}

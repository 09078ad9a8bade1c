/**
 * On a line that is known to be good, Python starts before it is asked for.
 * @param {() => void} start
 */
export function whenIdle(start) {
  const line = /** @type {{ saveData?: boolean, effectiveType?: string } | undefined} */ (
    Reflect.get(navigator, "connection")
  );
  if (line?.effectiveType !== "4g" || line.saveData) return;
  window.addEventListener("load", () => window.requestIdleCallback?.(start, { timeout: 4000 }), { once: true });
}

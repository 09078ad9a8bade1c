// Work that is asked for more often than it can be done.

/**
 * While it is done, the next time waits for its end, and stands for all that were asked for meanwhile.
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>} asks for it; done once what was there when it was asked has been worked on
 */
export function oneAtATime(work) {
  /** @type {Promise<void> | undefined} */
  let now;
  /** @type {Promise<void> | undefined} */
  let next;
  const begin = () => {
    next = undefined;
    now = work().finally(() => {
      now = undefined;
    });
    return now;
  };
  return () => {
    if (!now) return begin();
    next ??= now.catch(() => {}).then(begin);
    return next;
  };
}

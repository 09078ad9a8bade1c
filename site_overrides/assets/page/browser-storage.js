// One thing that a browser keeps for a page, under a key. Without an import or an export the file is a plain script, too:
// a course has the same one.
globalThis.browserStorage = (place, key) => ({
  read() {
    try {
      return JSON.parse(place().getItem(key) ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(value) {
    try {
      if (value === undefined) place().removeItem(key);
      else place().setItem(key, JSON.stringify(value));
    } catch {
      // Storage is forbidden here: what was said lasts as long as the page.
    }
  },
});

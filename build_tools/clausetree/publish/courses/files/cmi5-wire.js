// How a learning system that speaks cmi5 is asked and told, and what a browser remembers of a visit.
"use strict";

/** What is kept under a key. Where a browser keeps nothing for a page, a visit lasts as long as the page. */
window.courseStorage = (place, key) => ({
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
      // It may not be kept here.
    }
  },
});

window.courseWire = (given) => {
  const PATIENCE = 20_000; // milliseconds that an answer may take
  const PAUSES = [500, 1_500, 3_000]; // between one asking and the next
  const endpoint = (given.get("endpoint") ?? "").replace(/\/?$/, "/");
  /** @type {Record<string, string>} */
  let headers = {};

  /** @param {string} path @param {RequestInit} [how] */
  const call = async (path, how = {}) => {
    const said = { ...headers, ...(how.body ? { "Content-Type": "application/json" } : {}) };
    const answer = await fetch(endpoint + path, {
      ...how,
      headers: said,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 401 || answer.status === 403) throw new window.CourseEndedError(`${answer.status}`);
    return answer;
  };

  /** @param {string} path */
  const askOnce = async (path) => {
    const answer = await call(path);
    if (answer.status === 404 || answer.status === 204) return undefined;
    if (!answer.ok) throw new Error(`${path.split("?")[0]}: ${answer.status}`);
    return answer.json();
  };

  // Plain http has no randomUUID.
  const fallbackId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  };

  return {
    open(token) {
      headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
    },
    newId: () => crypto.randomUUID?.() ?? fallbackId(),
    state: (id) =>
      `activities/state?${new URLSearchParams({
        stateId: id,
        activityId: given.get("activityId") ?? "",
        agent: given.get("actor") ?? "",
        registration: given.get("registration") ?? "",
      })}`,
    preferences: () =>
      `agents/profile?${new URLSearchParams({
        profileId: "cmi5LearnerPreferences",
        agent: given.get("actor") ?? "",
      })}`,
    /** What stands at a path below the address; nothing where nothing does. */
    async ask(path) {
      for (const pause of PAUSES) {
        try {
          return await askOnce(path);
        } catch (error) {
          if (error instanceof window.CourseEndedError) throw error;
          await new Promise((resolve) => window.setTimeout(resolve, pause));
        }
      }
      return askOnce(path);
    },
    /** Fails where it was not taken. That it stands there already is as good. */
    async put(path, said) {
      const answer = await call(path, { method: "PUT", body: JSON.stringify(said), keepalive: true });
      if (!answer.ok && answer.status !== 409) throw new Error(`${path.split("?")[0]}: ${answer.status}`);
    },
  };
};

// How a learning system that speaks cmi5 is asked and told.
"use strict";

window.courseWire = (given) => {
  const PATIENCE = 20_000; // milliseconds that an answer may take
  const PAUSES = [500, 1_500, 3_000]; // between one asking and the next
  const endpoint = (given.get("endpoint") ?? "").replace(/\/?$/, "/");
  /** @type {Record<string, string>} */
  let headers = {};

  /** @param {string} path */
  const get = (path) => fetch(endpoint + path, { headers, signal: AbortSignal.timeout(PATIENCE) });

  /** @param {string} path @param {object} said */
  const putAtOnce = (path, said) =>
    fetch(endpoint + path, {
      method: "PUT",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(said),
      signal: AbortSignal.timeout(PATIENCE),
      keepalive: true,
    });

  let isLeft = false;
  /** @type {() => void} */
  let release = () => undefined;
  let left = Promise.resolve();
  /** @type {Promise<unknown>} */
  let before = Promise.resolve();
  const stay = () => {
    isLeft = false;
    left = new Promise((resolve) => {
      release = resolve;
    });
  };
  stay();
  window.addEventListener("pageshow", (event) => event.persisted && stay());
  // Whoever leaves waits for no answer: all that waits for its turn goes at once.
  window.addEventListener("pagehide", () => {
    isLeft = true;
    release();
  });

  /**
   * One after the other: some systems read all that they know of a learner and write it back, and lose one of two that come
   * at the same moment.
   * @param {string} path @param {object} said @returns {Promise<Response>}
   */
  const put = (path, said) => {
    if (isLeft) return putAtOnce(path, said);
    const answer = Promise.race([before, left]).then(() => putAtOnce(path, said));
    before = answer.catch(() => undefined);
    return answer;
  };

  /** @param {Response} answer */
  const isForbidden = ({ status }) => status === 401 || status === 403;
  /** Whether it would be turned away again: 408 and 429 ask for another try. @param {Response} answer */
  const isRefused = ({ status }) => status >= 400 && status < 500 && status !== 408 && status !== 429;
  /** @param {string} path @param {Response} answer */
  const fault = (path, { status }) => new Error(`${path.split("?")[0]}: ${status}`);

  /** @param {string} path */
  const askOnce = async (path) => {
    const answer = await get(path);
    if (isForbidden(answer)) throw new window.CourseEndedError(`${answer.status}`);
    if (answer.status === 404 || answer.status === 204) return undefined;
    if (!answer.ok) throw fault(path, answer);
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
    async key() {
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(given.get("fetch") ?? "", { method: "POST", signal });
      // What is no JSON is an answer too: there is no key in it.
      const said = await answer.json().catch(() => ({}));
      return said["auth-token"];
    },
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
    /** Keeps a document. Whose key does not open this any more has a visit that is over. */
    async keep(path, said) {
      const answer = await put(path, said);
      if (isForbidden(answer)) throw new window.CourseEndedError(`${answer.status}`);
      if (!answer.ok) throw fault(path, answer);
    },
    /** That a statement of this id stands there already is as good as that it was taken. */
    async tell(id, said) {
      const path = `statements?${new URLSearchParams({ statementId: id })}`;
      const answer = await put(path, said);
      if (answer.ok || answer.status === 409) return "taken";
      if (isForbidden(answer)) return "forbidden";
      if (isRefused(answer)) return "refused";
      throw fault(path, answer);
    },
  };
};

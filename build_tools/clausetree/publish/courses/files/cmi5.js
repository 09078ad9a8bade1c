// Reports to a learning system that speaks cmi5: it asks and tells at the address that it was given, and nowhere
// else.
"use strict";

(() => {
  const given = new URLSearchParams(location.search);
  const endpoint = (given.get("endpoint") ?? "").replace(/\/?$/, "/");
  const began = Date.now();
  /** @type {Record<string, string>} */
  let headers = {};
  /** @type {any} */
  let template = { contextActivities: {} };
  let open = false;
  let normal = false;
  let done = false;
  /** @type {Promise<unknown>} */
  let told = Promise.resolve();

  const lasted = () => `PT${((Date.now() - began) / 1000).toFixed(2)}S`;

  /** @param {string} id */
  const state = (id) =>
    `activities/state?${new URLSearchParams({
      stateId: id,
      activityId: given.get("activityId") ?? "",
      agent: given.get("actor") ?? "",
      registration: given.get("registration") ?? "",
    })}`;
  const preferences = () =>
    `agents/profile?${new URLSearchParams({
      profileId: "cmi5LearnerPreferences",
      agent: given.get("actor") ?? "",
    })}`;

  /** What stands at a path below the address; nothing where nothing does. @param {string} path */
  const ask = async (path) => {
    const answer = await fetch(endpoint + path, { headers });
    if (answer.status === 404 || answer.status === 204) return undefined;
    if (!answer.ok) throw new Error(`${path.split("?")[0]}: ${answer.status}`);
    return answer.json();
  };

  /** @param {string} method @param {string} path @param {object} said */
  const tell = (method, path, said) =>
    fetch(endpoint + path, {
      method,
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(said),
      keepalive: true,
    });

  /** @param {string} verb @param {Record<string, unknown>} [result] @param {boolean} [moveOn] */
  const statement = (verb, result, moveOn = false) => {
    const category = [{ id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" }];
    if (moveOn) category.push({ id: "https://w3id.org/xapi/cmi5/context/categories/moveon" });
    const activities = template.contextActivities ?? {};
    return {
      id: crypto.randomUUID?.() ?? fallbackId(),
      timestamp: new Date().toISOString(),
      actor: JSON.parse(given.get("actor") ?? "{}"),
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
      object: { objectType: "Activity", id: given.get("activityId") },
      ...(result ? { result } : {}),
      context: {
        ...template,
        registration: given.get("registration"),
        contextActivities: { ...activities, category: [...(activities.category ?? []), ...category] },
      },
    };
  };

  // Plain http has no randomUUID.
  const fallbackId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  };

  /** One after the other: what the learner did last is what has to stay. @param {string} kept */
  const keep = (kept) => {
    const next = () => tell("PUT", state("progress"), { kept, done });
    if (open) told = told.then(next, next);
  };

  window.courseReport = {
    async start() {
      const answer = await fetch(given.get("fetch") ?? "", { method: "POST" });
      const token = (await answer.json())["auth-token"];
      if (!token) throw new Error("no learning system answers");
      headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
      const launch = (await ask(state("LMS.LaunchData"))) ?? {};
      await ask(preferences()); // every course has to ask; this one has neither sound nor other languages
      const progress = (await ask(state("progress"))) ?? {};
      template = launch.contextTemplate ?? template;
      normal = (launch.launchMode ?? "Normal") === "Normal";
      done = progress.done === true;
      await tell("POST", "statements", statement("initialized"));
      open = true;
      return { kept: String(progress.kept ?? ""), back: String(launch.returnURL ?? "") };
    },
    keep,
    /** @param {string} outcome @param {string} title @param {string} kept */
    reached(outcome, title, kept) {
      if (open && normal && !done) {
        done = true;
        const extensions = { "urn:clausetree:outcome": { id: outcome, title } };
        const result = { completion: true, duration: lasted(), response: outcome, extensions };
        void tell("POST", "statements", statement("completed", result, true));
      }
      keep(kept);
    },
    stop() {
      if (open) void tell("POST", "statements", statement("terminated", { duration: lasted() }));
      open = false;
    },
  };
})();

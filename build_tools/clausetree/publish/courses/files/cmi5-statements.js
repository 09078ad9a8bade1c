// What a learning system that speaks cmi5 is told, one statement at a time.
"use strict";

window.courseStatements = (given, wire) => {
  /** What the context of each begins from, as the learning system has it. @type {any} */
  let template = {};
  /** The score that the learning system asks for, if any. @type {unknown} */
  let masteryScore;
  const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  /** Statements that may have arrived, though nothing said so. @type {Set<string>} */
  const unsure = new Set();

  /** What all have in common. @param {string} verb @param {string} id @param {string} timestamp @param {Record<string, unknown>} context */
  const common = (verb, id, timestamp, context) => ({
    id,
    timestamp,
    actor: JSON.parse(given.get("actor") ?? "{}"),
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    context: { ...template, registration: given.get("registration"), ...context },
  });

  const activity = () => ({ objectType: "Activity", id: given.get("activityId") });

  /** @param {string} verb @param {string} id @param {Record<string, unknown>} [result] */
  const statement = (verb, id, result) => {
    const category = [{ id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" }];
    if (result?.completion || result?.success) {
      category.push({ id: "https://w3id.org/xapi/cmi5/context/categories/moveon" });
    }
    const activities = template.contextActivities ?? {};
    const contextActivities = { ...activities, category: [...(activities.category ?? []), ...category] };
    // Whether points are enough can be judged later only by what was asked for then.
    const mastery = result?.success && masteryScore !== undefined ? { [MASTERY]: masteryScore } : undefined;
    const extensions = mastery ? { extensions: { ...template.extensions, ...mastery } } : {};
    return {
      ...common(verb, id, new Date().toISOString(), { contextActivities, ...extensions }),
      object: activity(),
      ...(result ? { result } : {}),
    };
  };

  /** @param {CourseChoice[]} choices */
  const offered = (choices) => ({
    interactionType: "choice",
    choices: choices.map(({ id, words }) => ({ id, description: { en: words } })),
  });

  /** One answer by itself: what cmi5 allows beside its own statements. @param {string} id @param {CourseAnswer} answer */
  const answered = (id, { question, title, picked, choices, at }) => ({
    ...common("answered", id, at, {
      contextActivities: { ...template.contextActivities, parent: [activity()] },
    }),
    object: {
      objectType: "Activity",
      id: `${given.get("activityId")}/${encodeURIComponent(question)}`,
      definition: {
        type: "http://adlnet.gov/expapi/activities/cmi.interaction",
        name: { en: title },
        ...(choices.length ? offered(choices) : { interactionType: "fill-in" }),
      },
    },
    result: { response: picked.join("[,]") },
  });

  /**
   * A statement is told by its id: told twice, it is still one. Some systems refuse the second without a look at its id:
   * of one that may have arrived before, that says as well that it stands there. Whether the visit is over, the
   * document says, and no statement.
   * @param {string} verb @param {string} id @param {any} [result]
   */
  const offer = async (verb, id, result) => {
    const before = unsure.has(id);
    unsure.add(id);
    const answer = await wire.tell(id, statement(verb, id, result));
    if (answer === "taken" || (answer === "forbidden" && before)) return true;
    if (!before) unsure.delete(id);
    return false;
  };

  return {
    begin(launch) {
      template = launch.contextTemplate ?? {};
      masteryScore = launch.masteryScore;
    },
    mayHaveArrived: (id) => void unsure.add(id),
    offer,
    async tell(verb, id, result) {
      if (!(await offer(verb, id, result))) throw new Error(`${verb} was refused`);
    },
    /** Of this there may be many: no system refuses one because of another. */
    tellAnswer: async (id, answer) => (await wire.tell(id, answered(id, answer))) === "taken",
  };
};

// What a learning system that speaks cmi5 is told, one statement at a time.
"use strict";

window.courseStatements = (given, wire) => {
  /** What the context of each begins from, as the learning system has it. @type {any} */
  let template = {};
  /** Statements that may have arrived, though nothing said so. @type {Set<string>} */
  const unsure = new Set();

  /** @param {string} verb @param {string} id @param {Record<string, unknown>} [result] */
  const statement = (verb, id, result) => {
    const category = [{ id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" }];
    if (result?.completion) category.push({ id: "https://w3id.org/xapi/cmi5/context/categories/moveon" });
    const activities = template.contextActivities ?? {};
    return {
      id,
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

  /**
   * A statement is told by its id: told twice, it is still one. Some systems refuse the second without a look at its id:
   * of one that may have arrived before, that says as well that it stands there. Whether the visit is over, the
   * document says, and no statement.
   * @param {string} verb @param {string} id @param {any} [result]
   */
  const tell = async (verb, id, result) => {
    const before = unsure.has(id);
    unsure.add(id);
    if ((await wire.tell(id, statement(verb, id, result))) || before) return;
    unsure.delete(id);
    throw new Error(`${verb} was refused`);
  };

  return {
    begin(context) {
      template = context;
    },
    mayHaveArrived: (id) => void unsure.add(id),
    tell,
  };
};

// Reports to a learning system that speaks SCORM, in the words of the edition that `courseWords` are of.
"use strict";

(() => {
  const words = window.courseWords;
  const options = window.courseOptions;
  const most = 250; // how much of a description every learning system keeps
  const COMPLETE = ["completed", "passed"];
  const DONE = "!"; // what is kept begins with it once an outcome was reached: some systems forget the status
  const LEAST = 4096; // how much every learning system has room for
  const OVER = ["301", "132", "133"]; // what is said of a visit that is over, in one edition and the other
  const UNFIT = ["405", "406", "407"]; // what is said of a value that does not fit
  const api = /** @type {any} */ (window.findCourseApi(words.api));
  let open = false;
  let looks = false;
  let done = false;
  let status = "";
  let began = 0;
  /** What became of all answers that were told by themselves. @type {CourseVerdict} */
  let each = "none";
  /** Where the next interaction stands, and where those stand that were told. */
  let next = 0;
  /** @type {Map<CourseAnswer | string, number>} */
  const places = new Map();

  /** @param {keyof CourseWords} name @param {string[]} given */
  const call = (name, ...given) => String(api[words[name]](...given));
  /** @param {string} name */
  const get = (name) => {
    const value = call("get", name);
    return value === "undefined" || value === "null" ? "" : value;
  };
  const endIfOver = () => {
    if (OVER.includes(call("lastError"))) throw new window.CourseEndedError("the visit is over");
  };
  /** What has to be kept. @param {string} name @param {string} value */
  const set = (name, value) => {
    if (call("set", name, value) !== "false") return;
    endIfOver();
    throw new Error(`${name} was refused`);
  };
  /** What a learning system need not know of: it is not asked for again. @param {string} name @param {string} value */
  const offer = (name, value) => {
    try {
      return call("set", name, value) !== "false";
    } catch {
      return false;
    }
  };

  /** How long this visit has lasted, as the edition writes it. */
  const lasted = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    if (words.timeForm === "duration") return `PT${parts[0]}H${parts[1]}M${parts[2]}S`;
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
  };

  /** A page that is loaded again may find that its visit never ended. */
  const initialize = () => {
    if (call("initialize", "") === "true") return true;
    return call("lastError") === words.begunBefore && get(words.status) !== "";
  };

  /** Some systems refuse what is too long, and some cut it without a word. @param {string} whole */
  const hasRoomFor = (whole) => {
    if (call("set", "cmi.suspend_data", whole) !== "false") {
      const there = get("cmi.suspend_data");
      return there === "" || there.length >= whole.length || !whole.startsWith(there);
    }
    endIfOver();
    if (whole.length <= LEAST && !UNFIT.includes(call("lastError")))
      throw new Error("what was answered was refused");
    return false;
  };

  /** Whether there was room for all of it. @param {string} kept */
  const suspend = (kept) => {
    const sign = done ? DONE : "";
    if (hasRoomFor(sign + kept)) return true;
    set("cmi.suspend_data", sign);
    return false;
  };

  /** Says how far she is, and returns what the status is then, once it is committed. @param {CourseProgress} progress */
  const stand = ({ begun }) => {
    const said = done ? "completed" : "incomplete";
    if (status === said || (done && COMPLETE.includes(status)) || !(done || begun)) return status;
    set(words.status, said);
    return said;
  };

  /** Some systems have room for a short location alone, or for none. @param {CourseProgress} progress */
  const outcome = ({ outcome: id, title }) => {
    offer(words.location, id);
    interact("outcome", { id: "outcome", response: id, description: title });
    if (!options.score) return;
    offer(`${words.score}.raw`, "100");
    offer(`${words.score}.min`, "0");
    offer(`${words.score}.max`, "100");
    if (words.scaled) offer(words.scaled, "1");
  };

  /**
   * Told again, it stands in its place again. Whether it was taken.
   * @param {CourseAnswer | string} key @param {{ id: string, response: string, description: string, at?: string }} what
   */
  const interact = (key, { id, response, description, at }) => {
    if (!places.has(key)) places.set(key, next++);
    const place = `cmi.interactions.${places.get(key)}`;
    const taken = offer(`${place}.id`, id);
    offer(`${place}.type`, "fill-in");
    if (at) offer(`${place}.${words.moment}`, at);
    const answered = offer(`${place}.${words.response}`, response.slice(0, most));
    offer(`${place}.result`, "neutral");
    if (words.description) offer(`${place}.${words.description}`, description.slice(0, most));
    return taken && answered;
  };

  /** What she answered, in the words of the question. @param {CourseAnswer} answer */
  const record = (answer) => {
    const at =
      words.timeForm === "clock"
        ? new Date(answer.at).toTimeString().slice(0, 8)
        : `${answer.at.slice(0, 19)}.0Z`;
    const response = answer.words.join("; ");
    return interact(answer, { id: answer.question, response, description: answer.title, at });
  };

  window.courseReport = {
    async start() {
      if (!api) throw new Error("no learning system answers");
      if (!initialize()) throw new window.CourseEndedError("the learning system opens no visit");
      open = true;
      began = Date.now();
      looks = ["browse", "review"].includes(get(words.mode));
      status = get(words.status);
      if (options.eachAnswer) next = Number(get("cmi.interactions._count")) || 0;
      const all = get("cmi.suspend_data");
      // A package of before kept no sign of what was reached, but where.
      const earlier = all.startsWith("{") || all.startsWith("#") ? get(words.location) !== "" : false;
      done = COMPLETE.includes(status) || all.startsWith(DONE) || earlier;
      return { kept: all.startsWith(DONE) ? all.slice(DONE.length) : all, done, back: "", looks };
    },
    async save(progress) {
      if (!open) throw new window.CourseEndedError("the visit is over");
      done = progress.done;
      // Whoever closes the window does not say goodbye: all of it is said each time. What matters most comes first.
      const standing = stand(progress);
      offer(words.exit, "suspend");
      offer(words.time, lasted());
      if (words.share) offer(words.share, String(progress.share / 100));
      if (!progress.answers.map(record).every(Boolean)) each = "refused";
      else if (progress.answers.length && each === "none") each = "taken";
      if (progress.outcome) outcome(progress);
      const room = suspend(progress.kept);
      if (call("commit", "") === "false") throw new Error("nothing was committed");
      status = standing;
      return { room, each, points: "none" };
    },
    stop() {
      if (!open) return;
      open = false;
      try {
        if (!looks) {
          if (words.unsaid === "completed" && !done && status !== "incomplete")
            offer(words.status, "incomplete");
          offer(words.exit, "suspend");
          offer(words.time, lasted());
        }
        call("terminate", "");
      } catch {
        // She is leaving, and everything was said before.
      }
    },
  };
})();

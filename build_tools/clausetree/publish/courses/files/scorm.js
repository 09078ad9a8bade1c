// Reports to a learning system that speaks SCORM, in the words of the edition that `courseWords` are of.
"use strict";

(() => {
  const words = window.courseWords;
  const options = window.courseOptions;
  const COMPLETE = ["completed", "passed"];
  const DONE = "!"; // what is kept begins with it once an outcome was reached: some systems forget the status
  const LACKING = "-"; // and then with this once an answer by itself was refused
  const LEAST = 4096; // how much every learning system has room for
  const OVER = ["301", "132", "133"]; // what is said of a visit that is over, in one edition and the other
  const UNFIT = ["405", "406", "407"]; // what is said of a value that does not fit
  const PATIENCE = 5_000; // milliseconds until a learning system that frames the course may be ready
  /** @type {any} */
  let api;
  let open = false;
  let looks = false;
  let done = false;
  let status = "";
  let began = 0;
  /** What became of all answers that were told by themselves. @type {CourseVerdict} */
  let each = "none";
  /** @type {CourseVerdict} */
  let points = "none";

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

  const interactions = window.courseInteractions(words, offer);

  /** How long this visit has lasted, as the edition writes it. */
  const lasted = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    if (words.timeForm === "duration") return `PT${parts[0]}H${parts[1]}M${parts[2]}S`;
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
  };

  /** The frame of a course may be there before the system is that shows it. Nothing to wait for where nothing frames it. */
  const find = async () => {
    const end = Date.now() + PATIENCE;
    const isShown = window.parent !== window || window.opener;
    api = window.findCourseApi(words.api);
    while (!api && isShown && Date.now() < end) {
      await new Promise((resolve) => window.setTimeout(resolve, 100));
      api = window.findCourseApi(words.api);
    }
    if (!api) throw new Error("no learning system answers");
  };

  /** A page that is loaded again may find that its visit never ended. */
  const initialize = () => {
    if (call("initialize", "") === "true") return true;
    return call("lastError") === words.begunBefore && get(words.status) !== "";
  };

  /** What was not there yet when it was read again. */
  let late = "";

  /**
   * Some systems refuse what is too long, some cut it without a word, and some go on answering what they kept before until
   * the new has arrived: that is looked for again, once.
   * @param {string} whole
   */
  const hasRoomFor = (whole) => {
    const before = get("cmi.suspend_data");
    if (call("set", "cmi.suspend_data", whole) !== "false") {
      const there = get("cmi.suspend_data");
      const isCut = there !== "" && there.length < whole.length && whole.startsWith(there);
      if (!isCut || there !== before || late === whole) return !isCut;
      late = whole;
      throw new Error("what was answered is not there yet");
    }
    endIfOver();
    if (whole.length <= LEAST && !UNFIT.includes(call("lastError")))
      throw new Error("what was answered was refused");
    return false;
  };

  /** Whether there was room for all of it. @param {string} kept @param {CourseVerdict} answered */
  const suspend = (kept, answered) => {
    const sign = (done ? DONE : "") + (answered === "refused" ? LACKING : "");
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
  const outcome = (progress) => {
    offer(words.location, progress.outcome);
    interactions.outcome(progress);
    if (options.score) points = score() ? "taken" : "refused";
  };

  /** Whether the points were taken. Some systems do without the least and the most that there can be. */
  const score = () => {
    const isTaken = offer(`${words.score}.raw`, "100");
    offer(`${words.score}.min`, "0");
    offer(`${words.score}.max`, "100");
    return words.scaled ? offer(words.scaled, "1") && isTaken : isTaken;
  };

  /** What became of all of them, once it is committed: what was refused once is missing. @param {CourseAnswer[]} answers @returns {CourseVerdict} */
  const record = (answers) => {
    const taken = answers.map(interactions.answer);
    if (each === "refused" || !taken.length) return each;
    return taken.every(Boolean) ? "taken" : "refused";
  };

  window.courseReport = {
    async start() {
      await find();
      if (!initialize()) throw new window.CourseEndedError("the learning system opens no visit");
      open = true;
      began = Date.now();
      looks = ["browse", "review"].includes(get(words.mode));
      status = get(words.status);
      if (options.eachAnswer)
        interactions.begin(Number(get("cmi.interactions._count")) || 0, get(words.location));
      const all = get("cmi.suspend_data");
      const signs = all.match(/^!?-?/)?.[0] ?? "";
      // A package of before kept no sign of what was reached, but where.
      const earlier = all.startsWith("{") || all.startsWith("#") ? get(words.location) !== "" : false;
      done = COMPLETE.includes(status) || signs.includes(DONE) || earlier;
      if (signs.includes(LACKING)) each = "refused";
      return { kept: all.slice(signs.length), done, back: "", looks };
    },
    async save(progress) {
      if (!open) throw new window.CourseEndedError("the visit is over");
      done ||= progress.done;
      // Whoever closes the window does not say goodbye: all of it is said each time. What matters most comes first.
      const standing = stand(progress);
      offer(words.exit, "suspend");
      offer(words.time, lasted());
      if (words.share) offer(words.share, String(done ? 1 : progress.share / 100));
      const answered = record(progress.answers);
      if (progress.outcome) outcome(progress);
      const room = suspend(progress.kept, answered);
      if (call("commit", "") === "false") throw new Error("nothing was committed");
      status = standing;
      each = answered;
      return { room, each, points };
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

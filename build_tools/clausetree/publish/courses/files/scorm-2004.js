// What SCORM 2004 calls what a course says to a learning system.
"use strict";

window.courseWords = {
  api: "API_1484_11",
  initialize: "Initialize",
  get: "GetValue",
  set: "SetValue",
  commit: "Commit",
  terminate: "Terminate",
  lastError: "GetLastError",
  begunBefore: "103",
  mode: "cmi.mode",
  status: "cmi.completion_status",
  location: "cmi.location",
  exit: "cmi.exit",
  time: "cmi.session_time",
  timeForm: "duration",
  kind: "long-fill-in",
  room: 4000,
  response: "learner_response",
  moment: "timestamp",
  score: "cmi.score",
  scaled: "cmi.score.scaled",
  share: "cmi.progress_measure",
  description: "description",
  unsaid: "",
};

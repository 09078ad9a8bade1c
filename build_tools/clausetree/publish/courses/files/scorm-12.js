// What SCORM 1.2 calls what a course says to a learning system.
"use strict";

window.courseWords = {
  api: "API",
  initialize: "LMSInitialize",
  get: "LMSGetValue",
  set: "LMSSetValue",
  commit: "LMSCommit",
  terminate: "LMSFinish",
  lastError: "LMSGetLastError",
  begunBefore: "101",
  mode: "cmi.core.lesson_mode",
  status: "cmi.core.lesson_status",
  location: "cmi.core.lesson_location",
  exit: "cmi.core.exit",
  time: "cmi.core.session_time",
  timeForm: "clock",
  kind: "fill-in",
  room: 255,
  response: "student_response",
  moment: "time",
  score: "cmi.core.score",
  scaled: "",
  share: "",
  description: "",
  unsaid: "completed",
};

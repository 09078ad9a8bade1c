// What SCORM 1.2 calls what a course says to a learning system.
"use strict";

window.courseWords = {
  api: "API",
  initialize: "LMSInitialize",
  get: "LMSGetValue",
  set: "LMSSetValue",
  commit: "LMSCommit",
  terminate: "LMSFinish",
  status: "cmi.core.lesson_status",
  location: "cmi.core.lesson_location",
  exit: "cmi.core.exit",
  ended: "",
  response: "student_response",
};

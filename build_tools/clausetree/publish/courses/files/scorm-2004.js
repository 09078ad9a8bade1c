// What SCORM 2004 calls what a course says to a learning system.
"use strict";

window.courseWords = {
  api: "API_1484_11",
  initialize: "Initialize",
  get: "GetValue",
  set: "SetValue",
  commit: "Commit",
  terminate: "Terminate",
  status: "cmi.completion_status",
  location: "cmi.location",
  exit: "cmi.exit",
  ended: "normal",
  response: "learner_response",
  description: "description",
};

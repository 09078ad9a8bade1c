// Reads statements, and says of each which parts Learning Locker's validator finds faulty.
const validate = require("@learninglocker/xapi-validation").default;

const statements = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const faults = statements.map((statement) => validate(statement).map(({ path }) => path.join(".")));
process.stdout.write(JSON.stringify(faults));

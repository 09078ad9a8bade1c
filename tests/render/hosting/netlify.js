// What a host of static sites makes of a `_headers` file: Netlify's own parser, asked for the headers of addresses.
// Takes the file and the addresses, and prints the headers that each address gets. A header that two rules set is
// sent with both values, as these hosts do.
import { parseAllHeaders } from "@netlify/headers-parser";

const [file = "", ...addresses] = process.argv.slice(2);
const { headers: rules, errors } = await parseAllHeaders({
  headersFiles: [file],
  configHeaders: undefined,
  minimal: false,
});
if (errors.length > 0) throw errors[0];

/** @param {string} address */
function sent(address) {
  /** @type {Record<string, string>} */
  const headers = {};
  for (const rule of rules) {
    if (!("forRegExp" in rule) || !rule.forRegExp.test(address)) continue;
    for (const [name, value] of Object.entries(rule.values)) {
      headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
  }
  return headers;
}

console.log(JSON.stringify(Object.fromEntries(addresses.map((address) => [address, sent(address)]))));

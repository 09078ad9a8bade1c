// Written from the lexer for trees by its test, `pytest --regenerate`.

/** Each rule: the class of what it matches, its pattern, and whether the name of a block follows.
 * @type {[string, string, boolean?][]} */
export const RULES = [
  ["", "[ \\t]+"],
  ["c1", "#[^\\n]*"],
  [
    "kd",
    "^(outcome|question|route|s(?:cenario|hared|tep)|t(?:(?:abl|re)e)|(?:vis|wa)it)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?!\\s+(?:is|includes)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))",
    true,
  ],
  [
    "kt",
    "(?<=[ \\t])(?:must|will|should|encouraged|may)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:[ \\t]+not(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))?(?!\\s+(?:is|includes)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))",
  ],
  ["k", "(?<=[ \\t])date[ \\t]+and[ \\t]+time(?![\\p{L}\\p{N}_-])"],
  ["k", '(?<=[" \\t])hours(?=[ \\t]+")'],
  ["k", '(?<=[" \\t])counts[ \\t]+as(?=[ \\t])'],
  [
    "ow",
    "(?<![\\p{L}\\p{N}_-])(and|i(?:(?:(?:nclude)?)s)|not|or|t(?:hen|imes|o|ree)|up|when)(?![\\p{L}\\p{N}_-])",
  ],
  [
    "k",
    "(?<=[ \\t])(a(?:bout|cknowledge|dds)|basis|c(?:ites|o(?:lumns|ntact))|date|e(?:n(?:couraged|ds)|xpects)|f(?:(?:ac|irs)t)|help|link|m(?:a(?:(?:(?:n)?)y)|oney|ust)|n(?:o(?:(?:[nt])e)|umber)|o(?:ption|therwise)|policy|ro(?:le|w)|s(?:hould|tart)|t(?:hen|otal)|u(?:nsure|ses)|w(?:hen|ill))(?![\\p{L}\\p{N}_-])(?!\\s+(?:is|includes)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))",
  ],
  ["s2", '"(?:[^"\\\\\\n]|\\\\[^\\n])*"'],
  ["o", "->|<=|>=|<|>"],
  ["m", "(?:[-−][£€$¥₩₹₺₽₪₫₦₱₴₵₡₸฿]?|[£€$¥₩₹₺₽₪₫₦₱₴₵₡₸฿])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?"],
  [
    "m",
    "(?<![\\p{L}\\p{N}_.])\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?:\\.\\p{Nd}+)?(?![\\p{L}\\p{N}_.,-]*[\\p{L}\\p{N}_])",
  ],
  ["p", "[(),]"],
  [
    "m",
    "\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}(?:T\\p{Nd}{2}:\\p{Nd}{2})?(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))|\\p{Nd}+(?:\\.\\p{Nd}+)*(?:(?:\\([A-Za-z0-9]+\\))+|[A-Za-z])?(?![\\p{L}\\p{N}_-])",
  ],
  ["n", "[a-z0-9]+(?:-[a-z0-9]+)*"],
  ["", "[^\\n]"],
];

/** What stands behind the word that a block begins with.
 * @type {[string, string, boolean?][]} */
export const BLOCK_RULES = [
  ["", "[ \\t]+"],
  ["nc", "[a-z0-9]+(?:-[a-z0-9]+)*"],
];

/** A line with Markdown beneath it: indentation, keyword, a space, a condition and a comment. */
export const PASSAGE =
  "^([ \\t]*)(about|help|note)([ \\t]*)(when(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[^#\\n]*)?(#[^\\n]*)?$";

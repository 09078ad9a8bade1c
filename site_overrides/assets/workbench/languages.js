// How the text of each kind of file is coloured.

import { defineLanguageFacet, Language, languageDataProp } from "@codemirror/language";
import { parser } from "@lezer/markdown";

const data = defineLanguageFacet();
const markdown = new Language(
  data,
  parser.configure({ props: [languageDataProp.add((type) => (type.isTop ? data : undefined))] }),
  [],
  "markdown",
);

/** @param {string} path */
export function languageOf(path) {
  return path.endsWith(".md") ? [markdown] : [];
}

// Other folders than the one that is published: a folder of the author's, or a zip.

import { asked, field } from "./asked.js";
import { canOpen, chosenFolder, filesIn } from "./disk.js";
import { PASSED_OVER, read, unzipped } from "./folder.js";
import { button, made } from "./made.js";

const NOTHING = "There is no file in it that can be read here.";

/**
 * @param {{ open(name: string, files: Map<string, import("./folder.js").Content>): Promise<void>, state: HTMLElement,
 *   saving: import("./saving.js").Saving, name: string, isLive: boolean, say(words: string): void,
 *   asking: import("./asking.js").Asking }} bench
 * @returns {Node[]} the controls
 */
export function offerOpening(bench) {
  const folder = chooser(
    "Open a folder",
    { webkitdirectory: true },
    async (files) => {
      const found = new Map();
      for (const file of files) {
        const path = (file.webkitRelativePath || file.name).replace(/^[^/]*\//, "");
        if (!PASSED_OVER.test(`${path}`)) found.set(path, read(path, new Uint8Array(await file.arrayBuffer())));
      }
      return [files[0]?.webkitRelativePath.split("/")[0] ?? "folder", found];
    },
    canOpen() ? openToWrite : undefined,
  );
  const zip = chooser("Open a zip", { accept: ".zip" }, async ([file]) => {
    if (!file) return ["", new Map()];
    return [file.name, unzipped(new Uint8Array(await file.arrayBuffer()))];
  });

  /** A folder that can be saved into. */
  async function openToWrite() {
    try {
      const handle = await chosenFolder();
      if (!handle) return;
      const files = await filesIn(handle);
      if (!files.size) {
        bench.state.textContent = NOTHING;
        return;
      }
      const name = await nameOf(bench, handle);
      await bench.saving.disk.remember(name, handle);
      await bench.open(name, files);
    } catch (error) {
      bench.state.textContent = `It cannot be opened: ${error instanceof Error ? error.message : error}`;
    }
  }

  /**
   * @param {string} words
   * @param {Record<string, unknown>} kind
   * @param {(files: File[]) => Promise<[string, Map<string, import("./folder.js").Content>]>} take
   * @param {() => Promise<void>} [open] what opens it in another way
   */
  function chooser(words, kind, take, open) {
    const input = made("input", {
      type: "file",
      hidden: true,
      "aria-label": words,
      ...kind,
    });
    const press = made(
      "button",
      { type: "button", className: "bench-button", on: { click: () => (open ? void open() : input.click()) } },
      words,
    );
    input.addEventListener("change", async () => {
      try {
        const [name, files] = await take([...(input.files ?? [])]);
        if (files.size) await bench.open(`folder ${name}`, files);
        else bench.state.textContent = NOTHING;
      } catch (error) {
        bench.state.textContent = `It cannot be opened: ${error instanceof Error ? error.message : error}`;
      }
      input.value = "";
    });
    return [press, input];
  }
  return [...folder, ...zip, button("Begin a new site", () => void beginNew(bench))];
}

/**
 * Two folders can be called the same: a work is of one of them.
 * @param {Parameters<typeof offerOpening>[0]} bench
 * @param {FileSystemDirectoryHandle} handle
 */
async function nameOf(bench, handle) {
  for (let number = 1; ; number++) {
    const name = `folder ${handle.name}${number > 1 ? ` ${number}` : ""}`;
    const known = await bench.saving.disk.of(name);
    if (!known || (await known.handle.isSameEntry(handle))) return name;
  }
}

/**
 * A folder with a sample policy and a sample procedure, to write over.
 * @param {Parameters<typeof offerOpening>[0]} bench
 */
async function beginNew(bench) {
  if (!bench.isLive) return bench.say("What writes a new site is still being fetched. Try again in a moment.");
  const words =
    "It has a sample policy and a sample procedure, to write over. What you have open stays among your works.";
  const fields = [
    field("What your organisation is called", "organisation"),
    field("What your first policy is called", "policy"),
  ];
  const given = await asked("Begin a new site", [made("p", {}, words), ...fields], "Begin it");
  if (!given) return;
  const [organisation, policy] = [String(given.get("organisation")), String(given.get("policy"))];
  const { files, why } = await bench.asking.ask("begin", { organisation, policy });
  if (why) return bench.say(why);
  await bench.open(
    `folder ${policy}`,
    new Map(Object.entries(files).map(([path, { text = "" }]) => [path, text])),
  );
}

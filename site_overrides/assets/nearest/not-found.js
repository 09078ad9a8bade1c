import { readable } from "../page/readable.js";
import { readIndex } from "../search/search-index.js";
import { nearest } from "./nearest.js";

/** On the page that stands for one that is missing, name what the reader may have been after. */
export async function offerNearest() {
  const list = document.querySelector("[data-not-found]");
  if (!(list instanceof HTMLElement)) return;
  const base = new URL((document.documentElement.dataset.base ?? "/").replace(/\/?$/, "/"), location.href);
  const index = await readIndex(base, list.dataset.clauses);
  const wanted = readable(location.pathname.slice(base.pathname.length) + location.hash);
  const found = nearest(index ?? [], wanted);
  if (found.length === 0) return;
  list.replaceChildren(
    ...found.map((place) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = new URL(place.location, base).href;
      link.textContent =
        place.page && place.page !== place.title ? `${place.title}, ${place.page}` : place.title;
      item.append(link);
      return item;
    }),
  );
  list.closest("[hidden]")?.removeAttribute("hidden");
}

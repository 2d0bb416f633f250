// The browser's half of search. The builder joins these modules, puts `const INDEX=…;` before them and publishes them as
// search/search.js, which a page loads when a reader turns to a search box (static/js/find.js).
import { search } from "./answer.js";
import { box } from "./box.js";
import { page } from "./page.js";

if (globalThis.document) {
  document.finds = true; // find.js asks: a script that was cut loads like any other
  const root = document.querySelector("[data-search]");
  if (root) page(root);
  for (const form of document.querySelectorAll("form[role=search]")) if (!root?.contains(form)) box(form);
}

export { search };

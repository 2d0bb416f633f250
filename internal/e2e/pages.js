// One row for each kind of page: the layout that draws it, an address in the example library, and what is particular about it.
// A new layout needs a row here; pages.test.js fails until it has one.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const site = here + "built/site/"; // made by `make browser`, as is the next
export const disk = here + "built/disk/";

export const pages = [
  ["home", ""],
  ["page", "about/"],
  ["page", "handbook/fields/", "wide tables and code"],
  ["page", "privacy/"],
  ["guide", "guide/respond/"],
  ["guide", "guide/first-meeting-group/", "callouts and checklists"],
  ["journey", "journeys/start-a-partnership/"],
  ["framework", "frameworks/thornmere-principles/"],
  ["framework", "frameworks/student-partnership-staircase/", "a scale"],
  ["principle", "principles/trust/"],
  ["crosswalk", "principles/compare/"],
  ["case", "cases/cl-2018-01/"],
  ["case", "cases/cl-2023-01/", "four recommendations"],
  ["tombstone", "cases/cl-2023-04/"],
  ["recommendation", "cases/cl-2018-01/r1/"],
  ["recommendation", "insights/2023-autumn-personal-tutoring/r1/", "of an insight"],
  ["insight", "insights/2023-autumn-personal-tutoring/"],
  ["entry", "opportunities/seedcorn-rounds-2026-27/", "opportunity"],
  ["entry", "events/first-meeting-workshop/", "event"],
  ["entry", "stories/my-first-partnership-meeting/", "story"],
  ["entry", "questions/online-office-hours/", "question"],
  ["entry", "notices/change-lab-call-open/", "notice"],
  ["ask", "asks/one-clear-place/"],
  ["unit", "units/economics/"],
  ["theme", "themes/assessment-and-feedback/"],
  ["method", "methods/survey/"],
  ["programme", "programmes/change-lab/"],
  ["person", "people/amara-dunbar/"],
  ["listing", "people/"],
  ["listing", "cases/"],
  ["listing", "cases/year/2018-19/"],
  ["listing", "guide/"],
  ["listing", "frameworks/"],
  ["listing", "insights/"],
  ["listing", "opportunities/"],
  ["listing", "themes/"],
  ["listing", "units/"],
  ["listing", "forms/", "vocabulary"],
  ["listing", "groups/commuters/", "word of a vocabulary"],
  ["register", "responses/"],
  ["register", "responses/status/declined/"],
  ["register", "responses/unit/library/"],
  ["glossary", "glossary/"],
  ["bibliography", "bibliography/"],
  ["formerly", "themes/formerly/"],
  ["contacts", "contact/"],
  ["coverage", "coverage/"],
  ["timeline", "timeline/"],
  ["atoz", "a-z/"],
  ["changes", "changes/"],
  ["statement", "accessibility/"],
  ["files", "data/"],
  ["files", "feeds/", "addresses of feeds"],
  ["notfound", "404.html"],
].map(([layout, at, about]) => ({ layout, at, name: `${layout}: /${at}${about ? ` (${about})` : ""}` }));

// A redirect sends the browser on, so it has its own test.
export const redirect = { layout: "redirect", at: "guide/student-partners/", to: "guide/recruit-inclusively/" };

// The search page is its script's, so its states have tests of their own: search/page.test.js.
export const searching = { layout: "search", at: "search/" };

const frame = ["base", "assets", "masthead", "help", "footer", "sprite"];

// layouts are those that draw whole pages: no other layout takes them in.
export function layouts() {
  const folder = here + "../../layouts/";
  const files = readdirSync(folder).filter((f) => f.endsWith(".html"));
  const texts = files.map((f) => readFileSync(folder + f, "utf8")).join("\n");
  const parts = new Set([...texts.matchAll(/\{\{-?\s*template "([^"]+)"/g)].map((m) => m[1]).concat(frame));
  return files.map((f) => f.replace(/\.html$/, "")).filter((f) => !parts.has(f));
}

// files are the paths of everything that was published below a folder, without the mark of its owner.
export function files(folder = site) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && f.name !== ".casebook")
    .map((f) => ((f.parentPath ?? f.path) + "/" + f.name).replaceAll("\\", "/").replace(/\/+/g, "/").slice(folder.length))
    .sort();
}

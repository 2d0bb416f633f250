// Notes in the margin: beside what they speak of, over nothing else, and without holding up the text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { files, site } from "./pages.js";
import { visits } from "./visit.js";

// In CSS pixels. Headings and ruled blocks need up to about 60 between them.
const farthest = 120, widestGap = 110;

const noted = files().filter((f) => f.endsWith(".html") && readFileSync(site + f, "utf8").includes('class="notes'));

// misplaced lists what is wrong with the notes of the page as it is shown.
function misplaced({ farthest, widestGap }) {
  const faults = [];
  const says = (e) => e.textContent.trim().replace(/\s+/g, " ").slice(0, 50);
  const box = (e) => e.getBoundingClientRect();
  const px = (n) => `${Math.round(n)} px`;
  for (const prose of document.querySelectorAll(".prose")) {
    const beside = [...prose.querySelectorAll(":scope > .notes:not(.notes--under)")];
    const text = [...prose.children].filter((e) => !beside.includes(e));
    const gaps = () => text.slice(1).map((e, i) => box(e).top - box(text[i]).bottom);
    const found = gaps();
    for (const notes of beside) {
      const block = notes.previousElementSibling;
      const below = box(notes).top - box(block).top;
      if (below > farthest) faults.push(`begins ${px(below)} below its block: ${says(notes)}`);
      if (below < -20) faults.push(`begins ${px(-below)} above its block: ${says(notes)}`);
    }
    const all = [...beside.flatMap((notes) => [...notes.children]), ...text].map((e) => ({ e, b: box(e) })).filter(({ b }) => b.width > 0);
    all.forEach((one, i) => all.slice(i + 1).forEach((other) => {
      const apart = one.b.right <= other.b.left + 1 || other.b.right <= one.b.left + 1 || one.b.bottom <= other.b.top + 1 || other.b.bottom <= one.b.top + 1;
      if (!apart) faults.push(`lies over “${says(other.e)}”: ${says(one.e)}`);
    }));
    for (const notes of beside) notes.style.display = "none";
    gaps().forEach((natural, i) => {
      if (found[i] > widestGap && found[i] > natural + 1) faults.push(`leaves ${px(found[i])} empty above: ${says(text[i + 1])}`);
    });
    for (const notes of beside) notes.style.display = "";
  }
  const heard = [...document.querySelectorAll(".note")].map((e) => e.textContent);
  for (const twice of heard.filter((words, i) => heard.indexOf(words) < i)) faults.push(`stands there twice: ${twice.trim().slice(0, 50)}`);
  return faults;
}

describe("notes stand beside what they speak of", { concurrency: 2 }, () => {
  const visit = visits();
  test("there are pages with notes", () => assert.ok(noted.length > 80, `${noted.length}`));
  for (const f of noted) {
    test(`/${f.replace(/index\.html$/, "")}`, () => visit(f.replace(/index\.html$/, ""), {}, async (page) => {
      assert.deepEqual(await page.evaluate(misplaced, { farthest, widestGap }), []);
    }));
  }
  // In a window between a phone and a desk there is a margin but no rail.
  test("at 960 px nothing lies over anything", async () => {
    for (const at of ["guide/why-work-this-way/", "a-guide-to-the-literature/", "cases/cl-2024-01/"]) {
      await visit(at, { viewport: { width: 960, height: 800 } }, async (page) => {
        assert.deepEqual(await page.evaluate(misplaced, { farthest: 400, widestGap: 300 }), [], at);
      });
    }
  });
});

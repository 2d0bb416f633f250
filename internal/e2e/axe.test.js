// Every kind of page in every look at every width, by axe. Further pages of a kind differ in their words only, so that each width and
// each look once is enough for them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { here, pages } from "./pages.js";
import { visits } from "./visit.js";

const axe = readFileSync(here + "node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [320, 768, 1280];
const looks = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "light", forcedColors: "active" },
};
const matrix = widths.flatMap((width) => Object.keys(looks).map((look) => [width, look]));
const diagonal = Object.keys(looks).map((look, i) => [widths[i], look]);
const isFirst = ({ layout }, i) => pages.findIndex((p) => p.layout === layout) === i;

describe("axe finds nothing", { concurrency: 2 }, () => {
  const visit = visits();
  for (const [i, row] of pages.entries()) {
    test(row.name, () => visit(row.at, {}, async (page) => {
      await page.evaluate(axe + ";0");
      const faults = new Map();
      for (const [width, look] of isFirst(row, i) ? matrix : diagonal) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(looks[look]);
        const { violations, tried } = await page.evaluate(async (runOnly) => {
          const { violations, passes } = await window.axe.run({ runOnly, preload: false, resultTypes: ["violations"] });
          return {
            tried: passes.length,
            violations: violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target}: ${n.failureSummary.replace(/\s+/g, " ")}`)),
          };
        }, rules);
        assert.ok(tried > 10, `${tried} rules were tried`);
        for (const v of violations) faults.set(v, `${faults.get(v) ?? ""} ${width} ${look},`);
      }
      assert.deepEqual([...faults].map(([v, where]) => `${v} at${where}`), []);
    }));
  }
});

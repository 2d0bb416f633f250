// Lighthouse on five pages: performance, accessibility, best practices, SEO. Its version is the Makefile's, handed over as argument.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { executable, flags } from "./browser.js";
import { files, site } from "./pages.js";
import { serve } from "./server.js";

const pages = ["", "cases/cl-2018-01/", "guide/respond/", "cases/", "search/"].filter((at) => files().includes(at + "index.html"));
const categories = ["performance", "accessibility", "best-practices", "seo"];
const chrome = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...flags].join(" ");

const server = await serve(site);
let below = 0;
for (const at of pages) {
  const args = ["--yes", process.argv[2], server.root + at, "--quiet", "--output=json", "--output-path=stdout",
    `--only-categories=${categories}`, `--chrome-flags=${chrome}`];
  const { stdout } = await promisify(execFile)("npx", args, { maxBuffer: 1 << 28, env: { ...process.env, CHROME_PATH: executable() } });
  const report = JSON.parse(stdout);
  console.log(`/${at}: ` + categories.map((c) => `${c} ${Math.round(100 * report.categories[c].score)}`).join(", "));
  for (const c of categories) {
    if (report.categories[c].score === 1) continue;
    below++;
    for (const { id } of report.categories[c].auditRefs.filter((a) => a.weight > 0)) {
      const audit = report.audits[id];
      if (audit.score !== null && audit.score < 1) console.log(`  ${c}: ${audit.title}: ${audit.displayValue ?? audit.score}`);
    }
  }
}
server.stop();
process.exitCode = below === 0 ? 0 : 1;

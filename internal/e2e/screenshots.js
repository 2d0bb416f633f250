// The two pictures of the README: a case, and what became of one of its recommendations, in the dark.
import { mkdir, writeFile } from "node:fs/promises";
import { launch } from "./browser.js";
import { here, site } from "./pages.js";
import { serve } from "./server.js";

const shots = [
  { file: "case.webp", at: "cases/cl-2018-01/", viewport: { width: 1200, height: 800 } },
  { file: "recommendation.webp", at: "cases/cl-2018-01/r1/", viewport: { width: 1200, height: 800 }, colorScheme: "dark" },
];

const folder = here + "../../.github/";
const browser = await launch();
const server = await serve(site);
await mkdir(folder, { recursive: true });
for (const { file, at, ...options } of shots) {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(server.root + at);
  const client = await context.newCDPSession(page);
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 80 });
  const bytes = Buffer.from(data, "base64");
  await writeFile(folder + file, bytes);
  console.log(`.github/${file}: ${Math.round(bytes.length / 1000)} KB`);
  await context.close();
}
await browser.close();
server.stop();

// Measures in Chromium what a keystroke costs once the files are there: the answer alone, and on the search page with the drawing.
//
//   node search/keystrokes.js SITE "two words" "a question"
//
// SITE is a built site. Every query is typed twice, letter by letter, and the second time is timed. What is printed is the median, the
// 95th percentile and the longest in milliseconds, and what the very first query of a reader asked for, up to its first result and in all.
import { launch } from "../browser.js";
import { serve } from "../server.js";

const [folder, ...queries] = process.argv.slice(2);
if (!folder || !queries.length) {
  console.error('usage: node search/keystrokes.js SITE "query" …');
  process.exit(2);
}
const patience = 120_000; // a slow machine is no fault of the site
const server = await serve(folder.replace(/\/?$/, "/")), browser = await launch();
const spread = (list) => {
  const sorted = [...list].sort((a, b) => a - b), at = (p) => sorted[Math.min(Math.floor(p * sorted.length), sorted.length - 1)].toFixed(1);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
};

async function cold(q) {
  const page = await (await browser.newContext()).newPage(), asked = [];
  const network = await page.context().newCDPSession(page), names = new Map();
  await network.send("Network.enable");
  network.on("Network.requestWillBeSent", (e) => { if (/\/search\/.+\.js/.test(e.request.url)) names.set(e.requestId, { sent: e.timestamp }); });
  network.on("Network.loadingFinished", (e) => { const r = names.get(e.requestId); if (r) asked.push(Object.assign(r, { bytes: e.encodedDataLength, done: e.timestamp })); });
  await page.addInitScript(() => {
    new MutationObserver((_, self) => {
      if (!document.querySelector(".results li, .search-notes p")) return;
      self.disconnect();
      globalThis.firstShown = performance.getEntriesByType("resource").filter((r) => /\/search\/.+\.js/.test(r.name)).map((r) => r.encodedBodySize);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.root + "search/?q=" + encodeURIComponent(q));
  await page.waitForFunction(() => globalThis.firstShown, null, { timeout: patience });
  const first = await page.evaluate(() => globalThis.firstShown);
  await page.waitForLoadState("networkidle");
  await page.close();
  const sum = (list) => (list.reduce((a, b) => a + b, 0) / 1024).toFixed(1) + " KB in " + list.length + " requests";
  console.log(`${q}: first result after ${sum(first)}, everything in sight with ${sum(asked.map((r) => r.bytes))}`);
}

for (const q of queries) await cold(q);
const page = await browser.newPage();
await page.goto(server.root + "search/");
const answers = await page.evaluate(async (queries) => {
  const { search } = await import(new URL("search.js", document.baseURI)), out = [];
  for (const warm of [false, true]) {
    for (const q of queries) {
      for (let n = 1; n <= q.length; n++) {
        const began = performance.now();
        await search(q.slice(0, n), { limit: 10 });
        if (warm) out.push(performance.now() - began);
      }
    }
  }
  return out;
}, queries);
console.log(`an answer, with counts and ten sentences: ${spread(answers)} ms (median / 95 % / longest of ${answers.length})`);
await page.locator(".facets").waitFor({ timeout: patience });
const all = [];
for (const q of queries) {
  for (const timed of [false, true]) {
    const times = await page.evaluate(async ([q, timed]) => {
      const input = document.getElementById("q"), out = [];
      for (let n = 1; n <= q.length; n++) {
        const began = performance.now();
        input.value = q.slice(0, n);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        // Everything that needs no file is done before the next message comes.
        await new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(0);
        });
        out.push(performance.now() - began);
        await new Promise((done) => setTimeout(done, timed ? 30 : 300));
      }
      return out;
    }, [q, timed]);
    if (timed) all.push(...times);
    else await page.waitForLoadState("networkidle");
  }
}
console.log(`a keystroke, until twenty results are drawn: ${spread(all)} ms (median / 95 % / longest of ${all.length})`);
await browser.close();
server.stop();

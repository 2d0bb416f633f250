// The portable copy, opened from disk: every link of every page leads to a file and an anchor that is there, and each kind of page
// opens in the browser with its styles and scripts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.js";
import { disk, files, pages } from "./pages.js";

const published = new Set(files(disk));
const html = [...published].filter((f) => f.endsWith(".html"));
const texts = new Map(html.map((f) => [f, readFileSync(disk + f, "utf8")]));
const ids = new Map([...texts].map(([f, text]) => [f, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]));

// leads says what is wrong with a link on a page, "" if nothing. What leads to the web is none of its business.
function leads(from, link) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return "";
  const [path, anchor] = decodeURI(link.replaceAll("&amp;", "&")).split("#");
  const to = path === "" ? from : posix.join(posix.dirname(from), path.split("?")[0]);
  if (path.startsWith("/")) return "starts at the root of the disk";
  if (!published.has(to)) return "leads to no file";
  if (anchor && to.endsWith(".html") && !ids.get(to).has(anchor)) return "names an anchor that is not there";
  return "";
}

test("every link of every page leads to a file of the copy", () => {
  const faults = [];
  let links = 0;
  for (const [file, text] of texts) {
    if (file === "404.html") continue; // only a server shows it
    for (const [, link] of text.replace(/<link rel="canonical"[^>]*>/, "").matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      links++;
      const fault = leads(file, link);
      if (fault) faults.push(`${file}: ${link} ${fault}`);
    }
  }
  assert.deepEqual(faults.slice(0, 10), [], `${faults.length} in all`);
  assert.ok(links > 10_000, `only ${links} links`);
});

test("a wrong link would be found", () => {
  assert.equal(leads("cases/index.html", "../guide/index.html#main"), "");
  assert.equal(leads("cases/index.html", "../guide/"), "leads to no file");
  assert.equal(leads("cases/index.html", "../guide/index.html#nowhere"), "names an anchor that is not there");
  assert.equal(leads("cases/index.html", "/guide/index.html"), "starts at the root of the disk");
});

describe("opened from disk", () => {
  let browser, page;
  const faults = [];
  const root = pathToFileURL(disk).href;
  const open = async (at) => {
    await page.goto(root + at.replace(/(^|\/)$/, "$1index.html"));
  };
  before(async () => {
    browser = await launch();
    page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    page.on("console", (m) => { if (["error", "warning"].includes(m.type())) faults.push(m.text()); });
    page.on("pageerror", (e) => faults.push(e.message));
    page.on("requestfailed", (r) => {
      const why = r.failure()?.errorText;
      if (why !== "net::ERR_ABORTED") faults.push(`cannot load ${r.url()}: ${why}`); // aborted: the icon of the page left behind
    });
    page.on("request", (r) => { if (!r.url().startsWith(root)) faults.push(`asks for ${r.url()}`); });
  });
  after(() => browser.close());

  for (const { name, layout, at } of pages) {
    if (layout === "notfound") continue;
    test(name, async () => {
      faults.length = 0;
      await open(at);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".skip")).position), "absolute", "the styles are there");
      assert.equal(await page.locator('[data-module="theme"]').isVisible(), true, "the script has run");
      assert.deepEqual(faults, []);
    });
  }

  test("a missing image would be found", async () => {
    await open("");
    faults.length = 0;
    await page.evaluate(() => new Promise((done) => {
      const image = new Image();
      image.onerror = done;
      image.src = "assets/missing.svg";
    }));
    assert.ok(faults.includes(`cannot load ${root}assets/missing.svg: net::ERR_FILE_NOT_FOUND`), faults.join("; "));
  });

  test("a reader goes from the front page to a recommendation by following links", async () => {
    await open("");
    for (const next of ['.sitenav a[href*="cases"]', 'main a[href*="cl-2018-01/index.html"]', 'main a[href*="r1/index.html"]', ".wordmark"]) {
      const link = page.locator(next).first();
      const to = await link.evaluate((a) => a.href);
      assert.ok(to.endsWith("index.html"), to);
      await link.click();
      await page.waitForURL(to);
    }
    assert.equal(page.url(), root + "index.html");
  });
});

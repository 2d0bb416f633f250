// Visits to pages of a served site in one browser, each of which remembers what the page should not have done.
import { after, before } from "node:test";
import { launch } from "./browser.js";
import { site } from "./pages.js";
import { serve } from "./server.js";

// A slow machine with much else to do is no fault of the site.
const patience = 120_000;

// visits starts one browser and one server for the tests of a describe block. It gives visit(at, options, work), which opens the
// address (null for none) in a page with these options of a browser context and hands it to work. Pages are used again by later visits with the
// same options, which is most of the speed of these tests. A visit fails if the page asked for anything elsewhere, if its policy
// refused something, if a file was missing, or if a script failed; unless the test says that it spoilt the page itself.
export function visits() {
  const idle = new Map();
  let browser, server;
  before(async () => {
    browser = await launch();
    server = await serve(site);
  });
  after(async () => {
    await browser.close();
    server.stop();
  });

  async function page(options) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    page.faults = [];
    page.root = server.root;
    await watch(context, page);
    return page;
  }

  return async function visit(at, options, work) {
    const key = JSON.stringify(options);
    const free = idle.get(key) ?? idle.set(key, []).get(key);
    const used = free.pop() ?? (await page(options));
    await used.setViewportSize(options.viewport ?? { width: 1280, height: 800 });
    if (at !== null) await used.goto(server.root + at);
    let result, failed;
    try {
      result = await work(used);
    } catch (error) {
      failed = error;
    }
    if (used.spoilt && !failed) {
      await used.context().close(); // what was spoilt may come late, and is no fault of the next test
      return result;
    }
    if (used.faults.length > 0) throw new Error(`the page should not have done this: ${used.faults.join("; ")}`, { cause: failed });
    if (failed) throw failed;
    free.push(used); // one that failed is left aside
    return result;
  };
}

async function watch(context, page) {
  await context.exposeBinding("refused", (_, what) => page.faults.push(what));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) =>
      window.refused(`the policy refuses ${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
  });
  page.on("request", (r) => { if (!r.url().startsWith(page.root)) page.faults.push(`asks for ${r.url()}`); });
  page.on("requestfailed", (r) => {
    const why = r.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") page.faults.push(`cannot load ${r.url()}: ${why}`); // aborted by going on to the next page
  });
  page.on("response", (r) => { if (r.status() >= 400) page.faults.push(`${r.status()} for ${r.url()}`); });
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) page.faults.push(`console: ${m.text()} ${m.location().url}`); });
}

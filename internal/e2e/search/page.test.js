// The search page and the header box in a browser: by keyboard, without script, in every state, and when something is wrong.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { here } from "../pages.js";
import { visits } from "../visit.js";

const axe = readFileSync(here + "node_modules/axe-core/axe.min.js", "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const found = (page) => page.locator("#found");
const said = (page, words) => page.waitForFunction((w) => document.querySelector("[role=status]").textContent.includes(w), words);
const settled = async (page) => { await page.locator(".facets").waitFor(); await page.waitForLoadState("networkidle"); };
const titles = (page) => page.locator(".results :is(h3, h4)").allInnerTexts();

async function clean(page, what) {
  await page.evaluate(axe + ";0");
  // The rest of the page is as on all others, which axe.test.js looks at.
  const part = await page.locator("[role=listbox]").isVisible() ? ".masthead" : "main";
  for (const [width, media] of [[1280, { colorScheme: "light" }], [320, { colorScheme: "dark", forcedColors: "active" }]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ forcedColors: "none", ...media });
    const faults = await page.evaluate(async ([part, runOnly]) => {
      const { violations } = await window.axe.run(part, { runOnly, preload: false, resultTypes: ["violations"] });
      return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target}: ${n.failureSummary.replace(/\s+/g, " ")}`));
    }, [part, rules]);
    assert.deepEqual(faults, [], `${what} at ${width}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} scrolls sideways at ${width}`);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.setViewportSize({ width: 1280, height: 800 });
}

describe("every state of the search page is sound", () => {
  const visit = visits();
  for (const [what, at, ready] of [
    ["nothing asked", "search/", (page) => page.locator(".facets").waitFor()],
    ["results", "search/?q=feedback", settled],
    ["results with filters", "search/?q=students&theme=assessment-and-feedback&kind=recommendation&kind=case", settled],
    ["filters alone", "search/?theme=assessment-and-feedback", settled],
    ["newest first, further on", "search/?q=students&sort=newest&show=40", settled],
    ["a spelling mended", "search/?q=econmics+feedbak", settled],
    ["nothing found", "search/?q=quantum+entanglement", settled],
    ["a filter to blame", "search/?q=trust&status=declined&year=2018-19", settled],
    ["markup for words", "search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+(a%2B)%2B%24", settled],
    ["ten thousand letters", "search/?q=" + "a".repeat(10000), settled],
    ["letters from right to left", "search/?q=%D7%A9%D7%9C%D7%95%D7%9D+%F0%9F%8E%93", settled],
  ]) test(what, () => visit(at, {}, async (page) => {
    await ready(page);
    for (const details of await page.locator(".facets details").all()) await details.evaluate((d) => { d.open = true; });
    await clean(page, what);
  }));
});

describe("the search page", () => {
  const visit = visits();

  test("finds while a word is typed, says the count once when it is quiet, and leaves the focus where it is", () => visit("search/", {}, async (page) => {
    await settled(page);
    const heard = await page.evaluateHandle(() => {
      const heard = [];
      new MutationObserver(() => heard.push(document.querySelector("[role=status]").textContent)).observe(document.querySelector("[role=status]"), { childList: true });
      return heard;
    });
    await page.locator("#q").focus();
    await page.keyboard.type("feedback");
    await found(page).filter({ hasText: "results for “feedback”" }).waitFor();
    await said(page, "results for “feedback”");
    assert.equal((await heard.jsonValue()).filter(Boolean).length, 1, "one announcement");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    assert.match(page.url(), /\?q=feedback$/);
    assert.match(await page.title(), /results for “feedback”/);
  }));

  test("filters by keyboard alone; chips take filters away; the back button goes through it all", () => visit("search/?q=students", {}, async (page) => {
    await settled(page);
    const all = await found(page).innerText();
    const box = page.locator('.facets input[name="kind"][value="case"]');
    await page.locator(".facets__more > summary").focus();
    await page.keyboard.press("Enter");
    for (let i = 0; i < 40 && !(await box.evaluate((b) => b === document.activeElement)); i++) await page.keyboard.press("Tab");
    const count = await box.locator("xpath=..").locator(".n").innerText();
    await page.keyboard.press("Space");
    await found(page).filter({ hasText: new RegExp("^" + count + " result") }).waitFor();
    assert.ok(await box.evaluate((b) => b === document.activeElement), "the focus stays on the filter");
    assert.match(page.url(), /q=students&kind=case/);
    await said(page, "with one filter");
    const chip = page.getByRole("button", { name: /^Case ?, remove this filter$/ });
    await chip.focus();
    await page.keyboard.press("Enter");
    await found(page).filter({ hasText: all }).waitFor();
    assert.notEqual(await page.evaluate(() => document.activeElement.localName), "body", "the focus is not lost");
    await page.goBack();
    await found(page).filter({ hasText: new RegExp("^" + count + " result") }).waitFor();
    assert.ok(await box.isChecked());
    await page.goBack();
    await found(page).filter({ hasText: all }).waitFor();
    assert.equal(await box.isChecked(), false);
    await page.goForward();
    await found(page).filter({ hasText: new RegExp("^" + count + " result") }).waitFor();
    await page.reload();
    await found(page).filter({ hasText: new RegExp("^" + count + " result") }).waitFor();
  }));

  test("goes back through queries, however each was sent, and takes nothing in an address for a filter that is none", () => visit("cases/", {}, async (page) => {
    await page.goto(page.root + "search/?q=feedback&utm_source=newsletter&fbclid=IwAR0abc");
    await settled(page);
    assert.equal(await page.locator(".applied").innerText(), "");
    const now = (q) => page.waitForFunction((q) => new URLSearchParams(location.search).get("q") === q && document.querySelector("#found").textContent.includes(`“${q}”`), q);
    for (const q of ["trust", "timetable"]) {
      await page.locator("#q").fill("");
      await page.locator("#q").pressSequentially(q);
      await now(q);
      await page.keyboard.press("Enter");
    }
    await page.locator("#q").pressSequentially(" clash");
    await now("timetable clash");
    for (const q of ["timetable", "trust", "feedback"]) {
      await page.goBack();
      await now(q);
      assert.equal(await page.locator("#q").inputValue(), q);
    }
  }));

  test("shows more, leads to the first that is new, and a result's address can be gone back from", () => visit("search/?q=students", {}, async (page) => {
    await settled(page);
    assert.equal((await titles(page)).length, 20);
    const more = page.getByRole("link", { name: /^Show \d+ more$/ });
    await more.focus();
    await page.keyboard.press("Enter");
    await page.locator(".pages").filter({ hasText: "1 to 40 of" }).waitFor();
    assert.equal(await page.evaluate(() => [...document.querySelectorAll(".results :is(h3, h4) a")].indexOf(document.activeElement)), 20);
    assert.match(page.url(), /show=40/);
    await page.keyboard.press("Enter");
    await page.waitForURL((u) => !u.pathname.endsWith("/search/"));
    await page.goBack();
    await page.locator(".pages").filter({ hasText: "1 to 40 of" }).waitFor();
  }));

  test("puts the best recommendation among the first, says its status, and marks the words", () => visit("search/?q=late+feedback", {}, async (page) => {
    await settled(page);
    const first = page.locator(".result--first");
    assert.equal(await first.count(), 1);
    assert.ok(await first.locator(".status svg use").count(), "the mark of its status");
    assert.ok(await page.locator(".results mark").count() > 0);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".status use")].map((u) => u.getAttribute("href"))
      .filter((href) => !document.querySelector(href))), [], "every mark has its drawing");
  }));

  test("says which filter is to blame, and what it would be without", () => visit("search/?q=trust&status=declined", {}, async (page) => {
    await settled(page);
    const way = page.getByRole("link", { name: /^\d+ results?$/ });
    const count = await way.innerText();
    assert.match(await page.locator(".search-notes").innerText(), /without the filter What happened: Declined/);
    await way.click();
    await found(page).filter({ hasText: count }).waitFor();
  }));

  test("finds nothing honestly, and offers open questions, a contact and the lists", () => visit("search/?q=quantum+entanglement", {}, async (page) => {
    await settled(page);
    assert.match(await found(page).innerText(), /^No results for “quantum entanglement”/);
    assert.ok(await page.locator('.search-notes a[href*="questions/"]').count() > 1);
    assert.ok(await page.locator('.search-notes a[href^="mailto:"], .search-notes a[href*="contact"]').count());
    assert.ok(await page.locator(".browse").isVisible());
  }));

  for (const [q, says] of [["???", /like “what” are not looked for/], ["who what", /like “what” are not looked for/], ["🎓&kind=case", /are not looked for/],
    ["feedback " + Array.from("abcdefghijklmnopqrstuvwxyz", (c) => c + "q").join(" "), /Only the first 24 words/]]) {
    test(`says what was not looked for: ${q.slice(0, 12)}`, () => visit("search/?q=" + q, {}, async (page) => {
      await settled(page);
      assert.match(await page.locator(".search-notes").innerText(), says);
    }));
  }

  test("offers the word that was meant", () => visit("search/?q=econmics+feedbak", {}, async (page) => {
    await settled(page);
    await page.getByRole("link", { name: "economics feedback" }).click();
    await found(page).filter({ hasText: "“economics feedback”" }).waitFor();
    assert.equal(await page.locator("#q").inputValue(), "economics feedback");
  }));

  for (const [what, spoil] of [
    ["missing", (route) => route.fulfill({ status: 404, body: "" })],
    ["cut", async (route) => { const r = await route.fetch(); route.fulfill({ body: (await r.text()).slice(0, 200), contentType: "application/json" }); }],
    ["out of reach", (route) => route.abort()],
  ]) test(`a shard that is ${what} ends in words and a page that works`, () => visit(null, {}, async (page) => {
    await page.route("**/search/*/t*.json", spoil);
    await page.goto(page.root + "search/?q=feedback");
    await found(page).filter({ hasText: "Search is not working just now" }).waitFor();
    await said(page, "not working");
    assert.ok(await page.locator(".browse").isVisible());
    await clean(page, "a fault");
    await page.unroute("**/search/*/t*.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await found(page).filter({ hasText: "results for “feedback”" }).waitFor();
    page.spoilt = true;
  }));

  test("a script kept from before the site was published again is fetched anew, once", () => visit(null, {}, async (page) => {
    const old = "search/0000000000/";
    let asked = 0;
    await page.route("**/search/search.js", async (route) => {
      const r = await route.fetch(), text = await r.text();
      // The browser has the last build's script until it is asked to look again.
      const fresh = asked++ > 0;
      route.fulfill({ body: fresh ? text : text.replace(/search\/[0-9a-f]{10}\//, old), contentType: "text/javascript" });
    });
    await page.goto(page.root + "search/?q=feedback&kind=case");
    await found(page).filter({ hasText: /results for “feedback”/ }).waitFor();
    assert.match(page.url(), /q=feedback&kind=case$/);
    assert.equal(asked, 3, "the old one, the new one, and with the page that was loaded again");
    await page.unroute("**/search/search.js");
    assert.ok(page.faults.every((f) => f.includes("0000000000") || f.includes("404")), page.faults.join("; "));
    page.spoilt = true;
  }));

  test("without search.js the lists are there, and it says so", () => visit(null, {}, async (page) => {
    await page.route("**/search/search.js", (route) => route.abort());
    await page.goto(page.root + "search/?q=feedback");
    await said(page, "could not be loaded");
    assert.ok(await page.locator(".browse a").count() > 20);
    page.spoilt = true;
  }));

  test("a search.js that was cut says so", () => visit(null, {}, async (page) => {
    await page.route("**/search/search.js", async (route) => { const r = await route.fetch(); route.fulfill({ response: r, body: (await r.text()).slice(0, 5000) }); });
    await page.goto(page.root + "search/?q=feedback");
    await said(page, "could not be loaded");
    page.spoilt = true;
  }));

  test("texts that are missing are said to be, and every other result has its own", () => visit(null, {}, async (page) => {
    let first;
    await page.route("**/search/*/x*.json", (route) => (first ??= route.request().url()) === route.request().url() ? route.fulfill({ status: 404, body: "" }) : route.continue());
    await page.goto(page.root + "search/?q=students");
    await page.locator(".search-notes").filter({ hasText: "The text of some results could not be loaded." }).waitFor();
    await said(page, "could not be loaded");
    assert.ok(await page.locator(".result__text").count() >= 15, "of twenty, without scrolling");
    assert.equal(await page.locator(".result__text:empty").count(), 0);
    page.spoilt = true;
  }));

  test("in a large library the texts of results below wait until the page is scrolled", () => visit(null, {}, async (page) => {
    let table; // the rows of a small library are part of the root, those of a large one are files
    await page.route("**/search/*/root.json", async (route) => {
      const root = await (await route.fetch()).json();
      ({ table } = root);
      delete root.table;
      route.fulfill({ json: root });
    });
    await page.route("**/search/*/r0.json", (route) => route.fulfill({ json: table }));
    await page.goto(page.root + "search/?q=students");
    await page.locator(".result__text:not(:empty)").nth(4).waitFor();
    assert.equal(await page.locator(".result__text:not(:empty)").count(), 5);
    await page.mouse.wheel(0, 300);
    await page.locator(".result__text:not(:empty)").nth(9).waitFor();
  }));

  test("without the filters' file words are found all the same", () => visit(null, {}, async (page) => {
    await page.route("**/search/*/facets.json", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(page.root + "search/");
    await page.getByText("The filters could not be loaded.").first().waitFor();
    assert.ok(await page.locator(".browse").isVisible());
    await page.locator("#q").fill("feedback");
    await found(page).filter({ hasText: "results for “feedback”" }).waitFor();
    page.spoilt = true;
  }));

  test("filters with results stand first, those without say 0", () => visit("search/?q=feedback", {}, async (page) => {
    await settled(page);
    const lists = await page.evaluate(() => [...document.querySelectorAll(".facets fieldset")].map((f) => ({
      title: f.querySelector("legend").textContent, counts: [...f.querySelectorAll(":scope > div > div > label .n, details > div > label .n")].map((n) => n.textContent),
    })));
    for (const { title, counts } of lists) assert.match(counts.map((n) => n === "0" ? "0" : +n > 0 ? "n" : "?").join(""), /^n*0*$/, title);
    assert.ok(lists.some((l) => l.counts.includes("0")));
    assert.deepEqual(lists.slice(0, 5).map((l) => l.title), ["Theme", "About", "Studied at", "Year", "What happened"]);
    assert.ok(lists.find((l) => l.title === "Studied at").counts[0] > 0);
  }));

  test("nothing moves when the script shows the switch of the key /", () => visit("search/", {}, async (page) => {
    await settled(page);
    const [shown, hidden] = await page.evaluate(() => {
      const top = () => document.querySelector("[data-columns]").getBoundingClientRect().top, shown = top();
      document.querySelector("[data-slash]").hidden = true;
      return [shown, top()];
    });
    assert.equal(shown, hidden);
    page.spoilt = true;
  }));

  test("the key / can be turned off, and stays off", () => visit("search/", {}, async (page) => {
    await settled(page);
    await page.getByRole("button", { name: "Turn the / key off" }).click();
    await page.goto(page.root + "guide/respond/");
    await page.keyboard.press("/");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "find");
    assert.equal(await page.locator("#find").getAttribute("aria-keyshortcuts"), null);
    await page.goto(page.root + "search/");
    await page.getByRole("button", { name: "Turn the / key on" }).click();
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  }));

  test("one stroke from the field a link leads past the results, and another order is heard", () => visit("search/?q=feedback", {}, async (page) => {
    await settled(page);
    await page.locator("#q").focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press("Tab"); // the button
    assert.equal(await page.evaluate(() => document.activeElement.hash), "#filters");
    assert.ok((await page.locator(".filter-jump--first").boundingBox()).height > 20, "it is seen");
    await page.locator("[name=sort]").selectOption("newest");
    await said(page, "newest first");
    await page.locator("[name=sort]").selectOption("best");
    await page.waitForFunction(() => !document.querySelector("[role=status]").textContent.includes("newest"));
  }));

  test("without script the form leads to lists that lead to everything", () => visit("cases/", { javaScriptEnabled: false }, async (page) => {
    await page.locator("#find").fill("feedback");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=feedback$/);
    for (const name of ["Cases by theme", "What happened to recommendations", "Recommendations by department or service", "Cases by year", "Cases by group of students", "Projects by method", "Everything from A to Z"]) {
      assert.ok(await page.getByRole("link", { name, exact: true }).isVisible(), name);
    }
    assert.match(await page.locator("main").innerText(), /runs no scripts/);
    await page.getByRole("link", { name: /^Assessment and feedback/ }).click();
    await page.waitForURL(/themes\/assessment-and-feedback\//);
  }));
});

describe("the box on every page", () => {
  const visit = visits();
  const state = (page) => page.evaluate(() => {
    const input = document.activeElement, active = input.getAttribute("aria-activedescendant");
    return {
      id: input.id, value: input.value, open: input.getAttribute("aria-expanded"), options: document.querySelectorAll("[role=option]").length,
      active: active && document.getElementById(active).getAttribute("aria-selected") === "true" ? active : null,
      selected: document.querySelectorAll("[role=option][aria-selected=true]").length,
    };
  });
  const opened = (page) => page.locator("[role=listbox]").waitFor();

  test("loads nothing of search until a reader turns to it", () => visit("cases/cl-2018-01/", {}, async (page) => {
    const asked = [];
    page.on("request", (r) => asked.push(r.url()));
    await page.reload({ waitUntil: "networkidle" });
    assert.deepEqual(asked.filter((u) => u.includes("/search/")), []);
    await page.locator("#find").focus();
    await page.waitForRequest(/search\.js/, { timeout: 5000 }).catch(() => {});
    await page.waitForLoadState("networkidle");
    assert.deepEqual(asked.filter((u) => u.includes("/search/")).map((u) => u.split("/").pop()), ["search.js"]);
  }));

  test("is the combobox that the ARIA practices describe", () => visit("guide/respond/", {}, async (page) => {
    await page.keyboard.press("/");
    assert.equal((await state(page)).id, "find", "the shortcut");
    await page.keyboard.type("feedb");
    await opened(page);
    let s = await state(page);
    assert.equal(s.open, "true");
    assert.equal(s.active, null, "nothing is chosen until the reader does");
    await page.keyboard.press("ArrowDown");
    s = await state(page);
    assert.equal(s.active, "find-list0");
    assert.equal(s.selected, 1);
    await clean(page, "the open box");
    await page.keyboard.press("ArrowUp");
    assert.equal((await state(page)).active, null, "back in the field");
    await page.keyboard.press("ArrowUp");
    assert.equal((await state(page)).active, `find-list${s.options - 1}`, "and round to the last");
    await page.keyboard.press("Home");
    assert.equal((await state(page)).active, null, "Home is for the text");
    await page.keyboard.press("Escape");
    s = await state(page);
    assert.deepEqual([s.open, s.value], ["false", "feedb"]);
    await page.keyboard.press("Escape");
    assert.equal((await state(page)).value, "");
    await page.keyboard.type("/and");
    assert.equal((await state(page)).value, "/and", "in a field the stroke is a letter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.type("CL-2018-01");
    await page.locator("[role=option]").first().filter({ hasText: "CL-2018-01" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/cases\/cl-2018-01\/$/);
  }));

  test("Enter without a choice sends the form; leaving closes the list", () => visit("cases/", {}, async (page) => {
    await page.locator("#find").focus();
    await page.keyboard.type("trust");
    await opened(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("[role=listbox]").isVisible(), false);
    await page.locator("#find").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=trust$/);
    await found(page).filter({ hasText: "for “trust”" }).waitFor();
  }));

  test("says how many suggestions there are, and that there are none when a file is missing", () => visit("cases/", {}, async (page) => {
    await page.locator("#find").focus();
    await page.keyboard.type("feedback");
    await page.waitForFunction(() => /^\d+ suggestions$/.test(document.querySelector(".masthead [role=status]").textContent));
    await page.route("**/search/*/t*.json", (route) => route.abort());
    await page.locator("#find").fill("zebra");
    await page.waitForFunction(() => document.querySelector(".masthead [role=status]").textContent.includes("not available"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=zebra$/);
    page.spoilt = true;
  }));

  test("an option may be pressed with a finger", () => visit("", { hasTouch: true, viewport: { width: 390, height: 844 } }, async (page) => {
    await page.locator("#find-large").tap();
    await page.keyboard.type("trust");
    await opened(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.locator("[role=option]").first().tap();
    await page.waitForURL((u) => u.pathname !== "/");
  }));
});

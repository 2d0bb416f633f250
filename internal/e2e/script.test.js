// The theme, a redirect, and the page that is not there.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { redirect } from "./pages.js";
import { visits } from "./visit.js";

describe("the theme", () => {
  const visit = visits();
  const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  for (const [system, other] of [["light", "dark"], ["dark", "light"]]) {
    test(`a reader of a ${system} system chooses ${other}, which is remembered and never flashes`, () => visit("", { colorScheme: system }, async (page) => {
      const first = await paper(page);
      await page.getByRole("button", { name: other }).click();
      const chosen = await paper(page);
      assert.notEqual(chosen, first);
      // The first frame that a reader could see of the next pages.
      await page.addInitScript(() => requestAnimationFrame(() => {
        window.firstFrame = getComputedStyle(document.documentElement).backgroundColor;
      }));
      for (const at of ["cases/", "guide/respond/"]) {
        await page.goto(page.root + at);
        const firstFrame = await page.waitForFunction(() => window.firstFrame); // a busy machine draws it after all is loaded
        assert.equal(await firstFrame.jsonValue(), chosen);
        assert.equal(await paper(page), chosen);
      }
      await page.getByRole("button", { name: system }).click();
      assert.equal(await paper(page), first);
      assert.equal(await page.evaluate(() => localStorage.length), 0, "the system's own look is not kept");
    }));
  }
});

describe("a redirect", () => {
  const visit = visits();
  test("sends the browser on at once, and says where to for one that does not follow", () => visit(redirect.at, {}, async (page) => {
    await page.waitForURL(page.root + redirect.to);
    const text = await (await fetch(page.root + redirect.at)).text();
    assert.ok(text.includes(`<a href="../../${redirect.to}"`), text);
  }));
});

describe("an address that is not there", () => {
  const visit = visits();
  test("is answered in words, with styles and working links, however deep it is", () => visit("", {}, async (page) => {
    for (const at of ["nothing/", "nothing/at/all/"]) {
      const answer = await page.goto(page.root + at);
      assert.equal(answer.status(), 404);
      assert.match(await page.locator("h1").innerText(), /not (here|found)|no page/i);
      assert.deepEqual(page.faults.filter((f) => !f.includes("404")), []);
      await page.locator("main a").first().click();
      await page.waitForURL((url) => !url.pathname.includes("nothing"));
    }
    page.spoilt = true; // 404 was asked for
  }));
});

// What a reader meets first: the ways in on the front page, who was asked on a recommendation, the call to act of a department.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visits } from "./visit.js";

const top = (place) => place.first().evaluate((e) => e.getBoundingClientRect().top + scrollY);

describe("what matters comes first", () => {
  const visit = visits();
  const phone = { viewport: { width: 360, height: 780 } };

  for (const viewport of [{ width: 1280, height: 720 }, { width: 1366, height: 768 }, phone.viewport]) {
    test(`a way in is on the first screen of ${viewport.width} by ${viewport.height}`, () => visit("", { viewport }, async (page) => {
      const door = await page.locator(".doors h2").first().evaluate((e) => e.getBoundingClientRect().bottom);
      assert.ok(door < viewport.height, `it ends at ${door}`);
      assert.ok(await top(page.locator(".doors")) < await top(page.locator(".bulletin")), "notices come after it");
    }));
  }

  test("on a phone a recommendation says whom it asks before its authors' words, and leads to its siblings", () => visit("cases/cl-2021-03/r2/", phone, async (page) => {
    assert.ok(await top(page.locator(".side")) < await top(page.locator("#detail")));
    await page.getByRole("link", { name: "From the same project, further down" }).click();
    await page.waitForURL(/#others$/);
    assert.ok(await page.locator("#others").evaluate((e) => e.getBoundingClientRect().top < innerHeight));
  }));

  test("on a wide screen the siblings are in sight, and the sentence takes two lines", () => visit("cases/cl-2021-03/r2/", {}, async (page) => {
    assert.equal(await page.locator(".sibs__below").isVisible(), false);
    const lines = await page.locator("h1").evaluate((h) => h.getBoundingClientRect().height / parseFloat(getComputedStyle(h).lineHeight));
    assert.equal(Math.round(lines), 2);
  }));

  test("on a phone the page of a department says at once how to answer", () => visit("units/economics/", phone, async (page) => {
    const answer = page.getByText("Is this your department or service?");
    assert.ok(await answer.isVisible() && await top(answer) < await top(page.locator(".inbox")));
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.equal(await answer.isVisible(), false);
  }));
});

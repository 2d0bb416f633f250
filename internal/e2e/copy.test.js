// What a reader copies: a catalogue number comes whole, as it is written in messages and typed into the search box.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visits } from "./visit.js";

describe("a catalogue number is copied and read aloud whole", { concurrency: 2 }, () => {
  const visit = visits();
  const copied = (place) => place.evaluate((e) => {
    getSelection().selectAllChildren(e);
    return getSelection().toString();
  });

  for (const width of [1280, 360]) {
    test(`at ${width}`, () => visit("cases/cl-2018-01/r1/", { viewport: { width, height: 800 } }, async (page) => {
      assert.equal(await copied(page.locator(".spine")), "CL-2018-01/r1");
      assert.equal(await copied(page.locator(".mark-no").first()), "CL-2019-03/r3");
      assert.ok(await page.getByRole("link", { name: "CL-2019-03/r3", exact: true }).count() > 0, "the name of a link has the stroke");
    }));
  }
});

// The list of contents beside a text says where the reader is, however they came there.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visits } from "./visit.js";

// sections are the one that the list marks and the one that is read: the last whose heading is in the upper third, or above it.
function sections() {
  const links = [...document.querySelectorAll('[data-module="contents"] a')];
  const read = links.filter((a) => document.getElementById(a.hash.slice(1)).getBoundingClientRect().top < innerHeight / 3).at(-1);
  return { marked: links.filter((a) => a.ariaCurrent).map((a) => a.hash), read: read ? [read.hash] : [] };
}

const drawn = (page) => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))); }));

describe("the list of contents follows the reader", () => {
  const visit = visits();
  for (const height of [800, 420]) {
    test(`page by page and by a jump, in a window of ${height} px`, () => visit("cases/cl-2024-01/", { viewport: { width: 1280, height } }, async (page) => {
      const check = async (how) => {
        await drawn(page);
        const { marked, read } = await page.evaluate(sections);
        assert.deepEqual(marked, read, how);
      };
      await check("at the top");
      for (let step = 1; step <= 14; step++) {
        await page.evaluate(() => scrollBy(0, innerHeight * 0.875));
        await check(`step ${step}`);
      }
      for (const id of ["findings", "cite", "question", "sources"]) {
        await page.evaluate((id) => { location.hash = id; }, id);
        await check(`a jump to ${id}`);
        assert.equal((await page.evaluate(sections)).marked.length, 1);
      }
    }));
  }
});

// Tab through every kind of page: each stop in its order, seen, ringed and covered by nothing; then the skip link.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pages } from "./pages.js";
import { visits } from "./visit.js";

// drawn waits until the page has had a frame, in which scripts measure what can be scrolled and so takes the focus.
const drawn = (page) => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));

// stops numbers everything that Tab should reach, in the order of the page, and gives how many there are.
function stops() {
  const all = "a[href], button, input, select, textarea, summary, [tabindex], audio[controls], video[controls]";
  let n = 0;
  for (const e of document.querySelectorAll(all)) {
    const folded = e.parentElement.closest("details:not([open])") && !e.matches("details > summary");
    if (e.tabIndex >= 0 && !e.disabled && !folded && e.checkVisibility({ visibilityProperty: true })) e.dataset.stop = ++n;
  }
  return n;
}

// focus is where it is, and what is wrong with that; null when it is nowhere.
function focus() {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const faults = [];
  // A link over two lines has two boxes, and the middle of both may be outside either.
  const box = [...e.getClientRects()].find((b) => b.width > 0 && b.height > 0) ?? e.getBoundingClientRect();
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  if (right - left < 4 || bottom - top < 4) faults.push("is out of sight");
  else {
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!hit || !(e === hit || e.contains(hit) || hit.contains(e))) faults.push(`is covered by ${hit?.outerHTML.slice(0, 80)}`);
  }
  const look = getComputedStyle(e);
  if (look.outlineStyle === "none" || parseFloat(look.outlineWidth) < 2) faults.push("has no ring");
  return { stop: Number(e.dataset.stop), what: e.outerHTML.replace(/\s+/g, " ").slice(0, 120), faults };
}

// watch notes where the focus is whenever a key has done its work, which is when it comes up.
function watch(page) {
  return page.evaluate(`(() => {
    ${focus}
    window.walk = [];
    addEventListener("keyup", () => window.walk.push(focus()), true);
  })()`);
}

// tab presses Tab n times without waiting for each, as a reader does who holds the key, and gives what was noted.
async function tab(page, keys, n) {
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const sent = [];
  for (let i = 0; i < n; i++) {
    sent.push(keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key }), keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }));
  }
  await Promise.all(sent);
  return page.evaluate(() => window.walk.splice(0));
}

describe("the keyboard reaches everything", { concurrency: 2 }, () => {
  const visit = visits();
  for (const { name, at } of pages) {
    for (const width of [1280, 320]) {
      const options = { viewport: { width, height: 800 }, reducedMotion: "reduce" };
      test(`${name} at ${width}`, () => visit(at, options, async (page) => {
        const keys = await page.context().newCDPSession(page);
        await drawn(page);
        const expected = await page.evaluate(stops);
        assert.ok(expected > 10, `only ${expected} stops`);
        await watch(page);
        const walk = await tab(page, keys, expected);
        const faults = [];
        for (let n = 1; n <= expected && faults.length < 5; n++) {
          const at = walk[n - 1] ?? null;
          if (at === null) {
            faults.push(`focus leaves the page after ${n - 1} of ${expected} stops`);
            break;
          }
          if (at.stop !== n) faults.push(`stop ${n} is number ${at.stop} of the page: ${at.what}`);
          for (const fault of at.faults) faults.push(`stop ${n} ${fault}: ${at.what}`);
        }
        assert.deepEqual(faults, []);

        // After the last stop focus leaves the page, and comes back to its beginning.
        const one = async () => (await tab(page, keys, 1))[0] ?? page.evaluate(focus); // on its way out a key comes up elsewhere
        const first = (await one()) ?? (await one());
        assert.match(first.what, /class="skip"/, "the skip link is first");
        await page.keyboard.press("Enter");
        await page.waitForFunction(() => document.activeElement.id === "main"); // the skip link leads to the main text
        await one();
        assert.ok(await page.evaluate(() => document.activeElement.closest("main")), "and Tab goes on from there");
        await keys.detach();
      }));
    }
  }
});

describe("the menu of a phone", () => {
  const visit = visits();
  const options = { viewport: { width: 360, height: 780 }, reducedMotion: "reduce" };
  for (const back of [false, true]) {
    test(`covers nothing that Tab comes to${back ? ", backwards too" : ""}`, () => visit("guide/respond/", options, async (page) => {
      const keys = back ? "Shift+Tab" : "Tab";
      const menu = page.locator("#sitenav");
      await page.getByRole("button", { name: "Menu", exact: true }).focus();
      await page.keyboard.press("Enter");
      assert.ok(await menu.isVisible());
      const faults = (await page.evaluate(focus)).faults;
      let inMenu = 0;
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press(keys);
        const at = await page.evaluate(focus);
        if (at === null) break;
        faults.push(...at.faults.map((fault) => `${at.what} ${fault}`));
        if (await menu.evaluate((e) => e.contains(document.activeElement))) inMenu++;
      }
      assert.deepEqual(faults, []);
      if (!back) assert.equal(inMenu, 6, "the button that closes it and its five links come next");
    }));
  }

  test("focus goes from left to right and from row to row", () => visit("guide/respond/", options, async (page) => {
    const tops = await page.locator(".masthead").evaluate((head) => [...head.querySelectorAll("a, button, input")]
      .filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.getBoundingClientRect()).map((box) => [Math.round(box.top / 40), box.left]));
    assert.deepEqual(tops, tops.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    assert.equal(tops.length, 5);
  }));
});

// Narrow screens, zoom, wider text and small targets.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pages } from "./pages.js";
import { visits } from "./visit.js";

// At 200 % zoom a window of 1280 px is one of 640.
const windows = [{ width: 320, height: 640 }, { width: 640, height: 400 }, { width: 1280, height: 800 }];

// spread sets the text as WCAG 1.4.12 lets a reader set it, and takes that back.
function spread(on) {
  const sheet = new CSSStyleSheet();
  if (on) {
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-block-end: 2em !important }`);
  }
  document.adoptedStyleSheets = [sheet];
}

// overflows lists what makes the page scroll sideways, what sticks out of the window, and text that is cut off.
function overflows() {
  const faults = [];
  const root = document.documentElement;
  const scrolls = (e) => {
    for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const cut = (overflow) => ["hidden", "clip"].includes(overflow);
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide, the window ${root.clientWidth}`);
  for (const e of document.body.querySelectorAll("*")) {
    if (e.closest(".skip, svg") || !e.checkVisibility({ visibilityProperty: true })) continue;
    const box = e.getBoundingClientRect();
    if (box.width <= 1 || e.closest(".vh")) continue; // only for readers of speech
    const says = `<${e.localName} class="${e.getAttribute("class") ?? ""}"> ${e.textContent.trim().slice(0, 40)}`;
    if ((box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(e)) {
      faults.push(`sticks out (${Math.round(box.left)} to ${Math.round(box.right)}): ${says}`);
    }
    const look = getComputedStyle(e);
    if ((cut(look.overflowX) && e.scrollWidth > e.clientWidth + 1) || (cut(look.overflowY) && e.scrollHeight > e.clientHeight + 1)) {
      faults.push(`is cut off: ${says}`);
    }
  }
  return faults.slice(0, 5);
}

// targets lists what is smaller than 24 px in either direction and has no room around it (WCAG 2.5.8), links in sentences left out.
function targets() {
  const boxes = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
    .filter((e) => !e.closest(".vh, .skip") && e.checkVisibility({ visibilityProperty: true }))
    .map((e) => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 1);
  // A link is in a sentence if its paragraph, list item or cell has other words than those of links.
  const inSentence = (e) => {
    if (e.localName !== "a" || getComputedStyle(e).display !== "inline") return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const copy = block.cloneNode(true);
    for (const other of copy.querySelectorAll("a, button, .vh, svg")) other.remove();
    return /[\p{L}\p{N}]/u.test(copy.textContent);
  };
  const isSmall = ({ box }) => box.width < 23.5 || box.height < 23.5;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const faults = [];
  for (const one of boxes) {
    if (!isSmall(one) || inSentence(one.e)) continue;
    const [x, y] = middle(one);
    const near = boxes.find((other) => {
      if (other.e === one.e || other.e.contains(one.e) || one.e.contains(other.e)) return false;
      if (isSmall(other)) return Math.hypot(x - middle(other)[0], y - middle(other)[1]) < 24;
      const dx = Math.max(other.box.left - x, 0, x - other.box.right), dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      return Math.hypot(dx, dy) < 12;
    });
    if (near) {
      faults.push(`${Math.round(one.box.width)}×${Math.round(one.box.height)} px: ${one.e.outerHTML.slice(0, 100)} beside ${near.e.outerHTML.slice(0, 60)}`);
    }
  }
  return faults.slice(0, 5);
}

describe("nothing sticks out, is cut off or too small to hit", { concurrency: 2 }, () => {
  const visit = visits();
  for (const { name, at } of pages) {
    test(name, () => visit(at, {}, async (page) => {
      const faults = [];
      const add = (where, found) => faults.push(...found.map((fault) => `${where}: ${fault}`));
      for (const size of windows) {
        await page.setViewportSize(size);
        add(`${size.width} px`, await page.evaluate(overflows));
        add(`${size.width} px`, await page.evaluate(targets));
        await page.evaluate(spread, true);
        add(`${size.width} px, wider text`, await page.evaluate(overflows));
        await page.evaluate(spread, false);
      }
      assert.deepEqual(faults, []);
    }));
  }
});

// Some enlarge only the text, in the settings of their browser or telephone: the window stays as it is.
describe("text twice as large makes no page scroll sideways", { concurrency: 2 }, () => {
  const visit = visits();
  for (const { name, at } of pages) {
    test(name, () => visit(null, { viewport: { width: 360, height: 780 } }, async (page) => {
      const settings = await page.context().newCDPSession(page);
      await settings.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
      await page.goto(page.root + at);
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
      assert.deepEqual(await page.evaluate(overflows), []);
      await settings.detach();
    }));
  }
});

// What editors may type is longer than what the example holds.
describe("long words and many recommendations", () => {
  const visit = visits();
  for (const at of ["cases/cl-2018-01/r1/", "units/economics/"]) {
    for (const width of [320, 1280]) {
      test(`a word of 58 letters in a link of /${at} at ${width}`, () => visit(at, { viewport: { width, height: 800 } }, async (page) => {
        await page.evaluate(() => { for (const a of document.querySelectorAll(".trace a, .side a")) a.textContent = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"; });
        assert.deepEqual(await page.evaluate(overflows), []);
      }));
    }
  }

  for (const width of [320, 1280]) {
    test(`r10 stays on one line beside its sentence at ${width}`, () => visit("cases/cl-2023-01/", { viewport: { width, height: 800 } }, async (page) => {
      const faults = await page.locator(".rec .key-no").evaluateAll((keys) => keys.filter((key) => {
        key.textContent = "r10";
        const range = document.createRange();
        range.selectNodeContents(key);
        const words = key.parentElement.querySelector(".rec__text").getBoundingClientRect();
        return range.getClientRects().length !== 1 || range.getBoundingClientRect().right > words.left;
      }).length);
      assert.equal(faults, 0);
    }));
  }
});

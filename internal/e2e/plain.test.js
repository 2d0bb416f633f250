// Without script, on paper, and for those who ask for less motion.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pages } from "./pages.js";
import { visits } from "./visit.js";

// reading is what a reader is given: the words in sight and where links lead. Controls that only a script can serve are left out.
function reading() {
  for (const e of document.querySelectorAll("[data-module] button, button[data-module]")) e.remove();
  return {
    words: document.body.innerText.replace(/\s+/g, " ").trim(),
    links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href") + " " + a.textContent.trim()),
    hidden: [...document.querySelectorAll("[hidden]")].filter((e) => e.textContent.trim()).map((e) => e.outerHTML.slice(0, 100)),
  };
}

describe("without script the page says the same and leads to the same", { concurrency: 2 }, () => {
  const visit = visits();
  const at320 = { width: 320, height: 640 };

  for (const { name, at } of pages) {
    test(name, async () => {
      const read = async (page) => {
        const wide = await page.evaluate(reading);
        await page.setViewportSize(at320);
        return [wide, await page.evaluate(reading)];
      };
      const without = await visit(at, { javaScriptEnabled: false }, read);
      assert.deepEqual(without, await visit(at, {}, read));
      for (const { words, hidden } of without) {
        assert.ok(words.length > 200, "the page is empty");
        assert.deepEqual(hidden, [], "hidden until a script shows it");
      }
    });
  }

  test("the menu of a narrow screen opens", () => visit("", { javaScriptEnabled: false, viewport: at320 }, async (page) => {
    const link = page.locator("#sitenav a").first();
    assert.equal(await link.isVisible(), false);
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    assert.equal(await link.isVisible(), true);
    await link.click();
    await page.waitForURL(page.root + "guide/");
  }));
});

// onPaper lists what is printed and should not be, and links whose address is missing.
function onPaper() {
  const faults = [];
  for (const e of document.querySelectorAll(".masthead nav, .masthead form, .footer nav, .skip, button")) {
    if (e.checkVisibility()) faults.push(`is printed: ${e.outerHTML.slice(0, 80)}`);
  }
  if (!document.querySelector("main h1").checkVisibility()) faults.push("the title is not printed");
  for (const a of document.querySelectorAll('main a[href^="http"]')) {
    const address = a.getAttribute("href");
    const shown = a.textContent + getComputedStyle(a, "::after").content;
    if (a.checkVisibility() && !shown.includes("attr(href)") && !shown.includes(address) && !shown.includes(address.replace(/^https?:\/\//, ""))) {
      faults.push(`is printed without its address: ${a.outerHTML.slice(0, 100)}`);
    }
  }
  for (const e of document.querySelectorAll(".cross :is(th, td)")) {
    const { position, backgroundColor } = getComputedStyle(e); // a cell with paper of its own hides the rule below it
    if (position !== "static" || backgroundColor !== "rgba(0, 0, 0, 0)") faults.push(`lies over the rules: ${e.outerHTML.slice(0, 80)}`);
  }
  const { color, backgroundColor } = getComputedStyle(document.body);
  if (color !== "rgb(0, 0, 0)") faults.push(`the ink is ${color}`);
  if (!["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(backgroundColor)) faults.push(`the paper is ${backgroundColor}`);
  return faults;
}

describe("on paper", { concurrency: 2 }, () => {
  const visit = visits();
  for (const { name, at } of pages) {
    test(name, () => visit(at, { colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.deepEqual(await page.evaluate(onPaper), []);
      const words = (await page.locator("main").innerText()).split(/\s+/).length;
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
      await page.emulateMedia({ media: "screen" });
      const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      const most = 3 + Math.ceil(words / 120); // a list has few words to a sheet
      assert.ok(sheets >= 1 && sheets <= most, `${sheets} sheets for ${words} words, at most ${most} were expected`);
    }));
  }
});

describe("less motion", () => {
  const visit = visits();
  for (const at of ["", "guide/respond/", "cases/"]) {
    test("/" + at, () => visit(at, { reducedMotion: "reduce" }, async (page) => {
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => {
        const look = getComputedStyle(e);
        return look.animationName !== "none" || parseFloat(look.transitionDuration) > 0.01 || look.scrollBehavior === "smooth";
      }).map((e) => e.outerHTML.slice(0, 100))), []);
    }));
  }
});

// What every published page is, and that the table of page types is whole.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { files, layouts, pages, redirect, searching, site } from "./pages.js";

const published = files();
const html = published.filter((f) => f.endsWith(".html")).map((file) => ({ file, text: readFileSync(site + file, "utf8") }));

test("every layout has a page in the table, and every address of the table is published", () => {
  const rows = [...pages, redirect, searching];
  assert.deepEqual(layouts().filter((l) => !rows.some((row) => row.layout === l)), [], "layouts without a row in pages.js");
  assert.deepEqual([...new Set(rows.map((row) => row.layout))].filter((l) => !layouts().includes(l)), [], "rows without a layout");
  assert.deepEqual(rows.map((row) => row.at.replace(/(^|\/)$/, "$1index.html")).filter((f) => !published.includes(f)), [], "not published");
});

test("titles are unique and end with the site's name", () => {
  const seen = new Map();
  const faults = [];
  for (const { file, text } of html) {
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "";
    if (seen.has(title)) faults.push(`${file} and ${seen.get(title)} are both called “${title}”`);
    if (!title.includes("Partnership Library")) faults.push(`${file}: “${title}” does not name the site`);
    seen.set(title, file);
  }
  assert.deepEqual(faults, []);
});

test("a page has a language, one h1, and headings without a gap", () => {
  const faults = [];
  for (const { file, text } of html) {
    const levels = [...text.matchAll(/<h([1-6])[\s>]/g)].map((m) => Number(m[1]));
    if (!/<html lang="[a-zA-Z-]+"/.test(text)) faults.push(`${file}: no language`);
    if (levels.filter((l) => l === 1).length !== 1) faults.push(`${file}: ${levels.filter((l) => l === 1).length} h1`);
    const gap = levels.slice(levels.indexOf(1)).findIndex((l, i, all) => i > 0 && l > all[i - 1] + 1);
    if (gap > 0) faults.push(`${file}: heading ${gap + 1} skips a level`);
  }
  assert.deepEqual(faults, []);
});

test("nothing is inline, and nothing comes from elsewhere", () => {
  const faults = [];
  for (const { file, text } of html) {
    const markup = text.replace(/<pre[\s\S]*?<\/pre>/g, "");
    for (const [rule, found] of [
      ["an inline script", /<script(?![^>]*\b(?:src=|type="(?:application\/(?:ld\+)?json)"))[^>]*>/],
      ["an inline style", /<style[\s>]|<[a-z][^>]*\sstyle=/],
      ["an inline handler", /<[a-z][^>]*\son[a-z]+=/],
      ["something loaded from elsewhere", /<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\s(?:src|srcset)="(?:https?:)?\/\/|<link\b[^>]*rel="(?:stylesheet|icon|preload|modulepreload|preconnect|dns-prefetch)"[^>]*href="(?:https?:)?\/\//],
    ]) {
      const at = found.exec(markup);
      if (at) faults.push(`${file}: ${rule}: ${at[0].slice(0, 120)}`);
    }
  }
  assert.deepEqual(faults, []);
});

test("no page is above 300 KB of HTML", () => {
  assert.deepEqual(html.filter(({ text }) => Buffer.byteLength(text) > 300_000).map(({ file }) => file), []);
});

// A heading is enough for a few lines in the margin: who moves by landmarks wants the parts of the page.
test("the short lists in the margin are no landmarks", () => {
  const faults = html.flatMap(({ file, text }) => [...text.matchAll(/<section class="side" aria-label[^>]*>/g)].map((m) => `${file}: ${m[0]}`));
  assert.deepEqual(faults.filter((fault) => !fault.includes('"studied"')), []);
});

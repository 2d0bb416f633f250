// What search.js promises to whoever imports it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { here } from "../pages.js";
import { asked, index, script, search, spoilt } from "./client.js";

const packed = (text) => gzipSync(text, { level: 9 }).length;

describe("search.js", () => {
  test("is small, builds no markup and runs no text", (t) => {
    const code = script.slice(script.indexOf("\n") + 1);
    t.diagnostic(`${packed(script)} bytes`);
    assert.ok(packed(script) <= 12 * 1024, `${packed(script)} bytes with gzip`);
    for (const word of ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "new RegExp", "**.5", "Math.pow"]) {
      assert.ok(!code.includes(word), word);
    }
  });

  test("answers in the shape that is promised", async () => {
    const { total, results, facets } = await search("assessment feedback", { limit: 5 });
    assert.equal(results.length, 5);
    assert.ok(total >= 5);
    for (const r of results) {
      for (const k of ["url", "title", "kind", "summary", "snippet"]) assert.equal(typeof r[k], "string", k);
      assert.equal(typeof r.score, "number");
    }
    assert.ok(results.some((r) => /feedback|assess/i.test(r.snippet)));
    for (const counts of Object.values(facets)) for (const n of Object.values(counts)) assert.ok(Number.isInteger(n) && n >= 0);
  });

  test("goes on where the last page ended, and orders by date", async () => {
    const [all, first, second] = [await search("students", { limit: 10 }), await search("students", { limit: 5 }), await search("students", { limit: 5, offset: 5 })];
    assert.deepEqual([...first.results, ...second.results].map((r) => r.url), all.results.map((r) => r.url));
    const newest = await search("students", { limit: 10, sort: "newest" });
    assert.equal(newest.total, all.total);
    assert.notDeepEqual(newest.results.map((r) => r.url), all.results.map((r) => r.url));
  });

  test("filters: one or another value of a facet, and so for each facet; counts are what a value would show", async () => {
    const open = await search("students", { limit: 1 });
    const values = Object.entries(open.facets.theme).filter(([, n]) => n > 0).slice(0, 2);
    const [[one, n]] = values;
    assert.equal((await search("students", { filters: { theme: one } })).total, n, "what was counted is found");
    const both = await search("students", { filters: { theme: values.map(([v]) => v) } });
    assert.ok(both.total >= n && both.total <= values[0][1] + values[1][1], "or");
    assert.deepEqual(both.facets.theme, open.facets.theme, "a facet's own counts stay as they were");
    const [kind, k] = Object.entries(both.facets.kind).find(([, n]) => n > 0);
    assert.equal((await search("students", { filters: { theme: values.map(([v]) => v), kind: [kind] } })).total, k, "and");
    assert.equal((await search("", { filters: { theme: [one] } })).total, (await search("")).facets.theme[one], "without words");
    assert.equal((await search("students", { filters: { nothing: ["x"], __proto__: ["y"] } })).total, open.total, "what is no facet is not filtered by");
  });

  test("a number typed goes first", async () => {
    for (const q of ["CL-2023-01/r2", "cl 2023 01 r2", "CL2023-01R2"]) assert.match((await search(q)).results[0].url, /^cases\/cl-2023-01\/r2\//);
  });

  test("bears whatever is typed", async () => {
    for (const q of ["(a+)+$", "[", "\\", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "__proto__", "constructor", "toString hasOwnProperty", "🎓👩‍🎓", "עברית עם מילים",
      "العربية", "日本語", "\u0000\u202e", "\ud800", "a".repeat(10000), "feedback ".repeat(2000), "-".repeat(10000), "’s ’s ’s", "%", "' OR 1=1 --"]) {
      const start = performance.now();
      await search(q, { limit: 3 });
      assert.ok(performance.now() - start < 2000, q.slice(0, 30));
    }
    assert.equal((await search("quantum entanglement")).total, 0);
  });

  test("a file that is missing or cut is an error, and the next try may do", async () => {
    // A root of its own is not needed: the files are those that no test has asked for.
    const unread = async (q) => { asked.length = 0; await search(q, { limit: 1 }); return asked.find((n) => n.startsWith("t")); };
    for (const instead of ['{"w":"a b","d":"', '{"w":"a b","d":"a","s":"","x":""}', "null", "", new TypeError("fetch failed")]) {
      let tried = false;
      for (const q of ["zebra", "kayak", "quilt", "wombat", "yoghurt", "janitor", "umbrella", "oxygen", "violin", "harbour", "nectar", "igloo", "lantern", "marble", "pelican", "rucksack"]) {
        for (let i = 0; i < index.terms.split(" ").length; i++) spoilt.set(`t${i}.json`, instead);
        const outcome = await search(q, { limit: 1 }).then(() => "found", () => "failed");
        spoilt.clear();
        if (outcome === "found") continue; // its shard had been read before
        await unread(q);
        tried = true;
        break;
      }
      assert.ok(tried, "every shard had been read before");
    }
  });
});

describe("the queries of the example library", () => {
  const list = JSON.parse(readFileSync(here + "../search/testdata/library.json", "utf8"));
  for (const { q, want, first, each = {} } of list) {
    test(q, async () => {
      const { total, results } = await search(q);
      for (const [url, places] of Object.entries(each)) {
        const at = results.findIndex((r) => r.url === url);
        assert.ok(at >= 0 && at < places, `${url} is not among the first ${places}`);
      }
      const found = results.slice(0, 3).map((r) => r.url + (r.anchor ? "#" + r.anchor : ""));
      if (!want?.length) return assert.equal(total, 0, found.join(" "));
      const good = first ? found.slice(0, 1) : found;
      assert.ok(want.some((w) => good.some((f) => f.startsWith(w))), `${found.join(" ")} instead of ${want.join(" or ")}`);
    });
  }
});

// The modules of the client against what the builder's own code says: words and their keys, and a small index with its rankings.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

const data = new URL("../../search/testdata/", import.meta.url), source = new URL("../../../static/js/search/", import.meta.url);
const read = (name) => readFileSync(new URL(name, data), "utf8");

const files = new Map(read("tiny.txt").split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
globalThis.INDEX = JSON.parse(files.get("start"));
globalThis.fetch = async (address) => {
  const text = files.get(String(address).slice(String(address).indexOf(INDEX.dir)));
  return { ok: text !== undefined, json: async () => JSON.parse(text) };
};

const { words, stop } = await import(new URL("words.js", source));
const { stem } = await import(new URL("stem.js", source));
const { ready } = await import(new URL("files.js", source));
const { ranked } = await import(new URL("answer.js", source));
await ready(() => 0); // the root is there

describe("words are as the builder makes them", () => {
  const { terms, keys, stop: stops } = JSON.parse(read("words.json"));
  test("words of texts", () => {
    for (const [text, want] of terms) assert.equal(words(text).map(([w, kind]) => ["", "+", "="][kind] + w).join(" "), want, text);
  });
  test("keys of words", () => {
    for (const [word, want] of keys) assert.equal(stem(word), want, word);
  });
  test("stop words", () => {
    for (const word of stops.split(" ")) assert.ok(stop(word), word);
    for (const word of ["feedback", "all", "other", "constructor"]) assert.ok(!stop(word), word);
  });
});

describe("rankings are as the builder makes them, to the last bit", () => {
  for (const { q, filters = {}, total, hits } of JSON.parse(read("ranking.json"))) {
    test(JSON.stringify(q) + (Object.keys(filters).length ? " " + JSON.stringify(filters) : ""), async () => {
      const r = await ready(() => ranked(q, { filters }));
      assert.equal(r.hits.length, total);
      assert.deepEqual(r.hits.map(({ doc, score, section }) => ({ doc, score, section })), hits ?? []);
    });
  }
});

// Which sentence of a text is shown.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.INDEX = { english: true, spellings: {} };
const { snippet } = await import(new URL("../../../static/js/search/snippet.js", import.meta.url));
const terms = new Map([["loop", { unit: 0, worth: 1 }]]);

for (const [what, text, want] of [
  ["the sentence that has the word", "We asked them. The loop was closed. Then we left.", "The loop was closed. Then we left."],
  ["an initial ends no sentence", "Watson, S. (2003) ‘Closing the loop’, pp. 145–157.", "Watson, S. (2003) ‘Closing the loop’, pp. 145–157."],
  ["nor does a point before a small letter", "It is e.g. the loop. Other words.", "It is e.g. the loop. Other words."],
  ["a quotation ends its sentence", "“Why?” The loop is open.", "The loop is open."],
  ["a block has its own sentences", "One\nThe loop\nThree", "The loop"],
  ["nothing met is the beginning", "First words. More.", "First words. More."],
  ["ten thousand points take no time", ".".repeat(10000) + " the loop", undefined],
  ["nor do capitals and spaces", "A. ".repeat(4000) + " ".repeat(4000) + "The loop", undefined],
]) {
  test(what, () => {
    const began = performance.now(), got = snippet({ s: "", h: [], x: [text] }, -1, terms);
    assert.ok(performance.now() - began < 1000);
    if (want !== undefined) assert.equal(got, want);
  });
}

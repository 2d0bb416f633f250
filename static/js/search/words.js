// Words as search compares them. The builder does the same by the same rules: internal/search/FORMAT.md, "Words".
import { stem } from "./stem.js";

const letter = /[\p{L}\p{N}]/u, capital = /\p{Lu}/u, small = /\p{Ll}/u, apostrophe = /['’‘ʼ]/, hyphen = /[-_‐‑–]/;
const latin = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ħ: "h", ı: "i", ŋ: "ng", ŧ: "t", ĸ: "k", ƒ: "f", ɓ: "b",
  ɗ: "d", ƙ: "k", ς: "σ",
};
const longest = 40; // characters of a word that count

export const SINGLE = 0, PART = 1, WHOLE = 2;

// words gives the words of a text, folded, each with how it stands there: alone, as a part of a compound, or as the compound
// written as one word.
export function words(text) {
  if (/[^\0-\x7f]/.test(text)) text = text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
  const chars = [...text], out = [];
  const is = (kind, i) => i < chars.length && kind.test(chars[i]);
  let parts = [], afterSmall = false;
  const clip = (word) => word.length > longest ? [...word].slice(0, longest).join("") : word;
  const flush = () => {
    if (parts.length > 1) {
      for (const part of parts) out.push([clip(part), PART]);
      const whole = parts.join("");
      if ([...whole].length <= longest) out.push([whole, WHOLE]);
    } else if (parts.length) out.push([clip(parts[0]), SINGLE]);
    parts = [];
    afterSmall = false;
  };
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i];
    if (letter.test(c)) {
      if (!parts.length || afterSmall && capital.test(c)) parts.push("");
      afterSmall = small.test(c);
      const lower = c.toLowerCase();
      parts[parts.length - 1] += latin[lower] ?? lower;
    } else if (!parts.length) continue;
    else if (apostrophe.test(c) && is(/[sS]/, i + 1) && !is(letter, i + 2)) i++;
    else if (apostrophe.test(c) && is(letter, i + 1)) continue;
    else if (hyphen.test(c) && is(letter, i + 1)) {
      parts.push("");
      afterSmall = false;
    } else flush();
  }
  flush();
  return out;
}

// stop reports a word that is left out.
export const stop = (word) => ` ${INDEX.stop} `.includes(` ${word} `);

// key is what the forms of a word have in common.
export const key = (word) => INDEX.english ? stem(word) : word;

export const length = (word) => [...word].length;

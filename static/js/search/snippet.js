// Which words of a text the query met, and the sentence that shows it best.
import { key, words } from "./words.js";

// A word as it stands in a text, with what may be inside it.
const spans = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‘ʼ_‐‑–-](?=[\p{L}\p{N}]))*/gu;
const room = 230; // characters of a snippet

const seen = new Map();

// keysOf are the keys of one word of a text, remembered because texts repeat them.
function keysOf(span) {
  let keys = seen.get(span);
  if (!keys) {
    if (seen.size > 20000) seen.clear();
    seen.set(span, keys = words(span).map(([w]) => key(w)));
  }
  return keys;
}

// sought are the terms of the units of a query, each with its unit's number and what it is worth there.
export function sought(units) {
  const out = new Map();
  units.forEach((u, unit) => {
    for (const a of u.alts) {
      for (const t of a.terms) {
        const worth = a.weight * (u.worth || 1);
        if (!(out.get(t)?.worth > worth)) out.set(t, { unit, worth });
      }
    }
  });
  return out;
}

// marked divides a text into pieces that met the query and others: [text, met].
export function marked(text, terms) {
  const out = [];
  let from = 0;
  for (const m of text.matchAll(spans)) {
    if (!keysOf(m[0]).some((k) => terms.has(k))) continue;
    if (m.index > from) out.push([text.slice(from, m.index), false]);
    out.push([m[0], true]);
    from = m.index + m[0].length;
  }
  if (from < text.length) out.push([text.slice(from), false]);
  return out;
}

// worthOf is how much of the query a text says, each word once.
function worthOf(text, terms) {
  const best = [];
  for (const [span] of text.matchAll(spans)) {
    for (const k of keysOf(span)) {
      const t = terms.get(k);
      if (t && !(best[t.unit] >= t.worth)) best[t.unit] = t.worth;
    }
  }
  let sum = 0;
  for (const b of best) sum += b || 0;
  return sum;
}

// A sentence ends before a capital, and not behind an initial: S. Watson (2003).
const sentences = (text) => text.split("\n").map((block) => block.split(/(?=["‘“(]?\p{Lu})(?<=(?<!\b\p{L})[.!?]["’”)\]]*\s+)/u));

// snippet is the part of a document that answers best: of the section, if that says any of the words, else of all.
export function snippet(doc, section, terms) {
  const own = section >= 0 && doc.x[section + 1] || "";
  const best = bestOf([own], terms) || bestOf([doc.s, ...doc.x], terms) || own || doc.s || doc.x.find((t) => t) || "";
  return cut(best.trim().replace(/\s+/g, " "), terms);
}

function bestOf(texts, terms) {
  let best = 0, out = "";
  for (const text of texts) {
    for (const block of sentences(text)) {
      block.forEach((sentence, i) => {
        const worth = worthOf(sentence, terms);
        if (worth <= best) return;
        best = worth;
        out = sentence;
        for (let j = i + 1; j < block.length && out.length + block[j].length <= room; j++) out += block[j];
      });
    }
  }
  return out;
}

// cut shortens a text to the room there is, around the first word that met.
function cut(text, terms) {
  if (text.length <= room) return text;
  const [first, second] = marked(text, terms), at = first[1] || !second ? 0 : first[0].length;
  const from = at < 160 ? 0 : text.indexOf(" ", at - 80) + 1, rest = text.slice(from);
  return (from ? "… " : "") + (rest.length > room ? rest.slice(0, room).replace(/[^\p{L}\p{N}]+[^ ]*$/u, "") + " …" : rest);
}

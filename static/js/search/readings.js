// What each word of a query may be read as: FORMAT.md, "Query".
import { beginnings, shardOf, spelling, sqrt, term, wanted } from "./terms.js";
import { PART, WHOLE, key, length, stop, words } from "./words.js";

const mostWords = 24; // words of a query that count

// read takes a query apart into units, each with its alternatives: {terms, weight, joined}.
export function read(query) {
  const all = wordsOf(query), list = all.slice(0, mostWords);
  const { units, at } = unitsOf(query, list);
  wanted([...list.flatMap((w) => w.stop ? [] : w.whole ? [w.key, w.whole] : [w.key]), ...units.filter((u) => u.open).map((u) => u.word)]);
  let n = 0;
  for (const w of list) {
    if (w.stop) continue;
    const u = units[at[n++]];
    if (!u.alts.length) offer(u, [u.key], 1);
    if (w.whole) offer(u, [w.whole], 1);
  }
  n = 0;
  list.forEach((w, i) => {
    if (w.stop) return;
    const u = n++, next = list[i + 1], together = next && key(w.word + next.word);
    if (!next || next.stop || w.whole && w.whole === next.whole || shardOf(together) !== shardOf(w.key)) return;
    for (const k of [u, n]) offer(units[at[k]], [together], 0.5, true);
  });
  synonyms(units, at);
  const corrected = [], unknown = [];
  for (const u of units) {
    const alone = u.alts.length === 1 && exact(u);
    begun(u);
    if (!u.alts.length || alone && u.alts.length === 1 && term(u.key).df <= 1) {
      const instead = near(u);
      if (!alone && instead) corrected.push([u.word, instead]);
    }
    if (!u.alts.length) shorter(u);
    if (!u.alts.length) unknown.push(u.word);
  }
  return { list, units, corrected, unknown, cut: all[mostWords] };
}

function wordsOf(query) {
  const out = [];
  let parts = 0;
  for (const [word, kind] of words(query)) {
    if (kind === WHOLE) {
      for (let i = out.length - parts; i < out.length; i++) out[i].whole = key(word);
      parts = 0;
      continue;
    }
    parts = kind === PART ? parts + 1 : 0;
    out.push({ word, key: key(word), stop: stop(word), whole: "" });
  }
  return out;
}

// unitsOf joins words of one key; at tells for every word that is no stop word its unit.
function unitsOf(query, list) {
  const units = [], at = [], open = /[\p{L}\p{N}]$/u.test(query);
  list.forEach((w, i) => {
    if (w.stop) return;
    let n = units.findIndex((u) => u.key === w.key);
    if (n < 0) n = units.push({ word: w.word, key: w.key, open: false, alts: [], has: new Set() }) - 1;
    if (open && i === list.length - 1) Object.assign(units[n], { word: w.word, open });
    at.push(n);
  });
  return { units, at };
}

// offer adds a reading if the index has all of its terms.
function offer(u, terms, weight, joined) {
  const same = terms.join(" ");
  if (u.has.has(same) || !terms.every(term)) return false;
  u.has.add(same);
  return u.alts.push({ terms, weight, joined });
}

// exact reports a word that the index has.
const exact = (u) => u.alts[0]?.terms[0] === u.key;

function synonyms(units, at) {
  for (const group of INDEX.synonyms) {
    const phrases = group.split("|");
    for (const phrase of phrases) {
      const said = phrase.split(" ");
      for (let from = 0; from + said.length <= at.length; from++) {
        if (!said.every((k, i) => units[at[from + i]].key === k)) continue;
        const others = phrases.filter((p) => p !== phrase).map((p) => p.split(" "));
        wanted(others.flat());
        for (const other of others) for (const i of at.slice(from, from + said.length)) offer(units[i], other, 0.8);
      }
    }
  }
}

// begun finds what a word that is still being typed may become.
function begun(u) {
  const typed = length(u.word);
  if (!u.open || typed < 2) return;
  const p = exact(u) ? 0.3 : 0.9;
  for (const t of beginnings(u.word)) {
    if (t !== u.key) offer(u, [t], p * sqrt(typed / length(t)));
  }
}

// shorter finds, for a last word that is nothing else, the longest term that it begins with: the stem of what it will be.
function shorter(u) {
  const typed = [...u.word], most = typed.length;
  for (let n = most - 1; u.open && n >= 4 && n >= most - 4; n--) {
    if (offer(u, [typed.slice(0, n).join("")], 0.9 * sqrt(n / most))) return;
  }
}

// near offers the words nearest to one that the index does not have, and gives the likeliest.
function near(u) {
  const typed = [...u.word];
  if (typed.length < 4) return;
  const far = typed.length >= 8 ? 2 : 1;
  let best = nearest(u, typed, typed[0], far);
  if (!best.found.length && typed[1] !== typed[0]) best = nearest(u, typed, typed[1], far);
  const found = best.found.sort((a, b) => b.df - a.df);
  wanted(found.slice(0, 5).map((c) => key(c.word)));
  let taken = 0;
  for (const c of found) {
    if (offer(u, [key(c.word)], best.far === 2 ? 0.5 : 0.8) && ++taken === 5) break;
  }
  if (taken) return found[0].word;
}

function nearest(u, typed, first, far) {
  let found = [];
  for (const c of spelling(first)) {
    const d = apart(typed, c.chars ??= [...c.word], far);
    if (d > far || key(c.word) === u.key) continue;
    if (d < far) {
      far = d;
      found = [];
    }
    found.push(c);
  }
  return { found, far };
}

// apart is the distance of two words in edits of one character, two neighbours that change places being one; above far it is more
// than far.
function apart(a, b, far) {
  if (Math.abs(a.length - b.length) > far) return far + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Further than far from the diagonal nothing can be near enough.
    const from = Math.max(1, i - far), to = Math.min(b.length, i + far);
    row[from - 1] = from > 1 ? far + 1 : i;
    let least = row[from - 1];
    for (let j = from; j <= to; j++) {
      let d = last[j - 1];
      if (a[i - 1] !== b[j - 1]) {
        d = Math.min(d, row[j - 1], j < i + far ? last[j] : far) + 1;
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      }
      row[j] = d;
      if (d < least) least = d;
    }
    if (least > far) return least;
    [before, last, row] = [last, row, before];
  }
  return last[b.length];
}

const rows = [[], [], []];

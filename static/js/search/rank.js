// The documents that a query is about, the best first: FORMAT.md, "Score". Every sum is made in the order written there, so that
// the builder's own ranking gives the same numbers.
import { file, reader } from "./files.js";
import { read } from "./readings.js";
import { idf, sqrt, term } from "./terms.js";
import { WHOLE, words } from "./words.js";

let last = {};

// find gives the hits, {doc, score, section}, and how the query was read.
export function find(text) {
  const query = [...text.slice(0, 1200)].slice(0, 300).join("");
  if (last.query !== query) last = { query, ...answer(query) };
  return last;
}

function answer(query) {
  const reading = read(query);
  if (!reading.list.length) return { ...reading, hits: query.trim() ? [] : everything() };
  const hits = score(reading.units);
  typed(query, hits);
  hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { ...reading, hits };
}

// months are the dates of all documents.
export function months() {
  const f = file("facets");
  if (!f.dates) {
    const r = reader(f.months);
    f.dates = Array.from({ length: INDEX.n }, () => 91 * r.symbol() + r.symbol());
  }
  return f.dates;
}

function everything() {
  const dates = months();
  return dates.map((_, doc) => ({ doc, score: 0, section: -1 })).sort((a, b) => dates[b.doc] - dates[a.doc]);
}

// typed raises the documents whose number or key the query is.
function typed(query, hits) {
  const k = words(query).filter(([, kind]) => kind !== WHOLE).map(([w]) => w).join(""), n = [...k].length;
  if (n < 2 || n > 24 || !/[0-9]/.test(k)) return;
  for (const { doc } of term("#" + k)?.all ?? []) {
    let hit = hits.find((h) => h.doc === doc);
    if (!hit) hits.push(hit = { doc, score: 0 });
    hit.score += 1e6;
    hit.section = -1;
  }
}

// postings are the documents that have all terms of an alternative.
function postings(alt) {
  const [list, ...rest] = alt.terms.map((t) => term(t).all);
  if (!rest.length) return list;
  let out = list.map((p) => ({ ...p }));
  for (const more of rest) {
    const at = new Map(more.map((p) => [p.doc, p]));
    out = out.filter((p) => {
      const q = at.get(p.doc);
      if (!q) return false;
      p.score += q.score;
      if (p.title) p.title = q.title;
      p.places = p.places.filter(([h]) => q.places.some(([g]) => g === h));
      return true;
    });
  }
  for (const p of out) p.score /= alt.terms.length;
  return out;
}

function worth(u) {
  if (!u.alts.length) return 0.3 * idf(0);
  let most = 0;
  for (const a of u.alts) {
    if (a.joined && a !== u.alts[0]) continue;
    let sum = 0;
    for (const t of a.terms) sum += term(t).idf;
    most = Math.max(most, a.weight * (sum / a.terms.length));
  }
  return most;
}

// What is known of each document while a query is answered, kept from query to query because there may be many.
const tally = [];
let round = 0;

function entry(doc, docs) {
  const f = tally[doc] ??= { doc };
  if (f.round !== round) {
    docs.push(f);
    // Of the whole query; unit, score and length are of the word at hand.
    Object.assign(f, { round, sum: 0, matched: 0, inTitle: 0, units: 0, title: 0, unit: -1, score: 0, length: 0, heads: null });
  }
  return f;
}

function score(units) {
  const docs = [];
  let query = 0, most = 0;
  round++;
  units.forEach((u, n) => {
    u.worth = worth(u);
    query += u.worth;
    const met = [];
    for (const a of u.alts) {
      for (const p of postings(a)) {
        const f = entry(p.doc, docs), s = a.weight * p.score;
        if (f.unit !== n) {
          f.unit = n;
          f.score = f.length = 0;
          met.push(f);
        }
        if (s > f.score) f.score = s;
        if (p.title && (!f.length || p.title < f.length)) f.length = p.title;
        for (const place of p.places) inHeading(f, place, u.worth, n);
      }
    }
    for (const f of met) {
      f.sum += f.score;
      f.matched += u.worth;
      if (f.matched > most) most = f.matched;
      if (f.length) {
        f.inTitle += u.worth;
        f.units++;
        if (!f.title || f.length < f.title) f.title = f.length;
      }
    }
  });
  return docs.filter((f) => f.matched >= 0.2 * most).map((f) => hitOf(f, query));
}

function inHeading(f, [heading, length], worth, n) {
  f.heads ??= [];
  const h = f.heads[heading] ??= { worth: 0, units: 0, length, unit: -1 };
  if (h.unit === n) return;
  h.unit = n;
  h.length = length;
  h.units++;
  h.worth += worth;
}

function hitOf(f, query) {
  let bonus = 0, section = -1;
  f.heads?.forEach((h, heading) => {
    const c = h.worth / query, v = c * c * Math.min(1, h.units / h.length);
    if (v > bonus) {
      bonus = v;
      section = c >= 0.33 ? heading : -1;
    }
  });
  if (f.units) {
    const c = f.inTitle / query;
    bonus = 0.4 * c * c * sqrt(Math.min(1, f.units / f.title)) + bonus;
  }
  return { doc: f.doc, score: f.sum * sqrt(f.matched / query) + 2 * query * bonus, section };
}

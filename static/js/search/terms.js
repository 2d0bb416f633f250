// Terms and their documents, and the words for spelling, from the shards.
import { file, need, reader, there } from "./files.js";

let bounds;

// firstOf is the place of the first member of a sorted list that is so, its length without one.
function firstOf(list, so) {
  let low = 0, high = list.length;
  while (low < high) {
    const mid = low + high >> 1;
    if (so(list[mid])) high = mid;
    else low = mid + 1;
  }
  return low;
}

// shardOf is the shard in which a term stands, if anywhere.
export function shardOf(term) {
  bounds ??= INDEX.terms.split(" ");
  return Math.max(firstOf(bounds, (b) => b > term) - 1, 0);
}

function shard(i) {
  if (!INDEX.n) return { terms: [] };
  const s = file("t" + i);
  if (!s.terms) {
    const lists = [s.w, s.d, s.s, s.x].map((list) => list.split(" "));
    if (lists.some((l) => l.length !== lists[0].length)) throw new Error("damaged");
    s.whole = lists[0].map((t) => t[0] === "-");
    s.terms = lists[0].map((t) => t.replace(/^-/, ""));
    s.lists = lists;
    s.read = [];
  }
  return s;
}

// at is where a term stands or would stand in a shard.
const at = (s, term) => firstOf(s.terms, (t) => t >= term);

// term is the list of a term's postings, undefined when the index does not have it.
export function term(t) {
  const s = shard(shardOf(t)), i = at(s, t);
  if (s.terms[i] === t) return s.read[i] ??= unpack(s.lists[1][i], s.lists[2][i], s.lists[3][i]);
}

// wanted asks at once for the shards of several terms.
export const wanted = (terms) => INDEX.n && need([...new Set(terms.map((t) => "t" + shardOf(t)))]);

// range is the shards over which the terms with one beginning reach, none when they are too many.
function range(word) {
  const out = [shardOf(word)];
  for (let i = out[0] + 1; i < bounds.length && bounds[i].startsWith(word); i++) out.push(i);
  return out.length > 4 ? [] : out;
}

// beginnings are the terms that begin with a word.
export function beginnings(word) {
  const out = [], shards = range(word);
  if (INDEX.n) need(shards.map((i) => "t" + i));
  for (const i of shards) {
    const s = shard(i);
    for (let j = at(s, word); j < s.terms.length && s.terms[j].startsWith(word); j++) if (!s.whole[j]) out.push(s.terms[j]);
  }
  return out;
}

// octaves is the binary logarithm of x in 1/1024, by operations that all machines do alike.
function octaves(x) {
  let k = 0;
  while (x >= 2) {
    x /= 2;
    k += 1024;
  }
  for (let b = 512; b >= 1; b /= 2) {
    x *= x;
    if (x >= 2) {
      x /= 2;
      k += b;
    }
  }
  return k;
}

// sqrt has a name of its own because a minifier may write Math.sqrt as a power, which is not rounded alike everywhere.
export const { sqrt } = Math;

export const idf = (df) => octaves(1 + (INDEX.n - df + 0.5) / (df + 0.5));

// unpack gives the postings of one term: documents, what each earns, the length of the title that the term stands in (0 for none),
// and the headings, as pairs of number and length.
function unpack(ds, ss, xs) {
  const cut = ds[0] === "!", d = reader(cut ? ds.slice(1) : ds), s = reader(ss), x = reader(xs), all = [];
  const counts = [0, 0, 0, 0].map((n) => cut ? d.number() : n);
  let doc = -1;
  while (s.more()) {
    const flags = s.symbol(), p = { doc: doc = there(doc + 1 + d.number()), level: flags & 15, title: 0, heads: 0, places: [], score: 0 };
    if (flags & 16) p.title = x.symbol();
    if (flags & 32) {
      p.heads = x.symbol();
      let heading = -1;
      for (let n = x.number(); n > 0; n--) p.places.push([heading += 1 + x.number(), x.symbol()]);
    }
    all.push(p);
    if (!cut) {
      counts[0]++;
      if (p.title) counts[1]++;
      if (p.heads) counts[2]++;
      if (p.level) counts[3]++;
    }
  }
  const i = idf(counts[0]), title = idf(counts[1]) + i, heads = 0.5 * (idf(counts[2]) + i), text = 0.5 * (idf(counts[3]) + i);
  for (const p of all) {
    const t = p.title ? 2.8 * (1 / (1.72 + 1.08 * p.title * 1000 / INDEX.title)) : 0;
    p.score = title * t + heads * (2.8 * p.heads / 45) + text * (2.8 * p.level / 15);
  }
  return { df: counts[0], idf: i, all };
}

// spelling is the words that begin with a character, each with a measure of its documents; none when no word does.
export function spelling(first) {
  const i = [...INDEX.spell].indexOf(first);
  if (i < 0) return [];
  const f = file("s" + i);
  if (!f.words) {
    const r = reader(f[1]);
    f.words = f[0].split(" ").map((word) => ({ word, df: r.symbol() }));
  }
  return f.words;
}

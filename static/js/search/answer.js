// The whole answer to a query, in the steps in which its files come.
import { narrow } from "./facets.js";
import { file, need, reader, ready } from "./files.js";
import { find, months } from "./rank.js";
import { snippet, sought } from "./snippet.js";

const rowsOf = (hit) => "r" + Math.floor(hit.doc / INDEX.rows);

// ranked are the hits of a query, filtered and in order. Facets are looked at only when they matter or are asked for.
export function ranked(query, { filters = {}, sort = "best", counted = true }) {
  const found = find(query);
  const filtered = Object.values(filters).some((v) => v.length);
  let { hits } = found, counts = {};
  if (counted || filtered) ({ hits, counts } = narrow(hits, filters));
  if (sort === "newest") {
    const dates = months();
    hits = [...hits].sort((a, b) => dates[b.doc] - dates[a.doc]);
  }
  return { ...found, hits, found: found.hits, counts, terms: sought(found.units) };
}

// shown are rows of results.
export function shown(hits) {
  need([...new Set(hits.map(rowsOf))]);
  return hits.map((hit) => {
    const f = file(rowsOf(hit));
    return { ...(f.list ??= rowsIn(f))[hit.doc % INDEX.rows], hit, score: hit.score };
  });
}

// rowsIn reads a file of rows.
function rowsIn(f) {
  const [prefix, kind, state, step] = [f.p, f.k, f.s, f.x].map(reader), titles = f.t.split("\n"), numbers = f.n.split("\n");
  let before = "", text = 0, place = 0;
  return f.u.split("\n").map((rest, i) => {
    const url = before = before.slice(0, prefix.symbol()) + rest, further = i ? step.symbol() : step.number();
    text += further;
    place = further ? 0 : place + !!i;
    const [id, one, many] = INDEX.kinds[kind.symbol()], [is, status] = INDEX.status[state.symbol() - 1] ?? [];
    return { url, title: titles[i], number: numbers[i], kind: id, one, many, state: is, status, text: "x" + text, place };
  });
}

// told adds to results what their texts say.
export function told(results, terms) {
  need([...new Set(results.map((r) => r.text))]);
  return results.map((r) => {
    const doc = file(r.text)[r.place], { section } = r.hit;
    const [heading, anchor] = doc.h[section] ?? [];
    return { ...r, summary: doc.s, heading, anchor, snippet: snippet(doc, section, terms) };
  });
}

// search answers a query. filters names values of facets: {theme: ["feedback"]}; sort is "best" or "newest". Addresses are from
// the root of the site. It throws when a file of the index cannot be had.
export async function search(query, { filters, limit = 10, offset = 0, sort = "best" } = {}) {
  const asked = {};
  for (const [name, values] of Object.entries(filters ?? {})) asked[name] = [values].flat();
  const { hits, counts, terms } = await ready(() => ranked(String(query ?? ""), { filters: asked, sort }));
  const page = hits.slice(Math.max(offset, 0)).slice(0, limit);
  const results = await ready(() => told(shown(page), terms));
  return {
    total: hits.length,
    results: results.map(({ hit, one, many, state, text, place, ...r }) => r),
    facets: counts,
  };
}

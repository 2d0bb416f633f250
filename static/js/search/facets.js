// Filters: one value or another of a facet, and so for each facet; and what choosing a value as well would show.
import { documents, file } from "./files.js";

export const facets = () => file("facets").facets;

// narrow keeps the hits that have, of every facet that is filtered by, one of its values. counts holds for each value of each
// facet the hits that it would add or show: those that pass all other facets' filters.
export function narrow(hits, filters) {
  // Hits are few beside all documents, and a keystroke waits for this: so the values of each document are listed, once.
  const all = facets(), counts = {}, { of = [] } = all;
  // For each document: 0 passes, 1 fails more than one facet, 2 + n fails the facet n alone.
  const state = new Uint8Array(INDEX.n);
  all.forEach((f, n) => {
    for (const v of f.values) {
      v.n = n + 2;
      v.hits = 0;
      if (!all.of) for (const d of documents(v.docs)) (of[d] ??= []).push(v);
    }
  });
  all.of = of;
  all.forEach((f, n) => {
    const chosen = filters[f.id];
    if (!chosen?.length) return;
    for (const { doc } of hits) if (!of[doc]?.some((v) => v.n === n + 2 && chosen.includes(v.id))) state[doc] = state[doc] ? 1 : n + 2;
  });
  for (const { doc } of hits) of[doc]?.forEach((v) => { v.hits += !state[doc] || state[doc] === v.n; });
  for (const f of all) counts[f.id] = Object.fromEntries(f.values.map((v) => [v.id, v.hits]));
  return { hits: hits.filter((h) => !state[h.doc]), counts };
}

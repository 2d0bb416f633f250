// Filters: one value or another of a facet, and so for each facet; and what choosing a value as well would show.
import { documents, file } from "./files.js";

export const facets = () => file("facets").facets;

const docsOf = (value) => value.list ??= documents(value.docs);

// narrow keeps the hits that have, of every facet that is filtered by, one of its values. counts holds for each value of each
// facet the hits that it would add or show: those that pass all other facets' filters.
export function narrow(hits, filters) {
  const all = facets();
  // For each document: 0 is no hit, 1 passes, 2 fails more than one facet, 3 + n fails the facet n alone.
  const state = new Uint8Array(INDEX.n);
  for (const h of hits) state[h.doc] = 1;
  all.forEach((f, n) => {
    const chosen = filters[f.id];
    if (!chosen?.length) return;
    const has = new Uint8Array(INDEX.n);
    for (const v of f.values) if (chosen.includes(v.id)) for (const d of docsOf(v)) has[d] = 1;
    for (const h of hits) if (!has[h.doc]) state[h.doc] = state[h.doc] === 1 ? n + 3 : 2;
  });
  const counts = {};
  all.forEach((f, n) => {
    const count = counts[f.id] = {};
    for (const v of f.values) {
      let k = 0;
      for (const d of docsOf(v)) if (state[d] === 1 || state[d] === n + 3) k++;
      count[v.id] = k;
    }
  });
  return { hits: hits.filter((h) => state[h.doc] === 1), counts };
}

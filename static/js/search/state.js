// What the search page shows, as its address says it: ?q=feedback&theme=assessment&sort=newest&show=40.

export const PAGE = 20; // results shown at first, and more at a time

// fromAddress takes filters by the facets that there are; other things in an address are none of the search's.
export function fromAddress(search, facets) {
  const state = { q: "", filters: { __proto__: null }, sort: "best", show: PAGE };
  for (const [k, v] of new URLSearchParams(search)) {
    if (k === "q") state.q = v;
    else if (k === "sort") state.sort = v === "newest" ? v : "best";
    else if (k === "show") state.show = Math.min(Math.max(parseInt(v, 10) || PAGE, PAGE), 1000);
    else if (v && facets.includes(k) && !state.filters[k]?.includes(v)) (state.filters[k] ??= []).push(v);
  }
  return state;
}

export function toAddress({ q, filters, sort, show }) {
  const p = new URLSearchParams();
  if (q) p.set("q", q);
  for (const k of Object.keys(filters)) for (const v of filters[k]) p.append(k, v);
  if (sort !== "best") p.set("sort", sort);
  if (show > PAGE) p.set("show", show);
  return location.pathname + (String(p) && "?" + p);
}

// having is the state with a value of a facet chosen, or not.
export function having(state, facet, value, chosen) {
  const filters = { __proto__: null, ...state.filters };
  filters[facet] = (filters[facet] ?? []).filter((v) => v !== value);
  if (chosen) filters[facet].push(value);
  if (!filters[facet].length) delete filters[facet];
  return { ...state, filters, show: PAGE };
}

// without is the state without one facet's filters, or without any.
export function without(state, facet) {
  const filters = { __proto__: null, ...facet && state.filters };
  delete filters[facet];
  return { ...state, filters, show: PAGE };
}

export const isFiltered = (state) => Object.keys(state.filters).length > 0;

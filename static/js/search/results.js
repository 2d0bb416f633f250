// The list of results: the best first, the rest of the first page by kind, what is shown further in order.
import { h, highlight, link, numberMark, statusMark } from "./dom.js";
import { PAGE } from "./state.js";

// item is one result below a heading of one level less; its text comes later, with tell.
function item(r, terms, level, group) {
  const li = h("li", { class: r === group.promoted && "result--first" },
    h("p", { class: "result__kind" }, !group.kind && h("span", {}, r.one), r.number && numberMark(r.number),
      r.state && statusMark(r.state, r.status)),
    h("h" + level, {}, h("a", { href: link(r.url, r.anchor) }, highlight(r.title, terms))), h("p", { class: "result__text" }));
  return Object.assign(li, { row: r });
}

// tell adds what the text of a document says, and the section that answers best.
export function tell(li, r, terms) {
  const p = li.querySelector(".result__text");
  if (r.snippet) p.replaceChildren(...highlight(r.snippet, terms));
  else p.remove();
  if (r.anchor) {
    li.append(h("p", { class: "result__meta" }, "Section: ", h("a", { href: link(r.url, r.anchor) }, highlight(r.heading, terms))));
  }
}

// arrange groups results: the first three, with the best recommendation among or after them; then by kind, in the order of each
// kind's best, those of which there is only one together; then what follows the first page as it comes. A flat list is one group
// without a name.
export function arrange(results, flat) {
  if (flat || results.length < 6) return [{ list: results }];
  const page = results.slice(0, PAGE), top = page.splice(0, 3), byKind = new Map(), single = [];
  const isRec = (r) => r.kind === "recommendation";
  if (!top.some(isRec)) {
    const i = page.findIndex((r) => isRec(r) && r.score > top[0].score / 3);
    if (i >= 0) top.push(...page.splice(i, 1));
  }
  for (const r of page) byKind.set(r.kind, [...byKind.get(r.kind) ?? [], r]);
  for (const [kind, list] of byKind) {
    if (list.length > 1) continue;
    single.push(...list);
    byKind.delete(kind);
  }
  return [
    { title: "Best matches", list: top, promoted: top.find(isRec) },
    ...[...byKind].map(([kind, list]) => ({ title: list[0].many, list, kind })),
    { title: byKind.size ? "Also found" : "Further results", list: single },
    { title: "Further results", list: results.slice(PAGE) },
  ].filter((g) => g.list.length);
}

// listed is the groups as elements. The head of a group of one kind has room for a link to all of that kind.
export function listed(groups, terms) {
  return groups.flatMap((g) => {
    const list = h("ol", { class: "results", role: "list" }, g.list.map((r) => item(r, terms, g.title ? 4 : 3, g)));
    if (!g.title) return [list];
    return [Object.assign(h("div", { class: "results__head" }, h("h3", {}, g.title)), { kind: g.kind }), list];
  });
}

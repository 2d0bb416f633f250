// The search page: the address says what is shown, and everything that is chosen goes into the address.
import { ranked, shown, told } from "./answer.js";
import { count, h, speaker } from "./dom.js";
import { facets, narrow } from "./facets.js";
import { ready } from "./files.js";
import { fill, named } from "./filters.js";
import { arrange, listed, tell } from "./results.js";
import { PAGE, fromAddress, having, isFiltered, toAddress, without } from "./state.js";

export function page(root) {
  const form = root.querySelector("form"), input = form.elements.q, say = speaker(root.querySelector("[role=status]"));
  const columns = root.querySelector("[data-columns]"), browse = root.querySelector("[data-browse]");
  const [parts, , nothing] = root.querySelectorAll("template"), title = document.title;
  const [jump, section, panel, again] = parts.content.cloneNode(true).children;
  const [, applied, notes, list, pages] = section.children, [head, orderLabel] = section.firstElementChild.children, order = orderLabel.lastElementChild;
  const trouble = h("p");
  const known = root.dataset.search.split(" "), read = () => fromAddress(location.search, known);
  let state = read(), ticket = 0, writing, typed;

  // go shows another state as a new step of the history, or in place of the step at hand while a query is being typed: its first
  // letters make a step, and what is typed after Enter or another choice is another query.
  function go(next, typing) {
    state = next;
    clearTimeout(writing);
    const write = () => {
      try {
        if (toAddress(state) !== location.pathname + location.search) history[typing && typed ? "replaceState" : "pushState"](null, "", toAddress(state));
      } catch { /* some browsers refuse this for a page on a disk */ }
      typed = typing;
    };
    if (typing) writing = setTimeout(write, 400);
    else write();
    return update();
  }

  // to is a link to another state of this page.
  const to = (next, ...text) => h("a", {
    href: toAddress(next),
    onclick: (e) => {
      if (e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      input.value = next.q;
      go(next).then(() => head.focus());
    },
  }, text);

  async function update() {
    const mine = ++ticket, now = state, current = () => mine === ticket, idle = !now.q.trim() && !isFiltered(now);
    order.value = now.sort;
    if (!section.isConnected && !idle) browse.before(section);
    let answered;
    try {
      answered = !idle && await answer(now, current);
      if (answered) await new Promise(setTimeout); // the next letter may come before the filters
      if (current()) await filters(now, current, idle);
    } catch (e) {
      if (!current()) return;
      if (e.moved) {
        history.replaceState(null, "", toAddress(now));
        return location.reload();
      }
      if (answered || idle) lost(idle ? columns : notes, "The filters");
      else fault();
    }
  }

  // answer shows the first result as soon as its row is there, then the rest; their texts follow.
  async function answer(now, current) {
    const plain = now.sort === "best" && !isFiltered(now);
    const r = await ready(() => ranked(now.q, { ...now, counted: !plain }));
    const hits = r.hits.slice(0, now.show);
    for (const some of [hits.slice(0, 1), hits]) {
      const rows = await ready(() => shown(some));
      if (!current()) return;
      draw(now, r, rows);
    }
    texts(r.terms, current);
    return true;
  }

  // filters brings the panel up to date. With nothing asked for it stands beside the lists to browse.
  async function filters(now, current, idle) {
    const r = await ready(() => ranked(now.q, now));
    if (!current()) return;
    if (!panel.isConnected) {
      fill(panel, facets(), (facet, value, chosen) => go(having(state, facet, value, chosen)));
      trouble.remove();
      columns.append(panel);
      form.after(jump);
    }
    panel.show(now.filters, r.counts);
    if (!idle) return more(now, r);
    section.remove();
    browse.hidden = false;
    document.title = title;
    say("");
  }

  function draw(now, r, rows) {
    const n = r.hits.length, what = now.q.trim();
    head.replaceChildren(n ? count(n) : "No results", ...what ? [" for ", quoted([what.length > 120 ? what.slice(0, 120) + "…" : what])] : []);
    document.title = head.textContent + " – " + title;
    orderLabel.hidden = !what || !n;
    chips(now);
    notes.replaceChildren(...remarks(now, r));
    const flat = now.sort !== "best" || !what || now.filters.kind?.length === 1;
    list.replaceChildren(...listed(arrange(rows, flat), r.terms));
    const further = { ...now, show: now.show + PAGE };
    pages.replaceChildren(...n > PAGE ? [h("span", { class: "quiet" }, `1 to ${Math.min(now.show, n)} of ${n}`)] : [], ...n > now.show ? [h("a", {
      class: "button-quiet", href: toAddress(further), onclick: async (e) => {
        e.preventDefault();
        await go(further);
        list.querySelectorAll("h3 a, h4 a")[now.show].focus(); // the first that is new
      },
    }, `Show ${Math.min(PAGE, n - now.show)} more`)] : []);
    browse.hidden = n > 0;
    const chosen = Object.values(now.filters).flat().length;
    say(head.textContent + (now.sort === "best" ? "" : ", newest first") + (chosen ? `, with ${chosen === 1 ? "one filter" : chosen + " filters"}` : ""));
  }

  // more is what needs the facets: links to all of a kind, and which filter is to blame.
  function more(now, r) {
    if (!r.hits.length) notes.replaceChildren(...remarks(now, r), ...blame(now, r));
    const kinds = [...list.querySelectorAll("li")].map((li) => li.row.kind);
    for (const div of list.querySelectorAll(".results__head")) {
      const n = r.counts.kind?.[div.kind];
      if (n > kinds.filter((k) => k === div.kind).length && !div.querySelector("a")) div.append(to(having(now, "kind", div.kind, true), `All ${n}`));
    }
  }

  function chips(now) {
    const buttons = [];
    for (const id of Object.keys(now.filters)) {
      for (const value of now.filters[id]) {
        const at = buttons.length;
        buttons.push(h("button", { class: "button-quiet", type: "button", onclick: async () => {
          await go(having(state, id, value, false));
          (applied.children[at + 1] ?? input).focus(); // the next, or what clears them all
        } }, named(facets(), id, value)?.value ?? value, h("span", { class: "vh" }, ", remove this filter")));
      }
    }
    applied.replaceChildren(...buttons.length ? [h("span", { class: "quiet" }, "Showing only"), ...buttons, to(without(now), "Clear")] : []);
  }

  // remarks are how the query was read, where that is not as it was typed.
  function remarks(now, r) {
    const out = [];
    if (r.corrected.length) {
      const instead = new Map(r.corrected);
      const meant = r.list.map((w) => instead.get(w.word) ?? w.word).join(" ");
      out.push(h("p", {}, "Did you mean ", to({ ...now, q: meant, show: PAGE }, h("bdi", {}, meant)), "? No page has ", quoted(r.corrected.map(([w]) => w)), "."));
    }
    if (r.unknown.length && r.hits.length) out.push(h("p", {}, "No page has ", quoted(r.unknown), "."));
    if (r.cut || [...now.q].length > 300) out.push(h("p", {}, "Only the first 24 words and 300 characters were looked for."));
    return out;
  }

  const quoted = (words) => h("bdi", {}, words.map((w) => "“" + w + "”").join(", "));

  // blame says, when nothing is found, which filter keeps everything away, and where else to ask.
  function blame(now, r) {
    const out = [], item = (next, n, what) => h("li", {}, to(next, count(n)), " without ", what), less = [];
    for (const id of Object.keys(now.filters)) {
      const next = without(now, id), n = narrow(r.found, next.filters).hits.length;
      const names = now.filters[id].map((v) => named(facets(), id, v)).filter(Boolean);
      if (n) less.push(item(next, n, `the filter ${names.length ? names[0].facet + ": " + names.map((x) => x.value).join(" or ") : id}`));
    }
    if (!less.length && isFiltered(now) && r.found.length) less.push(item(without(now), r.found.length, "any filter"));
    if (less.length) out.push(h("p", {}, "These words are there, but not with all the filters chosen."), h("ul", {}, less));
    else if (now.q.trim()) {
      out.push(h("p", {}, r.units.length ? "No page has these words" : "Signs and words like “what” are not looked for", ". Try other words, or look through the lists below."));
    }
    return [...out, nothing.content.cloneNode(true)];
  }

  // texts fetches what the results say, a few at a time in their order, until others are shown. In a large library, where each
  // costs the reader much, the next few wait until the page is scrolled.
  async function texts(terms, current) {
    const items = [...list.querySelectorAll("li")];
    let some;
    while (items.length && current()) {
      await Promise.all(items.splice(0, 5).map((li) => ready(() => told([li.row], terms)).catch(() => [some = {}]).then(([r]) => tell(li, r, terms))));
      if (some && current() && !trouble.isConnected) lost(notes, "The text of some results");
      if (!INDEX.table) await new Promise((go) => addEventListener("scroll", go, { once: true }));
    }
  }

  // lost says what could not be loaded, where it would stand.
  function lost(place, what) {
    trouble.textContent = what + " could not be loaded.";
    place.append(trouble);
    say((place === notes ? head.textContent + ". " : "") + trouble.textContent);
  }

  function fault() {
    const why = navigator.onLine === false ? "You are offline." : "A part of the index could not be loaded.";
    for (const e of [applied, list, pages]) e.replaceChildren();
    head.textContent = "Search is not working just now";
    notes.replaceChildren(h("p", {}, why + " Look through the lists below."), again);
    browse.before(section);
    orderLabel.hidden = true;
    browse.hidden = false;
    say(head.textContent + ". " + why, 0);
  }

  again.onclick = () => update().then(() => head.focus());
  order.addEventListener("change", () => go({ ...state, sort: order.value, show: PAGE }));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    go({ ...state, q: input.value, show: PAGE });
  });
  input.addEventListener("input", () => go({ ...state, q: input.value, show: PAGE }, true));
  addEventListener("popstate", () => {
    const next = read();
    if (toAddress(next) === toAddress(state)) return; // a jump within the page
    clearTimeout(writing);
    typed = false;
    state = next;
    input.value = state.q;
    update();
  });
  if (document.activeElement === input && input.value !== state.q && input.value) go({ ...state, q: input.value }, true);
  else {
    input.value = state.q;
    update();
  }
}

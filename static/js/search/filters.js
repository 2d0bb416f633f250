// The filters: a fieldset of checkboxes for each facet, made once; counts and ticks follow the answer.
import { h, statusMark } from "./dom.js";

const open = 8; // values of a facet that stand in the open

// drawing is the class of a status by the word that stands for it in addresses.
const drawing = (id) => id.replace("no-response", "none").replace("-", "");

// fill makes the fieldsets of the form. choose(facet, value, chosen) is told of every tick.
export function fill(form, facets, choose) {
  const boxes = [], groups = [];
  const label = (f, v) => {
    const input = h("input", { type: "checkbox", name: f.id, value: v.id, onchange: () => choose(f.id, v.id, input.checked) });
    const n = h("span", { class: "n" }), e = h("label", {}, input, f.id === "status" ? statusMark(drawing(v.id), v.title) : h("span", {}, v.title), n);
    boxes.push({ f, v, input, n, label: e });
    return e;
  };
  const branch = (f, parent) => f.values.flatMap((v, i) => {
    if (v.parent !== parent) return [];
    const under = branch(f, i);
    return [h("div", {}, label(f, v), !!under.length && h("div", { class: "sub" }, under))];
  });
  const fieldset = (f) => {
    const all = branch(f, -1), shown = all.length > open + 2 ? open : all.length;
    const rest = shown < all.length && h("details", {}, h("summary", {}, `${all.length - open} more`)), list = h("div", {}, rest);
    groups.push({ all, shown, rest, list });
    return h("fieldset", {}, h("legend", {}, f.title), list);
  };
  const used = facets.filter((f) => f.values.length), more = used.filter((f) => f.more);
  form.firstElementChild.after(...used.filter((f) => !f.more).map(fieldset),
    ...more.length ? [h("details", { class: "facets__more" }, h("summary", {}, "More filters"), more.map(fieldset))] : []);
  form.addEventListener("submit", (e) => e.preventDefault());

  // show puts in what an answer says: in each list what has results first. What is chosen is never closed away.
  form.show = (filters, counts) => {
    for (const { f, v, input, n, label } of boxes) {
      const k = counts[f.id][v.id], chosen = !!filters[f.id]?.includes(v.id);
      input.checked = chosen;
      n.textContent = k;
      const nil = !k && !chosen;
      input.disabled = nil && document.activeElement !== input;
      label.classList.toggle("is-nil", nil);
    }
    for (const { all, shown, rest, list } of groups) {
      if (list.contains(document.activeElement) && list.children[1]) continue; // nothing moves under the reader's hand
      const nil = (e) => e.firstChild.classList.contains("is-nil"), sorted = [...all].sort((a, b) => nil(a) - nil(b));
      list.prepend(...sorted.slice(0, shown));
      if (rest) rest.append(...sorted.slice(shown));
    }
    for (const e of form.querySelectorAll("details")) if (e.querySelector(":checked")) e.open = true;
  };
}

// named is a facet and a value by their ids, undefined when the index has no such value.
export function named(facets, id, value) {
  const facet = facets.find((f) => f.id === id), v = facet?.values.find((x) => x.id === value);
  return v && { facet: facet.title, value: v.title };
}

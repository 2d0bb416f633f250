// A search box with suggestions: an editable combobox with a list, as the ARIA Authoring Practices describe it. The focus stays in
// the field; nothing is chosen unless the reader chooses it.
import { ranked, shown } from "./answer.js";
import { count, h, highlight, link, numberMark, speaker } from "./dom.js";
import { ready } from "./files.js";

const suggested = 6;

export function box(form) {
  const input = form.elements.q, say = speaker(form.querySelector("[role=status]")), id = input.id + "-list";
  const list = h("ul", { id, role: "listbox", class: "find__list", "aria-label": "Suggestions", hidden: true });
  form.append(list);
  const set = (name, value) => input.setAttribute(name, value), expanded = (so) => set("aria-expanded", so);
  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", id);
  expanded(false);
  let ticket = 0, at = -1;

  function close() {
    ticket++;
    list.hidden = true;
    choose(-1);
    expanded(false);
  }

  // choose makes an option the active one, none with -1.
  function choose(n) {
    const all = list.children;
    all[at]?.setAttribute("aria-selected", false);
    at = n;
    if (n < 0) return input.removeAttribute("aria-activedescendant");
    all[n].setAttribute("aria-selected", true);
    all[n].scrollIntoView({ block: "nearest" });
    set("aria-activedescendant", all[n].id);
  }

  async function suggest() {
    const mine = ++ticket, q = input.value;
    if (!q.trim()) {
      close();
      return say("");
    }
    try {
      const r = await ready(() => ranked(q, { counted: false }));
      const found = await ready(() => shown(r.hits.slice(0, suggested)));
      if (mine !== ticket || document.activeElement !== input) return;
      show(q, r, found);
    } catch {
      if (mine !== ticket) return;
      close();
      say("Suggestions are not available. Press Enter to search.");
    }
  }

  function show(q, r, found) {
    choose(-1);
    const entries = found.map((x) => [link(x.url), h("span", { class: "find__title" }, highlight(x.title, r.terms)),
      h("span", { class: "find__kind" }, x.number ? numberMark(x.number) : "", " ", x.status ?? x.one)]);
    if (found.length) entries.push([form.action + "?q=" + encodeURIComponent(q), h("span", { class: "find__all" }, `All ${count(r.hits.length)}`)]);
    list.replaceChildren(...entries.map(([href, ...inside], i) => h("li", {
      role: "option", id: id + i, "aria-selected": "false", "data-href": href,
      onmousedown: (e) => e.preventDefault(), // the focus stays in the field
      onclick: () => location.assign(href),
    }, inside)));
    list.hidden = !entries.length;
    expanded(!list.hidden);
    say(found.length ? `${found.length} suggestions` : "No suggestions");
  }

  input.addEventListener("input", suggest);
  input.addEventListener("keydown", async (e) => {
    if (e.isComposing || e.ctrlKey || e.metaKey) return;
    const shut = list.hidden;
    switch (e.key) {
      case "ArrowDown":
      case "ArrowUp": {
        e.preventDefault();
        if (e.altKey && e.key === "ArrowUp") return close();
        if (shut) await suggest();
        const n = list.children.length;
        if (list.hidden || e.altKey || !n) return;
        const step = e.key === "ArrowDown" ? 1 : -1;
        return choose(at < 0 ? (step > 0 ? 0 : n - 1) : at + step < 0 || at + step >= n ? -1 : at + step);
      }
      case "Enter":
        if (shut || at < 0) return; // the form is sent
        e.preventDefault();
        return location.assign(list.children[at].dataset.href);
      case "Escape":
        e.preventDefault();
        if (shut) input.value = "";
        return close();
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        return choose(-1);
    }
  });
  input.addEventListener("blur", close);
  if (document.activeElement === input && input.value) suggest();
}

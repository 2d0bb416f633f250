// Elements, made without any markup: text from the index or the address stays text.
import { ROOT, pageOf } from "./get.js";
import { marked } from "./snippet.js";

// h makes an element. A property is an attribute, "on…" a listener; what is false or missing is left out. Children are texts or elements.
export function h(name, props, ...children) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(props ?? {})) {
    if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (v || v === "") e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.flat().filter((c) => c || c === 0));
  return e;
}

// highlight is a text with the words that the query met marked.
export const highlight = (text, terms) => marked(text, terms).map(([t, met]) => met ? h("mark", {}, t) : t);

// speaker gives what says words in a live region once nothing has changed for some milliseconds.
export function speaker(region) {
  let later;
  return (words, after = 1000) => {
    clearTimeout(later);
    later = setTimeout(() => { region.textContent = words; }, after);
  };
}

const svg = "http://www.w3.org/2000/svg";

// statusMark is the shape and the words of a status, as layouts/status.html has them.
export function statusMark(state, words) {
  const drawing = document.createElementNS(svg, "svg"), use = document.createElementNS(svg, "use");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#i-" + state);
  drawing.append(use);
  const [word, how] = words.split(", ");
  return h("span", { class: "status is-" + state }, drawing, h("span", {}, word, how && h("span", { class: "status__how" }, " ", how)));
}

// numberMark is a catalogue number: CL-2018-01/r1 has its key apart.
export function numberMark(number) {
  const [whole, k] = number.split("/");
  return h("span", { class: "mark-no" }, whole, k && h("b", {}, h("i", {}, "/"), k));
}

// link is the address of a document, or of one of its sections. In a site on a disk a folder does not open its page.
export function link(url, anchor) {
  const [path, own] = url.split("#"), to = anchor || own;
  return new URL(pageOf(path), ROOT).href + (to ? "#" + to : "");
}

export const count = (n) => n === 1 ? "1 result" : n.toLocaleString("en-GB") + " results";

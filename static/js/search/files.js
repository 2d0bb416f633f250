// The files of the index. Work on them is written as if they were all there: what is not is thrown, loaded, and the work begun
// again, so that everything else is plain arithmetic and a later keystroke waits for nothing.
import { get } from "./get.js";

const loaded = new Map(), loading = new Map();

// file is the value of a file of the index.
export function file(name) {
  need([name]);
  return loaded.get(name);
}

// need asks for several files at once.
export function need(names) {
  names = names.filter((n) => !loaded.get(n));
  if (names.length) throw { missing: names };
}

// ready gives what work returns once all files that it needs are there, or throws what went wrong with one of them. The root comes
// before all others.
export async function ready(work) {
  for (;;) {
    try {
      if (!INDEX.rows) loaded.set("r0", Object.assign(INDEX, file("root")).table);
      return work();
    } catch (e) {
      if (!e.missing) {
        loaded.clear(); // one of them is damaged: the next try asks again
        INDEX.rows = 0;
        throw e;
      }
      await Promise.all(e.missing.map(load));
    }
  }
}

function load(name) {
  if (!loading.has(name)) {
    loading.set(name, get(name).then((value) => {
      if (!value || typeof value !== "object") throw new Error("damaged");
      loaded.set(name, value);
    }).finally(() => loading.delete(name)));
  }
  return loading.get(name);
}

// reader reads a packed string.
export function reader(s) {
  let at = 0;
  const symbol = () => {
    const v = s.charCodeAt(at++) - 35;
    return v > 57 ? v - 1 : v;
  };
  return {
    symbol,
    number() {
      let n = 0, v;
      while ((v = symbol()) >= 46) n = n * 45 + v - 46;
      return n * 46 + v;
    },
    more: () => at < s.length,
  };
}

// documents reads a list of documents.
export function documents(s) {
  const r = reader(s), out = [];
  let doc = -1;
  while (r.more()) out.push(there(doc += r.number() + 1));
  return out;
}

// there is the number of a document, which the index must have.
export function there(doc) {
  if (!(doc >= 0 && doc < INDEX.n)) throw new Error("damaged");
  return doc;
}

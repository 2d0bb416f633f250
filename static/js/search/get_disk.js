// How a file of the index comes to a page that was opened from a disk, where there is no fetch and a folder does not open its page.
const HERE = document.currentScript.src, waiting = new Map();

export const ROOT = new URL("..", HERE);

export function get(name) {
  globalThis.casebookSearch ??= (name, value) => waiting.get(name)?.(value);
  return new Promise((done, failed) => {
    waiting.set(name, done);
    const script = document.createElement("script");
    script.src = new URL(INDEX.dir + name + INDEX.ext, ROOT);
    script.onload = script.onerror = () => {
      script.remove();
      failed(new Error("damaged")); // or has answered before
    };
    document.head.append(script);
  });
}

export const pageOf = (path) => path.replace(/(^|\/)$/, "$1index.html");

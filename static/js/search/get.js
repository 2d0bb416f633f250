// How a file of the index comes to a page that was sent over a network. In a site that is opened from a disk get_disk.js stands here.
const HERE = import.meta.url;

// ROOT is the address of the site.
export const ROOT = new URL("..", HERE);

// get gives the value of a file, or throws. What is thrown says `moved` when the site was published again since the browser got this
// script: then the new one is there from now on.
export async function get(name) {
  const answer = await fetch(new URL(INDEX.dir + name + INDEX.ext, ROOT), { signal: AbortSignal.timeout?.(30000) });
  if (!answer.ok) {
    const dir = /"dir":"([^"]+)/.exec(await (await fetch(HERE, { cache: "reload" })).text());
    throw Object.assign(Error(answer.status), { moved: dir && dir[1] !== INDEX.dir });
  }
  return answer.json();
}

// pageOf is the address that opens the page of a folder.
export const pageOf = (path) => path;

// A static file server as a careful host would set it up: compression, the strict content security policy, long caching of
// files that are named by their bytes. It keeps what it has read, because the tests ask for the same files many times.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
  ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".pdf": "application/pdf", ".csv": "text/csv; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
};
const small = /\.(html|css|js|json|xml|svg|txt|csv|ics)$/;
const namedByItsBytes = /\.[0-9a-f]{8,}\.\w+$/;

// serve answers for the files of a folder below the path `below`, and gives the address of the front page and a way to stop.
export async function serve(folder, { below = "/", port = 0 } = {}) {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`there is no site in ${folder}: run \`make built\``);
  const kept = new Map();

  async function file(name) {
    if (!kept.has(name)) {
      const bytes = await readFile(join(folder, name)).catch(() => null);
      kept.set(name, bytes && { bytes, packed: small.test(name) ? gzipSync(bytes, { level: 9 }) : null });
    }
    return kept.get(name);
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let name = normalize(path).startsWith(below) ? normalize(path).slice(below.length) : "nothing";
    if (name === "" || name.endsWith("/")) name += "index.html";
    let status = 200;
    let found = await file(name);
    if (!found) [status, name, found] = [404, "404.html", (await file("404.html")) ?? { bytes: "" }];
    const packed = found.packed && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(status, {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": namedByItsBytes.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...(packed && { "content-encoding": "gzip" }),
    });
    response.end(packed ? found.packed : found.bytes);
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    root: `http://127.0.0.1:${server.address().port}${below}`,
    stop: () => { server.closeAllConnections(); server.close(); },
  };
}

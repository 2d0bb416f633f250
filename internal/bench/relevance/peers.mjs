// Two other engines on the same documents and queries, for comparison with what `relevance` prints:
//
//   go run ./internal/bench/relevance -dump DUMP FOLDER
//   npm install --prefix PEERS minisearch pagefind
//   node internal/bench/relevance/peers.mjs PEERS DUMP/handbook DUMP/astro
//
// An engine that is not installed is said to be missing. Pagefind's own client runs here against its written files, with a fetch that
// counts them.
import { mkdtempSync, readFileSync, rmSync, statSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [packages, ...folders] = process.argv.slice(2);
const require = createRequire(join(packages, "x.js"));
const kinds = ["anchor", "typo", "prefix", "question"];
const zipped = (b) => gzipSync(b, { level: 6 }).length;

function print(name, queries, rank) {
  const figures = {};
  for (const q of queries) {
    const f = figures[q.kind] ??= { n: 0, sum: 0, found: 0 };
    const at = q.results.slice(0, 10).findIndex((id) => q.relevant.includes(id));
    f.n++;
    if (at >= 0) { f.found++; f.sum += 1 / (at + 1); }
  }
  for (const k of kinds) if (figures[k]) console.log(`  ${name} ${k.padEnd(8)} ${figures[k].n} queries  MRR@10 ${(100 * figures[k].sum / figures[k].n).toFixed(1)}  within ten ${(100 * figures[k].found / figures[k].n).toFixed(1)} %`);
}

async function miniSearch(docs, queries) {
  let MiniSearch;
  try { MiniSearch = require("minisearch"); } catch { return console.log("  minisearch is not installed, so it is skipped"); }
  const options = { fields: ["title", "headings", "text"], storeFields: ["title", "url"] };
  const began = process.cpuUsage();
  const index = new MiniSearch(options);
  index.addAll(docs.map((d) => ({ id: d.id, url: d.url, title: d.title, headings: d.headings.join("\n"), text: d.summary + "\n" + d.text })));
  const took = process.cpuUsage(began);
  const size = zipped(JSON.stringify(index));
  console.log(`  minisearch index ${size >> 10} KB compressed in one file, built in ${((took.user + took.system) / 1e6).toFixed(2)} s`);
  const search = { boost: { title: 4, headings: 2 }, prefix: (term, i, terms) => i === terms.length - 1, fuzzy: (t) => t.length > 4 ? 0.2 : false };
  print("minisearch", queries.map((q) => ({ ...q, results: index.search(q.q, search).slice(0, 10).map((r) => r.id) })));
}

async function pagefind(docs, queries) {
  let api;
  try { api = await import(pathToFileURL(join(packages, "node_modules/pagefind/lib/index.js")).href); } catch { return console.log("  pagefind is not installed, so it is skipped"); }
  const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
  try {
    const began = Date.now();
    const { index } = await api.createIndex();
    const text = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    for (const d of docs) {
      // As pages, so that titles and headings weigh what Pagefind gives them.
      const sections = d.sections?.length ? d.sections.map((s) => (s.heading ? `<h2 id="${text(s.anchor || "x")}">${text(s.heading)}</h2>` : "") + `<p>${text(s.text)}</p>`).join("") : `<p>${text(d.text)}</p>`;
      await index.addHTMLFile({ url: "/" + d.id + "/", content: `<html lang="en"><head><title>${text(d.title)}</title></head><body><main data-pagefind-body><h1>${text(d.title)}</h1>${sections}</main></body></html>` });
    }
    await index.writeFiles({ outputPath: folder });
    await api.close();
    const files = readdirSync(folder, { recursive: true }).map((f) => join(folder, f)).filter((f) => statSync(f).isFile());
    console.log(`  pagefind ${files.length} files, ${files.reduce((n, f) => n + zipped(readFileSync(f)), 0) >> 10} KB compressed, written in ${((Date.now() - began) / 1000).toFixed(1)} s of wall time`);
    // Its client wants a browser: a location, and a fetch of its files.
    let bytes = 0, requests = 0;
    globalThis.fetch = async (url) => {
      const file = join(folder, fileURLToPath(new URL(new URL(url, "file:///").pathname, "file:///")));
      const b = readFileSync(file);
      bytes += zipped(b), requests++;
      return new Response(b);
    };
    globalThis.location ??= { origin: "http://x", href: "http://x/" };
    globalThis.window ??= globalThis;
    globalThis.document ??= { querySelector: () => ({ getAttribute: () => "en" }), documentElement: { lang: "en", getAttribute: () => "en" }, currentScript: null };
    const script = join(folder, "pagefind.mjs");
    writeFileSync(script, readFileSync(join(folder, "pagefind.js")));
    const client = await import(pathToFileURL(script).href);
    await client.options({ basePath: "/", baseUrl: "/", noWorker: true });
    await client.init("en");
    const results = [];
    let cold;
    for (const q of queries) {
      const found = await client.search(q.q);
      const top = await Promise.all((found?.results ?? []).slice(0, 10).map((r) => r.data()));
      cold ??= { bytes: bytes + zipped(readFileSync(script)), requests: requests + 1 };
      results.push({ ...q, results: top.map((d) => d.url.replace(/\//g, "")) });
    }
    console.log(`  pagefind first query with ten results: ${cold.bytes >> 10} KB in ${cold.requests} requests`);
    print("pagefind", results);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const folder of folders) {
  const every = Number(process.env.EVERY ?? 1), docs = JSON.parse(readFileSync(join(folder, "docs.json"))), queries = JSON.parse(readFileSync(join(folder, "queries.json"))).filter((_, i) => i % every === 0);
  console.log(`${folder}: ${docs.length} documents`);
  await miniSearch(docs, queries);
  try { await pagefind(docs, queries); } catch (e) { console.log("  pagefind does not run here: " + e.message); }
}
process.exit(0);

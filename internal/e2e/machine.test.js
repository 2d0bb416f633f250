// What the site holds for machines, as far as it does: JSON-LD, feeds, calendars, the sitemap, data, citation files. Each kind is
// looked for by its form, so that a new file is checked without a new row.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { launch } from "./browser.js";
import { files, site } from "./pages.js";

const published = files();
const has = new Set(published);
const read = (file) => readFileSync(site + file, "utf8");
const ending = (...ends) => published.filter((f) => ends.some((end) => f.endsWith(end)));
const html = ending(".html").map((file) => ({ file, text: read(file) }));
const base = /^Sitemap: (.*\/)sitemap\.xml$/m.exec(has.has("robots.txt") ? read("robots.txt") : "")?.[1];
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const day = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$/; // what was typed without a zone has none

// published at says whether an address below the base URL is a file of the site.
function isPublished(address) {
  if (!base || !address.startsWith(base)) return true;
  const path = decodeURI(address.slice(base.length).split(/[?#]/)[0]);
  return has.has(path === "" || path.endsWith("/") ? path + "index.html" : path);
}

function all(faults, message = "") {
  assert.deepEqual(faults.slice(0, 10), [], `${message} ${faults.length} in all`);
}

// needs are the properties without which a type of schema.org says nothing.
const needs = {
  Article: ["headline"], ScholarlyArticle: ["headline"], TechArticle: ["headline"], Report: ["name"], Dataset: ["name", "description"],
  BreadcrumbList: ["itemListElement"], ListItem: ["position"], Event: ["name", "startDate"], Person: ["name"], Organization: ["name"],
  CollegeOrUniversity: ["name"], WebSite: ["name", "url"], DefinedTerm: ["name"], DefinedTermSet: ["name"], CollectionPage: ["name"],
  Question: ["name"], Grant: ["name"], HowTo: ["name"], Course: ["name"],
};

function linked(file, thing, faults) {
  if (Array.isArray(thing)) return thing.forEach((t) => linked(file, t, faults));
  if (thing === null || typeof thing !== "object") return;
  const types = [thing["@type"] ?? []].flat();
  for (const property of types.flatMap((t) => needs[t] ?? [])) {
    // A thing that only names another by its @id says the rest elsewhere.
    if (thing[property] === undefined && !(thing["@id"] && Object.keys(thing).length <= 2) && !(property === "headline" && thing.name)) {
      faults.push(`${file}: ${types} without ${property}`);
    }
  }
  for (const [key, value] of Object.entries(thing)) {
    if (value === "" || value === null || (Array.isArray(value) && value.length === 0)) faults.push(`${file}: ${key} is empty`);
    if (/^date|Date$/.test(key) && typeof value === "string" && !day.test(value) && !instant.test(value)) faults.push(`${file}: ${key} is ${value}`);
    if (["url", "@id", "item", "image", "contentUrl"].includes(key) && typeof value === "string") {
      if (key !== "@id" && !/^https?:\/\//.test(value)) faults.push(`${file}: ${key} ${value} is not absolute`);
      if (!isPublished(value)) faults.push(`${file}: ${key} ${value} is not published`);
    }
    if (key !== "@context") linked(file, value, faults);
  }
}

test("JSON-LD is JSON of schema.org with what each type needs", (t) => {
  const faults = [];
  let blocks = 0;
  for (const { file, text } of html) {
    for (const [, json] of text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
      blocks++;
      let thing;
      try {
        thing = JSON.parse(json);
      } catch (error) {
        faults.push(`${file}: ${error.message}`);
        continue;
      }
      if (!JSON.stringify(thing["@context"] ?? "").includes("schema.org")) faults.push(`${file}: no context`);
      if (!thing["@type"] && !thing["@graph"]) faults.push(`${file}: no type`);
      linked(file, thing, faults);
    }
  }
  t.diagnostic(`${blocks} blocks`);
  all(faults);
});

test("tags in the head lead to what is published", () => {
  const faults = [];
  for (const { file, text } of html) {
    const head = text.slice(0, text.indexOf("</head>"));
    for (const [tag, name, value] of head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)) {
      if (value === "") faults.push(`${file}: ${tag} is empty`);
      if (/(?:^og:(?:url|image)$|_url$)/.test(name) && (!/^https?:\/\//.test(value) || !isPublished(value))) faults.push(`${file}: ${name} ${value}`);
    }
    for (const [tag] of head.matchAll(/<link\b[^>]*>/g)) {
      const href = /href="([^"]*)"/.exec(tag)?.[1] ?? "";
      const to = base && !/^https?:/.test(href) ? new URL(href, base + file).href : href;
      if (!isPublished(to) && file !== "404.html") faults.push(`${file}: ${tag} is not published`);
    }
  }
  all(faults);
});

describe("XML", () => {
  let browser, page;
  before(async () => {
    browser = await launch();
    page = await browser.newPage();
  });
  after(() => browser.close());

  // parsed is an XML file as plain data: its root's name, and each element below it that has a name of the list, with the texts of
  // its children and their href.
  const parsed = (text, names) => page.evaluate(([text, names]) => {
    const doc = new DOMParser().parseFromString(text, "application/xml");
    const error = doc.querySelector("parsererror");
    if (error) return { error: error.textContent };
    const data = (e) => ({
      name: e.localName,
      children: [...e.children].map((c) => [c.localName, c.textContent.trim() || c.getAttribute("href") || "", c.getAttribute("href") ?? "", c.getAttribute("rel") ?? ""]),
    });
    return { root: data(doc.documentElement), space: doc.documentElement.namespaceURI, items: [...doc.documentElement.children].filter((c) => names.includes(c.localName)).map(data) };
  }, [text, names]);
  const first = (item, name) => item.children.find(([n]) => n === name)?.[1] ?? "";

  test("the sitemap lists what is published", async () => {
    const { error, items } = await parsed(read("sitemap.xml"), ["url"]);
    assert.equal(error, undefined);
    assert.ok(items.length > 100);
    all(items.map((item) => first(item, "loc")).filter((loc) => !loc.startsWith(base) || !isPublished(loc)));
    all(items.map((item) => first(item, "lastmod")).filter((at) => at && !day.test(at) && !instant.test(at)));
  });

  test("every XML file and drawing can be read", async () => {
    const faults = [];
    for (const file of ending(".xml", ".svg", ".atom")) {
      const { error } = await parsed(read(file), []);
      if (error) faults.push(`${file}: ${error}`);
    }
    all(faults);
  });

  test("Atom feeds have what RFC 4287 asks for", async (t) => {
    const faults = [];
    let feeds = 0;
    for (const file of ending(".xml", ".atom")) {
      const { root, space, items, error } = await parsed(read(file), ["entry"]);
      if (error || root.name !== "feed") continue;
      feeds++;
      if (space !== "http://www.w3.org/2005/Atom") faults.push(`${file}: the name space is ${space}`);
      const ids = new Set();
      for (const item of [root, ...items]) {
        for (const name of ["id", "title", "updated"]) if (!first(item, name)) faults.push(`${file}: ${item.name} without ${name}`);
        if (!instant.test(first(item, "updated"))) faults.push(`${file}: updated ${first(item, "updated")}`);
        if (ids.has(first(item, "id"))) faults.push(`${file}: ${first(item, "id")} stands twice`);
        ids.add(first(item, "id"));
        for (const [name, , href] of item.children) if (name === "link" && !isPublished(href)) faults.push(`${file}: ${href} is not published`);
      }
      const named = (item) => item.children.some(([name]) => name === "author");
      if (!named(root) && !items.every(named)) faults.push(`${file}: entries without an author`);
    }
    t.diagnostic(`${feeds} feeds`);
    all(faults);
  });
});

test("JSON files are JSON, and JSON feeds have what version 1.1 asks for", (t) => {
  const faults = [];
  let feeds = 0;
  for (const file of ending(".json")) {
    let data;
    try {
      data = JSON.parse(read(file));
    } catch (error) {
      faults.push(`${file}: ${error.message}`);
      continue;
    }
    if (!String(data?.version ?? "").startsWith("https://jsonfeed.org/")) continue;
    feeds++;
    if (!data.title || !Array.isArray(data.items)) faults.push(`${file}: no title or no items`);
    const ids = new Set();
    for (const item of data.items ?? []) {
      if (typeof item.id !== "string" || ids.has(item.id)) faults.push(`${file}: the id ${item.id}`);
      ids.add(item.id);
      if (item.content_html === undefined && item.content_text === undefined) faults.push(`${file}: ${item.id} without content`);
      for (const at of [item.date_published, item.date_modified]) if (at !== undefined && !instant.test(at)) faults.push(`${file}: ${at}`);
      if (item.url && !isPublished(item.url)) faults.push(`${file}: ${item.url} is not published`);
    }
  }
  t.diagnostic(`${feeds} feeds`);
  all(faults);
});

test("JSON Schemas can be used", (t) => {
  const faults = [];
  const schemas = ending(".json").filter((file) => /"\$schema"/.test(read(file))).map((file) => ({ file, schema: JSON.parse(read(file)) }));
  for (const { file, schema } of schemas) {
    try {
      const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
      addFormats(ajv);
      ajv.compile(schema);
    } catch (error) {
      faults.push(`${file}: ${error.message}`);
    }
    if (schema.$id && !isPublished(schema.$id)) faults.push(`${file}: ${schema.$id} is not published`);
  }
  t.diagnostic(`${schemas.length} schemas`);
  all(faults);
});

// rows reads CSV as RFC 4180 has it.
function rows(text) {
  const out = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    out.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== "," && end !== "") out.push([]);
    if (end === "") break;
  }
  return out.filter((row) => row.length > 1 || row[0]);
}

test("CSV files have one header and as many cells in every row", () => {
  assert.deepEqual(rows('a,"b ""c"",\n"\r\n1,\r\n'), [["a", 'b "c",\n'], ["1", ""]]);
  const faults = [];
  for (const file of ending(".csv")) {
    const [header, ...rest] = rows(read(file).replace(/^\uFEFF/, ""));
    if (new Set(header).size !== header.length || header.includes("")) faults.push(`${file}: the header ${header}`);
    for (const [i, row] of rest.entries()) {
      if (row.length !== header.length) faults.push(`${file}: row ${i + 2} has ${row.length} cells, not ${header.length}`);
      for (const cell of row) if (/^[=+@\t\r]/.test(cell)) faults.push(`${file}: row ${i + 2}: a spreadsheet would calculate ${cell}`);
    }
  }
  all(faults);
});

test("calendars have what RFC 5545 asks for", (t) => {
  const faults = [];
  for (const file of ending(".ics")) {
    const text = read(file);
    if (/(^|[^\r])\n/.test(text)) faults.push(`${file}: lines end without CR`);
    const open = [];
    const uids = new Set();
    for (const line of text.split(/\r?\n/)) {
      if (Buffer.byteLength(line) > 75) faults.push(`${file}: a line of ${Buffer.byteLength(line)} bytes`);
      const [, word, what] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
      if (word === "BEGIN") open.push(what);
      if (word === "END" && open.pop() !== what) faults.push(`${file}: END:${what} closes nothing`);
      if (line.startsWith("UID:")) {
        if (uids.has(line)) faults.push(`${file}: ${line} stands twice`);
        uids.add(line);
      }
    }
    if (open.length) faults.push(`${file}: ${open} stays open`);
    const count = (pattern) => text.match(pattern)?.length ?? 0;
    const events = count(/^BEGIN:VEVENT/gm);
    for (const name of ["UID", "DTSTAMP", "DTSTART", "SUMMARY"]) {
      if (count(new RegExp(`^${name}[:;]`, "gm")) < events) faults.push(`${file}: an event without ${name}`);
    }
    if (!/^VERSION:2\.0\r$/m.test(text) || !/^PRODID:/m.test(text)) faults.push(`${file}: no version or no maker`);
  }
  t.diagnostic(`${ending(".ics").length} calendars`);
  all(faults);
});

test("citation files have their form", (t) => {
  const faults = [];
  for (const file of ending(".ris")) {
    const lines = read(file).split(/\r?\n/).filter(Boolean);
    const wrong = lines.find((line) => !/^[A-Z][A-Z0-9] {2}- ?/.test(line));
    if (wrong !== undefined) faults.push(`${file}: ${wrong}`);
    const starts = lines.filter((l) => l.startsWith("TY  - ")).length, ends = lines.filter((l) => l.startsWith("ER  -")).length;
    if (starts === 0 || starts !== ends) faults.push(`${file}: ${starts} records begin, ${ends} end`);
    if (lines.filter((l) => /^T[1I]  - ./.test(l)).length < starts) faults.push(`${file}: a record without a title`);
  }
  for (const file of ending(".bib")) {
    const text = read(file);
    const keys = [...text.matchAll(/^@\w+\{([^,\s]+),/gm)].map((m) => m[1]);
    if (keys.length === 0 || new Set(keys).size !== keys.length) faults.push(`${file}: the keys ${keys}`);
    let depth = 0;
    for (const [c] of text.replace(/\\[{}]/g, "").matchAll(/[{}]/g)) depth += c === "{" ? 1 : -1;
    if (depth !== 0) faults.push(`${file}: braces do not close`);
  }
  for (const file of ending(".cite.json")) {
    for (const item of [JSON.parse(read(file))].flat()) if (!item.id || !item.type || !item.title) faults.push(`${file}: ${item.id}: no id, type or title`);
  }
  t.diagnostic(`${ending(".ris").length} RIS, ${ending(".bib").length} BibTeX, ${ending(".cite.json").length} CSL`);
  all(faults);
});

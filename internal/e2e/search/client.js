// The published client without a browser: its files are read from the built site, and a test may spoil them.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { site } from "../pages.js";

export const script = readFileSync(site + "search/search.js", "utf8");
export const spoilt = new Map(); // name of a file, such as "facets.json", to what is answered instead; an Error fails
export const asked = [];

globalThis.fetch = async (address) => {
  const path = new URL(address).pathname;
  const name = path.split("/").pop();
  asked.push(name);
  const instead = spoilt.get(name);
  if (instead instanceof Error) throw instead;
  const text = instead ?? readFileSync(new URL(address), "utf8");
  return { ok: true, json: async () => JSON.parse(text) };
};

export const { search } = await import(pathToFileURL(site + "search/search.js"));
const start = JSON.parse(script.slice("const INDEX=".length, script.indexOf(";\n")));
export const index = JSON.parse(readFileSync(site + start.dir + "root.json", "utf8"));

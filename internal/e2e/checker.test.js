// The Nu HTML checker on every published page, and the style sheet against the grammar of CSS.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { generate, lexer, parse, walk } from "css-tree";
import vnu from "vnu-jar";
import { files, site } from "./pages.js";

// Warnings that are known and meant. Anything else fails, warning or error.
const meant = [
  /^The “list” role is unnecessary for element “[uo]l”\.$/, // Safari takes lists without markers for no lists unless they say so
  /^Article lacks heading\./, // a notice of two paragraphs needs none below its title
];

test("the Nu HTML checker finds nothing", { timeout: 300_000 }, async () => {
  const args = ["-Xss1m", "-jar", vnu, "--skip-non-html", "--exit-zero-always", "--stdout", "--format", "json", site];
  const { stdout } = await promisify(execFile)("java", args, { maxBuffer: 1 << 28 });
  const faults = JSON.parse(stdout).messages.filter((m) => !meant.some((known) => known.test(m.message)))
    .map((m) => `${m.url?.slice(m.url.indexOf("/built/site/") + 12)}:${m.lastLine}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ""}`);
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} in all`);
});

// settled replaces var() by a value that the sheet gives the property somewhere, so that the grammar can judge the whole.
function settled(value, properties, depth = 0) {
  return value.replace(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (whole, name) =>
    depth < 5 && properties.has(name) ? ` ${settled(properties.get(name), properties, depth + 1)} ` : whole);
}

for (const file of files().filter((f) => f.endsWith(".css"))) {
  test(`${file} is CSS`, () => {
    const faults = [];
    const text = readFileSync(site + file, "utf8");
    const tree = parse(text, { positions: true, onParseError: (e) => faults.push(`${e.line}:${e.column}: ${e.message}`) });
    const properties = new Map();
    walk(tree, { visit: "Declaration", enter: (d) => d.property.startsWith("--") && !properties.has(d.property) && properties.set(d.property, generate(d.value).trim()) });
    walk(tree, { visit: "Atrule", enter: (a) => a.name === "property" && properties.set(generate(a.prelude), "0") });
    walk(tree, function (node) {
      const at = `${node.loc?.start.line}:${node.loc?.start.column}`;
      if (node.type === "Declaration") {
        const value = settled(generate(node.value), properties);
        for (const [, name] of value.matchAll(/var\((--[\w-]+)\)/g)) faults.push(`${at}: ${name} is given nowhere`);
        if (node.property.startsWith("--") || /var\(/.test(value)) return;
        const { error } = lexer.matchProperty(node.property, parse(value, { context: "value" }));
        if (error) faults.push(`${at}: ${node.property}: ${value}: ${error.message.split("\n")[0]}`);
      }
      if (node.type === "Atrule") {
        const error = node.prelude ? lexer.matchAtrulePrelude(node.name, node.prelude).error : lexer.checkAtruleName(node.name);
        if (error) faults.push(`${at}: @${node.name}: ${error.message.split("\n")[0]}`);
      }
    });
    assert.deepEqual(faults, []);
    assert.ok(properties.size > 10);
  });
}

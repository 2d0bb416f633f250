// The tests below rest on this server: it must say what a host says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "./pages.js";
import { policy, serve } from "./server.js";

test("the server answers as a careful host does", async () => {
  const server = await serve(site, { below: "/a/b/" });
  const rows = [
    ["", 200, "text/html; charset=utf-8"],
    ["cases/", 200, "text/html; charset=utf-8"],
    ["robots.txt", 200, "text/plain; charset=utf-8"],
    ["nothing/", 404, "text/html; charset=utf-8"],
    ["../../package.json", 404, "text/html; charset=utf-8"],
    ["%2e%2e/%2e%2e/%2e%2e/package.json", 404, "text/html; charset=utf-8"],
  ];
  for (const [at, status, type] of rows) {
    const answer = await fetch(server.root + at);
    assert.equal(answer.status, status, at);
    assert.equal(answer.headers.get("content-type"), type, at);
    assert.equal(answer.headers.get("content-encoding"), "gzip", at);
    assert.equal(answer.headers.get("content-security-policy"), policy, at);
  }
  server.stop();
});

// What a reader's connection carries, with compression: a case for one who comes for the first time, and as the next page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visits } from "./visit.js";

describe("over the wire", () => {
  for (const at of ["cases/cl-2018-01/", "cases/cl-2023-01/", "cases/cl-2024-01/"]) {
    const visit = visits();
    test(`/${at} is at most 60 KB cold and 15 KB as the next page`, (t) => visit(null, {}, async (page) => {
      const client = await page.context().newCDPSession(page);
      await client.send("Network.enable");
      let bytes = 0;
      client.on("Network.loadingFinished", (e) => { bytes += e.encodedDataLength; });
      const carried = async (at) => {
        bytes = 0;
        await page.goto(page.root + at, { waitUntil: "networkidle" });
        return bytes;
      };
      const cold = await carried(at);
      await carried("guide/respond/");
      const next = await carried("cases/cl-2019-01/");
      t.diagnostic(`cold ${(cold / 1000).toFixed(1)} KB, next ${(next / 1000).toFixed(1)} KB`);
      assert.ok(cold > 5_000 && cold <= 60_000, `${cold} bytes cold`);
      assert.ok(next > 1_000 && next <= 15_000, `${next} bytes for the next page`);
    }));
  }
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSettings } from "../../src/config.js";

const manual = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");

describe("the manual of settings", () => {
  it("has a row for every setting, and no other", () => {
    const rows = [...manual.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    expect(rows).toEqual(describeSettings({}).map((setting) => setting.name));
  });
});

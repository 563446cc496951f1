import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { classifyRoute } from "../../src/answer/classify-route.js";
import { routes } from "../../src/domain/reply.js";
import { loadRouting } from "../../src/knowledge/routing.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

const routing = loadRouting(knowledgeFolder);

describe("knowledge/routing", () => {
  it("has rules for each kind of message", () => {
    expect(routing.rules.map(({ route }) => route).sort()).toEqual([...routes].sort());
  });

  describe.each(routing.rules.map((rules) => [rules.route, rules.examples] as const))("%s", (route, examples) => {
    it.each(examples)("%s", (example) => {
      expect(classifyRoute(example, routing).route).toBe(route);
    });
  });

  it("gives no example to two kinds", () => {
    const all = routing.rules.flatMap(({ examples }) => examples);
    expect(new Set(all).size).toBe(all.length);
  });

  it("names the file and the pattern that cannot be read", () => {
    const folder = temporaryFolder();
    cpSync(join(knowledgeFolder, "routing"), join(folder, "routing"), { recursive: true });
    const path = join(folder, "routing", "help.yml");
    writeFileSync(path, readFileSync(path, "utf8").replace(/pattern: '/, "pattern: '("));
    expect(() => loadRouting(folder)).toThrow(/help\.yml: cues\.0\.pattern/);
  });
});

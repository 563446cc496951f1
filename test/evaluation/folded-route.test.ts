import { describe, expect, it } from "vitest";
import { foldRoute } from "../../src/evaluation/folded-route.js";

describe("foldRoute", () => {
  it.each(["help", "suggestion", "report", "petition", "emergency"] as const)("counts %s as a complaint", (route) => {
    expect(foldRoute(route)).toBe("complaint");
  });

  it("counts what is out of scope as a question, and a handover as small talk", () => {
    expect([foldRoute("out_of_scope"), foldRoute("handover")]).toEqual(["question", "smalltalk"]);
  });

  it.each(["question", "disclosure", "complaint", "status", "smalltalk", "attack"] as const)("leaves %s", (route) => {
    expect(foldRoute(route)).toBe(route);
  });
});

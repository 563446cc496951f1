import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../../src/answer/dialog.js";
import { route } from "../../../src/answer/steps/route.js";
import { conversationPorts, turnOf } from "../../fixtures/conversation.js";

const ports = conversationPorts();

describe("route", () => {
  it.each(["foo", "route_report", "confirm", "status_TS-2026-000009", "<script>"])("refuses a button that is none kindly: %s", (choice) => {
    const result = route.run(turnOf("", { choice }), ports);
    expect(result).toMatchObject({ kind: "reply", status: "old_button", reply: { outcome: "clarifying" } });
    expect(JSON.stringify(result)).not.toContain(choice);
  });

  it("reads the words that come with an old button", () => {
    expect(route.run(turnOf("楼道灯坏了没人修", { choice: "foo" }), ports)).toMatchObject({
      kind: "continue",
      turn: { route: "complaint" },
    });
  });

  it("lets a button of the last reply pass", () => {
    const dialog = { ...emptyDialog, choices: [{ id: "offer_watch", label: "以后告诉我" }] };
    expect(route.run(turnOf("", { choice: "offer_watch", dialog }), ports).kind).toBe("continue");
  });

  it("goes by what the resident chose, then by what was completed", () => {
    expect(route.run(turnOf("路灯", { chosen: "complaint" }), ports)).toMatchObject({ turn: { route: "complaint" } });
    expect(route.run(turnOf("我没人管", { completed: "低保，我没人管" }), ports)).toMatchObject({ turn: { route: "question" } });
  });
});

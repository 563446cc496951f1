import { describe, expect, it } from "vitest";
import { openProposal, refuseProposal } from "../../../src/requests/casework/approve.js";
import { filedDisclosure } from "../../fixtures/filed-disclosure.js";

const extension = { workingDays: 10, reason: "要向财政所调取原件" };
const refused = expect.objectContaining({ code: "approval_refused" });

describe("what needs a second person (Art. 33: an extension is agreed by the head of the disclosure office)", () => {
  it("does not count until it is approved, and then from that day", () => {
    const { act, approve, request, events, on } = filedDisclosure();
    expect(act("extended", extension).awaitsApproval).toBe(true);
    expect(request()).toMatchObject({ state: "confirmed", dueOn: "2026-03-30" });
    on("2026-03-04");
    approve();
    expect(request()).toMatchObject({ state: "extended", dueOn: "2026-04-14" });
    expect(events().find(({ event }) => event === "extended")?.detail).toMatchObject({
      on: "2026-03-04",
      proposedBy: "李经办",
      agreedBy: "王主任",
    });
  });

  it("is not approved by who proposed it, by a handler, by a reader, or when nothing is proposed", () => {
    const { act, approve } = filedDisclosure();
    expect(() => approve()).toThrow(refused);
    act("extended", extension);
    for (const name of ["李经办", "赵看看", "没有这个人"]) expect(() => approve(name)).toThrow(refused);
  });

  it("may be refused, with the reason, and proposed anew", () => {
    const { act, parts, request, events } = filedDisclosure();
    act("extended", extension);
    refuseProposal(parts, request(), "王主任", "不用延期");
    expect(openProposal(events())).toBeNull();
    expect(act("extended", extension).awaitsApproval).toBe(true);
  });

  it("Art. 33: an extension after the term has ended is refused", () => {
    const { act, on } = filedDisclosure();
    on("2026-03-31");
    expect(() => act("extended", extension)).toThrow(/期限2026-03-30已经过了/);
  });
});

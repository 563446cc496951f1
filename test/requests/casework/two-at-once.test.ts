import { describe, expect, it, onTestFinished } from "vitest";
import { actOn, type StaffAct } from "../../../src/requests/casework/act.js";
import { approve, refuseProposal } from "../../../src/requests/casework/approve.js";
import { openRequestDesk } from "../../../src/requests/index.js";
import { sweep } from "../../../src/requests/sweep.js";
import { openStore } from "../../../src/store/open.js";
import { eventsOf, requestsByNumber, type StoredRequest } from "../../../src/store/requests.js";
import { conversations } from "../../../src/store/schema/index.js";
import { addStaff } from "../../../src/store/staff.js";
import { openVault } from "../../../src/store/vault.js";
import { temporaryFolder, temporaryStore } from "../../fixtures/home.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const at = "2026-11-23T10:00:00+08:00";
const changed = expect.objectContaining({ code: "request_changed", message: expect.stringContaining("刚刚被别人办理过") });
const act = (name: string, by: string, facts: StaffAct["facts"] = {}): StaffAct => ({ act: name, by, on: null, facts, version: null });

/** Two staff members at two machines: a handle each over one home, with a disclosure request that came by internet and a complaint. */
function twoOffices() {
  const home = temporaryFolder();
  const stores = [temporaryStore(home), openStore(home)] as const;
  onTestFinished(() => stores[1].close());
  let now = new Date("2026-11-23T02:00:00Z");
  const [one, two] = stores.map((store) => ({
    store,
    vault: openVault(store, Buffer.alloc(32, 7)),
    knowledge: sampleKnowledge(),
    clock: () => now,
  })) as [Parameters<typeof actOn>[0], Parameters<typeof actOn>[0]];
  const { store } = one;
  store.rows.insert(conversations).values({ channel: "cli", key: "1", createdAt: at, updatedAt: at }).run();
  for (const [name, role] of [
    ["李经办", "handler"],
    ["周经办", "handler"],
    ["王主任", "head"],
    ["赵主任", "head"],
  ] as const)
    addStaff(store, { name, role, at });
  const desk = openRequestDesk(one);
  const order = { description: "青云路井盖响了三天", location: "青云路", category: null, urgent: false };
  for (const type of ["disclosure", "complaint"] as const) desk.file({ ...order, type }, { conversationId: 1 });
  const seen = (number: string): StoredRequest => {
    const [found] = requestsByNumber(store, [number]);
    if (!found) throw new Error(`no ${number}`);
    return found;
  };
  return { one, two, seen, later: (day: string) => (now = new Date(`${day}T02:00:00Z`)) };
}

const complaint = "TS-2026-000001";
const disclosure = "YSQ-2026-000001";

describe("two staff members who saw the same", () => {
  it("and do the same: one does it, the other is told", () => {
    const { one, two, seen } = twoOffices();
    const request = seen(disclosure);
    expect(actOn(one, request, act("confirmed", "李经办")).request).toMatchObject({ phase: "running" });
    expect(() => actOn(two, request, act("confirmed", "周经办"))).toThrow(changed);
    expect(eventsOf(two.store, request.id).filter(({ event }) => event === "confirmed")).toMatchObject([{ actor: "李经办" }]);
  });

  it("and do different things: the second is told, and may after looking again", () => {
    const { one, two, seen } = twoOffices();
    const request = seen(complaint);
    actOn(one, request, act("assigned", "李经办", { unit: "城管办" }));
    const reply = act("replied", "周经办", { text: "井盖换好了" });
    expect(() => actOn(two, request, reply)).toThrow(changed);
    expect(actOn(two, seen(complaint), reply).request).toMatchObject({ phase: "closed", version: 3 });
  });

  it("are held to the step that they name, whatever the row says", () => {
    const { one, two, seen } = twoOffices();
    actOn(one, seen(complaint), act("note", "李经办", { text: "打过电话" }));
    expect(() => actOn(two, seen(complaint), { ...act("started", "周经办"), version: 1 })).toThrow(changed);
    expect(actOn(two, seen(complaint), { ...act("started", "周经办"), version: 2 }).request).toMatchObject({ phase: "working" });
  });

  it("and agree to the same proposal: it is carried out once", () => {
    const { one, two, seen } = twoOffices();
    actOn(one, seen(disclosure), act("confirmed", "李经办"));
    const facts = { outcome: "not_held", information: "井盖养护记录", searched: "档案室2020年以来的目录" };
    expect(actOn(one, seen(disclosure), act("decided", "李经办", facts))).toMatchObject({ awaitsApproval: true });
    const request = seen(disclosure);
    expect(approve(one, request, "王主任", null).request).toMatchObject({ phase: "decided", outcome: "not_held" });
    expect(() => approve(two, request, "赵主任", null)).toThrow(changed);
    expect(() => refuseProposal(two, request, "赵主任", "再查一遍")).toThrow(changed);
    expect(() => approve(two, seen(disclosure), "赵主任", null)).toThrow(expect.objectContaining({ code: "approval_refused" }));
    expect(eventsOf(two.store, request.id).filter(({ event }) => event === "decided")).toHaveLength(1);
  });

  it("or one and time: the clock's own events do not overtake themselves", () => {
    const { one, two, seen, later } = twoOffices();
    const request = seen(complaint);
    later("2026-12-02");
    expect(sweep(one).events).toBeGreaterThan(0);
    expect(sweep(two).events).toBe(0);
    expect(() => actOn(two, request, act("replied", "周经办", { text: "好了" }))).toThrow(changed);
  });
});

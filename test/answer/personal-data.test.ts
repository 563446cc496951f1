import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openConsultation } from "../../src/answer/consultation.js";
import { inboxAnswerer } from "../../src/channels/delivery/answer-inbox.js";
import { actOn } from "../../src/requests/casework/act.js";
import { approve } from "../../src/requests/casework/approve.js";
import { receiveMessage } from "../../src/store/inbox.js";
import { requestsByNumber } from "../../src/store/requests.js";
import { addStaff } from "../../src/store/staff.js";
import { noRetrieval } from "../fixtures/no-retrieval.js";
import { sampleDesk, sampleKnowledge } from "../fixtures/request-dialog.js";

const secrets = ["陈大文", "440106199001011235", "13812345678", "chen.dawen@example.com", "13987654321"];
const said = [
  "我要申请公开木棉街道2025年的绿化养护合同",
  "我叫陈大文",
  "440106199001011235",
  "13812345678",
  "电子版",
  "发邮箱",
  "联系方式改成 chen.dawen@example.com",
  "确认",
  "我的信息",
  "青云路12号门口的井盖响，我叫陈大文，打我电话13987654321",
  "确认",
];

it("个人信息保护法 Art. 51: no name, number, telephone or mail address stands in clear in the database, from the first word to the decision", async () => {
  const { store, parts, vault, clock, desk, ownData, watches } = sampleDesk();
  const knowledge = sampleKnowledge();
  const officePlace = knowledge.office.place;
  const consultation = openConsultation({
    store,
    vault,
    knowledge,
    retrieval: noRetrieval,
    requests: desk,
    ownData,
    watches,
    clock,
    officePlace,
    chatModel: null,
    chatTimeoutMs: 12_000,
  });
  const answerer = inboxAnswerer(store, consultation, clock);
  for (const [index, text] of said.entries()) {
    const message = {
      channel: "web" as const,
      updateId: String(index),
      conversation: "a-key-of-more-than-22-characters",
      text,
      choice: null,
      place: null,
    };
    await answerer.answer(receiveMessage(store, message, "2026-11-23T10:00:00+08:00"));
  }
  for (const [name, role] of [
    ["李经办", "handler"],
    ["王主任", "head"],
  ] as const)
    addStaff(store, { name, role, at: "2026-11-23T10:00:00+08:00" });
  const request = () => requestsByNumber(store, ["YSQ-2026-000001"])[0];
  const act = (name: string, facts = {}) => {
    const current = request();
    if (current) actOn(parts, current, { act: name, by: "李经办", on: null, facts, version: null });
  };
  act("confirmed");
  act("decided", { outcome: "granted", provided: "合同", provisionForm: "电子版，发到 chen.dawen@example.com" });
  const proposed = request();
  if (proposed) approve(parts, proposed, "王主任", null);

  expect(request()).toMatchObject({ state: "decided", outcome: "granted" });
  const opened = vault.open(
    { kind: "applicant", subject: String(request()?.id) },
    { by: "李经办", why: "办理", at: "2026-11-23T10:00:00+08:00" },
  );
  for (const secret of secrets.slice(0, 2)) expect(opened).toContain(secret);
  store.sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(join(store.home, "zhengwen.sqlite"));
  for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(false);
});

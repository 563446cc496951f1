import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../src/answer/dialog.js";
import { plainDate } from "../../src/domain/plain-date.js";
import type { Citation } from "../../src/domain/reply.js";
import { proposedWatches, tellWatch } from "../../src/requests/watches.js";
import { requestDialog, sampleDesk } from "../fixtures/request-dialog.js";

const citation: Citation = {
  n: 1,
  document: "木棉街道加装电梯补贴办法",
  article: "第三条",
  path: null,
  url: null,
  quote: "每台补贴十万元。",
  effectiveFrom: plainDate("2026-12-01"),
  status: "in_force",
  basis: [],
};
const choices = [{ id: "offer_watch", label: "以后公布了告诉我" }];

function watching() {
  const desk = sampleDesk();
  const dialog = requestDialog({ desk });
  dialog.setState({ ...emptyDialog, unanswered: "加装电梯补贴多少", choices });
  const said = dialog.say("以后公布了告诉我", "question");
  return { ...dialog, desk, said };
}

/** Publishes a document of this title at this time, as the import would. */
function publish({ store }: ReturnType<typeof sampleDesk>, title: string, at: string): void {
  store.sqlite.prepare("INSERT INTO documents (source, path) VALUES ('s', ?)").run(at);
  store.sqlite
    .prepare(
      `INSERT INTO document_versions (document_id, sha256, title, kind, place, supersedes, categories, repeals, text, inferred, repaired, review_state, reviewed_at, imported_at)
       VALUES (last_insert_rowid(), '', ?, 'notice', '全国', '[]', '[]', '[]', '', '[]', '[]', 'published', ?, ?)`,
    )
    .run(title, at, at);
}

describe("whoever wants to hear when something is published", () => {
  it("is kept with the question, once, and may take it back", () => {
    const { said, say, setState, desk } = watching();
    expect(said.reply?.text).toContain("不用告诉我了");
    setState({ ...emptyDialog, unanswered: "加装电梯补贴多少", choices });
    say("1", "question");
    const open = () => desk.store.sqlite.prepare("SELECT question FROM publication_watches WHERE told_at IS NULL").pluck().all();
    expect(open()).toEqual(["加装电梯补贴多少"]);
    say("不用告诉我了", "question");
    expect(open()).toEqual([]);
  });

  it("is proposed to staff once something published since answers, not before", async () => {
    const { desk } = watching();
    const proposals = () => proposedWatches(desk.store, async () => [citation]);
    expect(await proposals()).toEqual([]);
    publish(desk, citation.document, "2026-11-22T10:00:00+08:00");
    expect(await proposals()).toEqual([]);
    publish(desk, citation.document, "2026-11-24T10:00:00+08:00");
    expect(await proposals()).toMatchObject([{ watch: { question: "加装电梯补贴多少" }, citation: { article: "第三条" } }]);
  });

  it("is told on a staff member's click, once, with the citation", async () => {
    const { desk } = watching();
    publish(desk, citation.document, "2026-11-24T10:00:00+08:00");
    const [proposal] = await proposedWatches(desk.store, async () => [citation]);
    if (!proposal) throw new Error("nothing was proposed");
    expect(tellWatch(desk.parts, proposal, "李经办")).toBe(true);
    expect(tellWatch(desk.parts, proposal, "李经办")).toBe(false);
    const told = desk.store.sqlite.prepare("SELECT reply FROM outbox").pluck().all() as string[];
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/加装电梯补贴多少.*《木棉街道加装电梯补贴办法》第三条/);
  });
});

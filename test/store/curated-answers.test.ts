import { expect, it } from "vitest";
import type { CuratedStanding } from "../../src/domain/curated-answer.js";
import {
  addCuratedAnswer,
  changeCuratedAnswer,
  countCuratedAnswers,
  countCuratedHit,
  curatedRevision,
  findCuratedAnswer,
  listCuratedAnswers,
  publishedCuratedAnswers,
} from "../../src/store/curated-answers.js";
import { officePlace } from "../fixtures/corpus.js";
import { temporaryStore } from "../fixtures/home.js";

const at = "2026-11-23T10:00:00+08:00";
const approved: CuratedStanding = { state: "published", approvedBy: "王主任", approvedAt: at };

function withAnswers(...questions: readonly string[]) {
  const store = temporaryStore();
  const ids = questions.map((question) =>
    addCuratedAnswer(store, {
      question,
      phrasings: [`${question}呢`],
      place: officePlace,
      answer: "答",
      citations: [],
      author: "李",
      createdAt: at,
    }),
  );
  return { store, ids: ids as [number, number, number] };
}

it("keeps an answer with its phrasings, as a draft that nobody has heard", () => {
  const { store, ids } = withAnswers("甲");
  expect(findCuratedAnswer(store, ids[0])).toMatchObject({
    question: "甲",
    phrasings: ["甲呢"],
    standing: { state: "draft" },
    hits: 0,
    version: 1,
  });
  expect(publishedCuratedAnswers(store)).toEqual([]);
});

it("lists what went stale first, then the most said", () => {
  const { store, ids } = withAnswers("甲", "乙", "丙");
  const [one, two, three] = ids;
  changeCuratedAnswer(store, { id: one, version: 1 }, { standing: approved });
  changeCuratedAnswer(store, { id: two, version: 1 }, { standing: approved });
  countCuratedHit(store, two, at);
  changeCuratedAnswer(
    store,
    { id: three, version: 1 },
    {
      standing: {
        ...approved,
        state: "stale",
        staleness: { reason: "gone", document: "丁", article: null, on: "2026-11-23" as never, endedBy: null },
      },
    },
  );
  const listed = (state: "published" | null, after = 0, limit = 9) =>
    listCuratedAnswers(store, { state, after, limit }).map(({ id }) => id);
  expect([listed(null), listed("published"), listed(null, 1, 1)]).toEqual([[three, two, one], [two, one], [two]]);
  expect(findCuratedAnswer(store, two)).toMatchObject({ hits: 1, lastHitAt: at });
  expect(countCuratedAnswers(store)).toEqual({ stale: 1, draft: 0, published: 2, withdrawn: 0 });
});

it("changes only what was read, and another revision tells of it", () => {
  const { store, ids } = withAnswers("甲");
  const before = curatedRevision(store);
  expect(changeCuratedAnswer(store, { id: ids[0], version: 7 }, { standing: approved })).toBe(false);
  expect(curatedRevision(store)).toBe(before);
  expect(changeCuratedAnswer(store, { id: ids[0], version: 1 }, { standing: approved })).toBe(true);
  expect(curatedRevision(store)).not.toBe(before);
});

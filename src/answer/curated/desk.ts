import type { Clock } from "../../domain/clock.js";
import type { CuratedAnswer, Staleness } from "../../domain/curated-answer.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { Place } from "../../domain/place.js";
import { dayInShanghai, shanghaiTime } from "../../domain/plain-date.js";
import type { Gazetteer } from "../../knowledge/places.js";
import type { Retrieval } from "../../retrieval/index.js";
import { audit } from "../../store/audit-log.js";
import {
  addCuratedAnswer,
  type CuratedChange,
  changeCuratedAnswer,
  findCuratedAnswer,
  publishedCuratedAnswers,
} from "../../store/curated-answers.js";
import type { Store } from "../../store/open.js";
import { findStaff, type StaffRole } from "../../store/staff.js";
import { type CheckParts, checkDraft, draftOf } from "./check.js";
import type { CuratedDraft } from "./draft.js";
import { resolveCitation } from "./passage-cited.js";

export type DeskParts = {
  readonly store: Store;
  readonly knowledge: CheckParts["knowledge"] & { readonly places: Gazetteer };
  readonly retrieval: CheckParts["retrieval"] & Pick<Retrieval, "generation" | "isRolledBack">;
  readonly clock: Clock;
  readonly officePlace: Place;
};

/** What staff do with curated answers. Each act is written into the audit log, and throws ZhengwenError when it may not be done. */
export type CuratedDesk = {
  /** Keeps a draft; its id. Throws `curated_refused` with all that is wrong, `approval_refused`, `unknown_place`. */
  add(draft: CuratedDraft, by: string): number;
  /** A second person publishes a draft, or again what went stale. Throws `approval_refused`, `curated_refused`, `request_changed`, `not_found`. */
  approve(id: number, by: string): void;
  /** Takes an answer away, whatever its state; it stays readable to staff. Throws as `approve`. */
  withdraw(id: number, by: string, because: string): void;
  /** Marks as stale what no longer rests on texts in force; the ids. Does nothing twice for one index and day. */
  sweep(): readonly number[];
};

/** @throws ZhengwenError `not_found` */
export function curatedAnswerOf(store: Store, id: number): CuratedAnswer {
  const answer = findCuratedAnswer(store, id);
  if (!answer) throw new ZhengwenError("not_found", `没有第 ${id} 条精选问答`);
  return answer;
}

/** Whether somebody may approve this answer: a head or an admin who did not write it. */
export function mayApprove({ standing, author }: Pick<CuratedAnswer, "standing" | "author">, by: string, role: StaffRole): boolean {
  return (standing.state === "draft" || standing.state === "stale") && author !== by && (role === "head" || role === "admin");
}

/** Whether somebody may take this answer away: who may write one. */
export function mayWithdraw({ standing }: Pick<CuratedAnswer, "standing">, role: StaffRole): boolean {
  return standing.state !== "withdrawn" && role !== "reader";
}

/** Opens what staff do with curated answers, over the store and the current index. */
export function openCuratedDesk(parts: DeskParts): CuratedDesk {
  const { store, knowledge, retrieval, clock, officePlace } = parts;
  let swept = "";

  const write = (answer: CuratedAnswer, by: string, change: CuratedChange, detail: object = {}) => {
    const at = shanghaiTime(clock());
    if (!changeCuratedAnswer(store, answer, change))
      throw new ZhengwenError("request_changed", `第 ${answer.id} 条精选问答刚被别人改过，请重新打开再看`);
    audit(store, { at, actor: by, action: `curated_${change.standing.state}`, subject: `curated ${answer.id}`, detail });
  };
  const today = () => dayInShanghai(clock());

  return {
    add: (draft, by) => {
      roleOf(store, by, ["handler", "head", "admin"], "不能写精选问答");
      const place = draft.place === undefined ? officePlace : knowledge.places.read(draft.place);
      const checked = checkDraft(draft, { place, asOf: today() }, parts);
      if (checked.kind === "refused") throw refused(checked.complaints);
      const at = shanghaiTime(clock());
      return store.transaction(() => {
        const { question, phrasings, answer } = draft;
        const id = addCuratedAnswer(store, { question, phrasings, place, answer, citations: checked.citations, author: by, createdAt: at });
        audit(store, { at, actor: by, action: "curated_added", subject: `curated ${id}` });
        return id;
      });
    },
    approve: (id, by) =>
      store.transaction(() => {
        const answer = curatedAnswerOf(store, id);
        const role = roleOf(store, by, ["head", "admin"], "不是负责人，不能审核精选问答");
        const { state } = answer.standing;
        if (state === "published" || state === "withdrawn")
          throw new ZhengwenError("approval_refused", `第 ${id} 条精选问答${state === "published" ? "已经发布" : "已经撤下，请另写一条"}`);
        if (!mayApprove(answer, by, role)) throw new ZhengwenError("approval_refused", `${by} 自己写的，要由另一个人审核`);
        const checked = checkDraft(draftOf(answer), { place: answer.place, asOf: today() }, parts);
        if (checked.kind === "refused") throw refused(checked.complaints);
        const changed = answer.citations.filter((cited, index) => cited.fingerprint !== checked.citations[index]?.fingerprint);
        if (changed.length > 0)
          throw refused(changed.map(({ document, article }) => `《${document}》${article ?? ""}的原文变了：请照新的原文另写一条`));
        const standing = { state: "published", approvedBy: by, approvedAt: shanghaiTime(clock()) } as const;
        write(answer, by, { standing, citations: checked.citations });
      }),
    withdraw: (id, by, because) =>
      store.transaction(() => {
        const answer = curatedAnswerOf(store, id);
        roleOf(store, by, ["handler", "head", "admin"], "不能撤下精选问答");
        if (answer.standing.state === "withdrawn") throw new ZhengwenError("approval_refused", `第 ${id} 条精选问答已经撤下`);
        if (because.trim() === "") throw new ZhengwenError("approval_refused", "请写明撤下的原因");
        const standing = { state: "withdrawn", withdrawnBy: by, withdrawnAt: shanghaiTime(clock()), because: because.trim() } as const;
        write(answer, by, { standing });
      }),
    sweep: () => {
      const asOf = today();
      const seen = `${retrieval.generation()} ${asOf}`;
      // an earlier index may lack what is published: what it lacks is not said, and not taken away either
      if (seen === swept || retrieval.isRolledBack()) return [];
      const stale = store.transaction(() =>
        publishedCuratedAnswers(store).flatMap((answer) => {
          const staleness = stalenessOf(answer, asOf, parts);
          if (staleness === null || answer.standing.state !== "published") return [];
          write(answer, "system", { standing: { ...answer.standing, state: "stale", staleness } }, { reason: staleness.reason });
          return [answer.id];
        }),
      );
      swept = seen;
      return stale;
    },
  };
}

/** The first citation that no longer stands on a day, or null. */
export function stalenessOf(
  { citations, place }: Pick<CuratedAnswer, "citations" | "place">,
  on: Staleness["on"],
  { knowledge, retrieval }: CheckParts,
): Staleness | null {
  for (const [index, cited] of citations.entries()) {
    const resolved = resolveCitation(cited, index + 1, { place, asOf: on }, retrieval, knowledge.replacedSince);
    if (resolved.kind === "fallen")
      return { reason: resolved.reason, document: cited.document, article: cited.article, on, endedBy: resolved.endedBy };
  }
  return null;
}

function roleOf(store: Store, by: string, allowed: readonly StaffRole[], why: string): StaffRole {
  const role = findStaff(store, by)?.role;
  if (role === undefined)
    throw new ZhengwenError("approval_refused", `没有登记过工作人员“${by}”：zhengwen staff add ${by} --role ${allowed[0]}`);
  if (!allowed.includes(role)) throw new ZhengwenError("approval_refused", `${by} ${why}`);
  return role;
}

function refused(complaints: readonly string[]): ZhengwenError {
  return new ZhengwenError("curated_refused", `这条精选问答不能收：\n${complaints.map((line) => `- ${line}`).join("\n")}`);
}

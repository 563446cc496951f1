import { addDays, dayInShanghai } from "../domain/plain-date.js";
import type { RequestOrder } from "../domain/request-desk.js";
import { type DoubtKind, doubtKinds } from "../knowledge/doubts.js";
import { publishedTitles } from "../store/document-pages.js";
import { requestsOfApplicant, type StoredRequest, storedRequest } from "../store/requests.js";
import { bigramsOf } from "../text/bigrams.js";
import { fillIn } from "../text/fill.js";
import { likeness } from "./alike-requests.js";
import type { CaseParts } from "./case-parts.js";
import { record } from "./record.js";

/** Something about a disclosure request that staff should look at: what it may be, and why. A proposal, never a decision. */
export type Doubt = { readonly doubt: DoubtKind; readonly reason: string };

/** What gives reason to doubt in a description alone: what it asks for is no information, or no information of the office's. */
export function doubtsOfWords(description: string, { doubts }: CaseParts["knowledge"]["doubts"]): readonly Doubt[] {
  return doubtKinds.flatMap((doubt) => {
    const found = doubts[doubt].patterns?.map((pattern) => pattern.exec(description)?.[0]).find((text) => text !== undefined);
    return found === undefined ? [] : [{ doubt, reason: fillIn(doubts[doubt].reason, { found }) }];
  });
}

/** The published document whose title says what is described (政府信息公开条例 Art. 36(1)); null when none does. */
export function publishedAlready({ store, knowledge }: CaseParts, description: string): string | null {
  const said = bigramsOf(description);
  const shares = publishedTitles(store).map((title) => {
    const pairs = [...bigramsOf(title.replace(/^.{2,12}(?:街道|人民政府|办事处)(?:关于)?/u, ""))];
    return { title, pairs: pairs.length, share: pairs.filter((pair) => said.has(pair)).length / Math.max(1, pairs.length) };
  });
  const best = shares.filter(({ pairs }) => pairs >= 5).sort((one, other) => other.share - one.share)[0];
  return best && best.share >= knowledge.doubts.alikeFrom ? best.title : null;
}

const longestFound = 30;

/** Writes the doubts of a request just filed down as events of it, inside the caller's transaction. */
export function raiseDoubts(parts: CaseParts, requestId: number, { insisted }: RequestOrder): void {
  const request = storedRequest(parts.store, requestId);
  if (!request) return;
  // the masked words: what is written into an event stays for ever
  const { description } = request;
  const { doubts: rules } = parts.knowledge.doubts;
  const ofWords = doubtsOfWords(description, parts.knowledge.doubts);
  const isHeardNow = insisted && !ofWords.some(({ doubt }) => doubt === "disguised_petition");
  const heard: readonly Doubt[] = isHeardNow
    ? [{ doubt: "disguised_petition", reason: fillIn(rules.disguised_petition.reason, { found: description.slice(0, longestFound) }) }]
    : [];
  const doubts = [...heard, ...ofWords, ...ofOthers(parts, description), ...published(parts, description), ...ofApplicant(parts, request)];
  if (doubts.length > 0)
    record(
      parts,
      request,
      doubts.map((detail) => ({ event: "doubt_raised", actor: "system", detail })),
    );
}

const street = /([\p{Script=Han}]{2,3}?(?:街道办事处|街道|镇政府|镇))(?=\d|[的在对去今前本关办年有没])/u;
const ourselves = /^(?:我们|你们|咱们|我哋|你哋|本|贵|这个|该|全|各|老|乡|城|小|古)/u;

/** 东山镇. */
const shortestStreet = 3;

/** Another street or town is named: its own information is not ours to give (Art. 36(5)). */
function ofOthers({ knowledge }: CaseParts, description: string): readonly Doubt[] {
  const found = street.exec(description)?.[1]?.replace(/^[申请公开想要查看了解获取得到]+/u, "");
  if (
    found === undefined ||
    found.length < shortestStreet ||
    ourselves.test(found) ||
    knowledge.office.place.includes(found.replace(/办事处$/u, ""))
  )
    return [];
  return [{ doubt: "not_ours", reason: fillIn(knowledge.doubts.doubts.not_ours.reason, { found }) }];
}

function published(parts: CaseParts, description: string): readonly Doubt[] {
  const title = publishedAlready(parts, description);
  return title === null
    ? []
    : [{ doubt: "already_public", reason: fillIn(parts.knowledge.doubts.doubts.already_public.reason, { found: title }) }];
}

/** Repeated (Art. 36(6)) and excessive (Art. 35), by the keyed hash of the identity: nobody's identity is opened for it. */
function ofApplicant({ store, knowledge, clock }: CaseParts, request: StoredRequest): readonly Doubt[] {
  if (request.applicantKey === null) return [];
  const { doubts, excessiveFrom, alikeFrom } = knowledge.doubts;
  const wanted = bigramsOf(request.description);
  const yearAgo = addDays(dayInShanghai(clock()), -365);
  const others = requestsOfApplicant(store, request.applicantKey).filter(({ id }) => id !== request.id);
  const same = others.find(
    ({ description, outcome }) => outcome !== null && outcome !== "withdrawn" && likeness(bigramsOf(description), wanted) >= alikeFrom,
  );
  const count = others.filter(({ createdAt }) => createdAt.slice(0, 10) >= yearAgo).length + 1;
  return [
    ...(same ? [{ doubt: "repeated" as const, reason: fillIn(doubts.repeated.reason, { found: same.number }) }] : []),
    ...(count >= excessiveFrom ? [{ doubt: "excessive" as const, reason: fillIn(doubts.excessive.reason, { found: String(count) }) }] : []),
  ];
}

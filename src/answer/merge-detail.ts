import type { RequestOrder } from "../domain/request-desk.js";
import { findLocation } from "../text/location.js";
import type { Ports } from "./step.js";

/** 3栋…, 二楼…: a place within the one already named. */
const within =
  /^(?:就|是|系)?(?:在|喺|系)?\s*((?:[0-9]{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z][0-9]{0,3})(?:号楼|号|栋|幢|座|单元|巷|楼|层|期|区)[^，。！？,.!?；;]{0,16})/;
const lead =
  /^(?:对|是|嗯|哦|喔|好的?)?[，, ]*(?:地点|地址|位置)?(?:应该)?(?:不对|错了|写错了)?[，,：: ]*(?:改成|改为|换成|改到|就|是|系)*(?:在|喺|系|是|位于)?\s*/;
/** Something that a place has in it, however it is called. */
const placelike = /[路街巷里楼栋号门口边旁面下上园场站桥店厂村区院校室城湾角处层亭河涌道馆库梯房头尾度]/;
const longestPlace = 24;

/** The place in an answer to 请问在哪里: a name, or a few words that sound like a place (我家楼下); null when there is none. */
export function placeFrom(text: string): string | null {
  const found = findLocation(text)?.text;
  if (found !== undefined) return found;
  const rest = text
    .trim()
    .replace(lead, "")
    .replace(/[。！!~的啊呀啦]+$/, "");
  return rest.length >= 2 && rest.length <= longestPlace && placelike.test(rest) ? rest : null;
}

/** The order with what a later turn adds: 在榕景苑, then 3栋同4栋中间, each night at eleven, become one matter at one place. */
export function mergeDetail(
  order: RequestOrder,
  text: string,
  { requests, knowledge }: Pick<Ports, "requests" | "knowledge">,
): RequestOrder {
  const location = mergedPlace(order.location, text);
  const description = `${order.description}\n补充：${text.trim()}`;
  const guess = requests.classify(text);
  const { fallback } = knowledge.categories;
  const undecided =
    order.category === null || (order.category.level1 === fallback.level1 && requests.classify(order.description).category === null);
  return {
    ...order,
    description,
    location,
    category: order.type !== "disclosure" && undecided ? (requests.classify(description).category ?? order.category) : order.category,
    urgent: order.urgent || ((order.type === "complaint" || order.type === "help" || order.type === "report") && guess.urgent),
  };
}

/** The order at the place that the text names; what else the text says is added to the description. */
export function withPlace(order: RequestOrder, place: string, text: string, ports: Pick<Ports, "requests" | "knowledge">): RequestOrder {
  const tellsMore = text.trim().replace(lead, "").length > place.length + 4;
  return { ...(tellsMore ? mergeDetail(order, text, ports) : order), location: place };
}

function mergedPlace(known: string | null, text: string): string | null {
  const inside = within.exec(text.trim().replace(lead, ""))?.[1]?.replace(/[的啊呀]+$/, "");
  const named = findLocation(text)?.text ?? null;
  if (known === null) return named;
  if (inside !== undefined) return known.includes(inside) ? known : `${known}${inside}`;
  if (named === null || known.includes(named)) return known;
  return named.includes(known) ? named : `${known}，${named}`;
}

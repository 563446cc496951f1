import { ZhengwenError } from "../../domain/errors.js";
import type { Store } from "../../store/open.js";
import { requestsByNumber, type StoredRequest } from "../../store/requests.js";
import { findReceiptNumber } from "../../text/receipt-number.js";

/**
 * The request of a receipt number, however sloppily it is written: full width, spaced, without its prefix.
 * @throws ZhengwenError `not_found`, or `wrong_use` naming those that it might be
 */
export function findCase(store: Store, number: string): StoredRequest {
  const found = requestsByNumber(store, findReceiptNumber(number)?.candidates ?? []);
  const [first] = found;
  if (!first) throw new ZhengwenError("not_found", `没有 ${number} 这个受理编号`);
  if (found.length > 1) throw new ZhengwenError("wrong_use", `${number} 可能是 ${found.map((each) => each.number).join("、")}，请写全`);
  return first;
}

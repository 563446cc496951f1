import { maskPersonalData } from "../../text/mask.js";
import { titleKey } from "../../text/title-key.js";
import type { Finding } from "./finding.js";

type Found = Pick<Finding, "rule" | "detail">;

const title = /《([^《》]{2,80})》/gu;
const documentNumber = /[\p{Script=Han}]{1,12}[〔[［(（【]\s*\d{4}\s*[〕\]］)）】]\s*(?:第\s*)?\d{1,5}\s*号/gu;
const digitRun = /\d(?:[\d\-－—（）() ]{3,}\d)/gu;
const link =
  /(?:https?:\/\/|www\.)[^\s，。；）)]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|gov|edu|example|info|top|xyz)\b[^\s，。；）)]*/giu;
const mark = /〔(?:姓名|住址|手机号|座机号|身份证号|银行卡号|车牌号|护照号|邮箱|微信号)〕/u;

const bare = (text: string) => text.replace(/\D/g, "");
const plain = (text: string) => text.normalize("NFKC").replace(/[〔〕[\]()【】\s]/g, "");

/**
 * Holds what a sentence names against what its sources say: titles, document numbers, telephones and addresses stand there, and nothing in it
 * is personal data.
 * @param publicNumbers the office's own telephones
 */
export function checkNames(statement: string, said: string, publicNumbers: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  const known = titleKey(said);
  for (const [written, name = ""] of statement.matchAll(title))
    if (!known.includes(titleKey(name))) found.push({ rule: "title", detail: written });
  for (const [written] of statement.matchAll(documentNumber))
    if (!plain(said).includes(plain(written).replace(/^.*?(?=[\p{Script=Han}]{1,2}\d{4})/u, "")))
      found.push({ rule: "document_number", detail: written });
  const runs = new Set([...said.matchAll(digitRun)].map(([run]) => bare(run)));
  for (const [written] of statement.matchAll(digitRun)) if (!runs.has(bare(written))) found.push({ rule: "telephone", detail: written });
  for (const [written] of statement.matchAll(link)) if (!said.includes(written)) found.push({ rule: "link", detail: written });
  if (mark.test(statement)) found.push({ rule: "personal_data", detail: mark.exec(statement)?.[0] ?? "" });
  for (const { text } of maskPersonalData(statement, [...publicNumbers, ...runs]).spans)
    if (!said.includes(text)) found.push({ rule: "personal_data", detail: text });
  return found;
}

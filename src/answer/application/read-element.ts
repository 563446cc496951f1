import type {
  DisclosureElement,
  IdentityDocument,
  PartialApplication,
  ProvisionForm,
  ReceiptWay,
} from "../../domain/disclosure-application.js";
import type { ApplicantKind } from "../../domain/disclosure-outcome.js";
import { applicantKinds } from "../../domain/disclosure-outcome.js";
import type { PlainDate } from "../../domain/plain-date.js";
import type { ApplicationWordings } from "../../knowledge/application-wordings.js";
import { creditCodeProblem, idCardProblem } from "../../text/identity-numbers.js";
import { shadowOf } from "../../text/mask/shadow.js";

/** What an answer gives of one element, or what is wrong with it: the name of a text in `problems`. */
export type ReadElement =
  | { readonly kind: "given"; readonly given: PartialApplication }
  | { readonly kind: "description"; readonly text: string }
  | { readonly kind: "problem"; readonly problem: keyof ApplicationWordings["problems"] };

type Words = ApplicationWordings;

/** Reads the answer to the question for one element. */
export function readElement(element: DisclosureElement, answer: string, words: Words, today: PlainDate): ReadElement {
  const text = answer.trim();
  switch (element) {
    case "description":
      return isDescription(text) ? { kind: "description", text } : { kind: "problem", problem: "description" };
    case "name":
      return readName(text, words);
    case "identity":
      return readIdentity(text, today);
    case "contact":
      return readContact(text);
    case "form": {
      const form = formIn(text, words);
      return form === null ? { kind: "problem", problem: "form" } : { kind: "given", given: { form } };
    }
    case "way": {
      const way = wayIn(text, words);
      return way === null ? { kind: "problem", problem: "way" } : { kind: "given", given: { way } };
    }
  }
}

/** All elements that a longer message names beside each other: 我叫…，身份证…，电话…，发邮箱. */
export function elementsIn(text: string, words: Words, today: PlainDate): PartialApplication {
  const parts = text.split(/[，,。；;\n]+/).map((part) => part.trim());
  let found: PartialApplication = {};
  for (const part of parts) {
    const identity = readIdentity(part, today);
    if (identity.kind === "given") found = { ...found, ...identity.given };
    else if (words.understands.name.test(part)) {
      const name = readName(part, words);
      if (name.kind === "given") found = { ...found, ...name.given };
    } else {
      const contact = numberIn(part);
      const isWord = part.length <= longestWord;
      const form = isWord ? formIn(part, words) : null;
      const way = isWord ? wayIn(part, words) : null;
      if (contact !== null) found = { ...found, contact };
      else if (form !== null && !part.includes("邮")) found = { ...found, form };
      else if (way !== null) found = { ...found, way };
    }
  }
  return found;
}

const longestWord = 10;

/** Whether a description may be looked for: more than a word, and not the mere wish for information. */
export function isDescription(text: string): boolean {
  const core = text
    .replace(
      /^(?:你好|您好)?[，,。 ]*(?:我|我们|本人)?(?:想|要|想要|需要|请求|特此)*(?:依法)?(?:申请|要求|获取|查询|查阅|了解|知道|公开)*(?:一下|下)?/u,
      "",
    )
    .replace(/(?:的)?(?:政府)?(?:信息|资料|材料|文件|内容|情况)?(?:公开)?[。.!！]*$/u, "")
    .replace(/[\s\p{P}]/gu, "");
  return core.length >= 4;
}

/** What kind of applicant somebody is: by the document, and an organisation by the end of its name. */
export function applicantOf(name: string, identity: IdentityDocument, words: Words): ApplicantKind {
  if (identity.kind !== "credit_code") return "natural_person";
  return applicantKinds.find((kind) => words.organisations[kind]?.test(name)) ?? "other_organisation";
}

const longestName = 40;

function readName(text: string, { understands }: Words): ReadElement {
  const name = text
    .replace(understands.name, "")
    .replace(/[。.!！，,\s]+$/u, "")
    .normalize("NFC");
  const isName =
    name.length >= 2 && name.length <= longestName && /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9·•\s()（）.-]*$/u.test(name);
  const isSentence = /(?:吗|呢|怎么|什么|为什么|多久|不想|不知道|不要|取消)/.test(name);
  return isName && !isSentence ? { kind: "given", given: { name } } : { kind: "problem", problem: "name" };
}

function readIdentity(text: string, today: PlainDate): ReadElement {
  const folded = shadowOf(text).toUpperCase();
  const number = /[0-9A-Z](?:[\s\-—]?[0-9A-Z]){9,24}/.exec(folded)?.[0].replace(/[\s\-—]/g, "") ?? "";
  if (number.length !== 18) return { kind: "problem", problem: "identity_length" };
  if (/^\d{17}[\dX]$/.test(number)) {
    const problem = idCardProblem(number, today);
    if (problem === null) return { kind: "given", given: { identity: { kind: "id_card", number } } };
    // eighteen digits may also be a credit code
    if (creditCodeProblem(number) !== null) return { kind: "problem", problem: `identity_${problem}` };
  }
  const problem = creditCodeProblem(number);
  if (problem === null) return { kind: "given", given: { identity: { kind: "credit_code", number } } };
  return { kind: "problem", problem: problem === "date" ? "identity_length" : `identity_${problem}` };
}

function readContact(text: string): ReadElement {
  const contact = contactIn(text);
  if (contact !== null) return { kind: "given", given: { contact } };
  const digits = shadowOf(text).replace(/[\s-]/g, "");
  return { kind: "problem", problem: /\d{5,}/.test(digits) ? "contact_phone" : "contact" };
}

/** A mobile number, a landline number, a mail address, or a postal address that reaches a door. */
function contactIn(text: string): string | null {
  const number = numberIn(text);
  if (number !== null) return number;
  const folded = shadowOf(text);
  const isAddress =
    folded.length >= 6 &&
    /[路街道巷村镇区市]/.test(folded) &&
    /(?:\d|[一二三四五六七八九十]).{0,8}(?:号|栋|室|房|楼|单元|弄|座)/.test(folded);
  return isAddress ? folded.trim() : null;
}

function numberIn(text: string): string | null {
  const folded = shadowOf(text);
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(folded)?.[0];
  if (email !== undefined) return email;
  const digits = folded.replace(/(?<=\d)[\s-]+(?=\d)/g, "");
  const mobile = /(?<!\d)(?:\+?86|0086)?(1[3-9]\d{9})(?!\d)/.exec(digits)?.[1];
  if (mobile !== undefined) return mobile;
  const landline = /(?<!\d)0\d{2,3}\d{7,8}(?!\d)/.exec(digits)?.[0];
  return landline ?? null;
}

function formIn(text: string, { understands }: Words): ProvisionForm | null {
  if (understands.paper.test(text)) return "paper";
  return understands.electronic.test(text) ? "electronic" : null;
}

function wayIn(text: string, { understands }: Words): ReceiptWay | null {
  if (understands.post.test(text)) return "post";
  if (understands.pickup.test(text)) return "pickup";
  return understands.email.test(text) ? "email" : null;
}

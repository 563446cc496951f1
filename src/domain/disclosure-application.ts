import type { ApplicantKind } from "./disclosure-outcome.js";

/** What an application must contain, in the order in which it is asked for (政府信息公开条例 2019, Art. 29). */
export const disclosureElements = ["description", "name", "identity", "contact", "form", "way"] as const;
export type DisclosureElement = (typeof disclosureElements)[number];

/** In which form the information is wanted. */
export const provisionForms = ["electronic", "paper"] as const;
export type ProvisionForm = (typeof provisionForms)[number];

/** How the answer is to reach the applicant. */
export const receiptWays = ["email", "post", "pickup"] as const;
export type ReceiptWay = (typeof receiptWays)[number];

/** 居民身份证 with 18 characters, 统一社会信用代码 of an organisation, or another document of a person without an identity card. */
export type IdentityDocument = { readonly kind: "id_card" | "credit_code" | "other"; readonly number: string };

/** Who applies and how the answer is wanted; the description stands in the order. Personal data: sealed wherever it is kept. */
export type DisclosureApplication = {
  readonly applicant: ApplicantKind;
  readonly name: string;
  readonly identity: IdentityDocument;
  /** A telephone, a mail address or a postal address. */
  readonly contact: string;
  readonly form: ProvisionForm;
  readonly way: ReceiptWay;
};

/** An application that is still being collected. */
export type PartialApplication = Partial<DisclosureApplication>;

import { disclosureOutcomes } from "./disclosure-outcome.js";

/** Every letter (告知书) of a disclosure request: one for each outcome, and those written on the way to it. */
export const letterKinds = [
  ...disclosureOutcomes,
  /** Art. 35: reasons are asked for. */
  "excessive_reasons",
  /** Art. 35: good reasons, and a later day. */
  "excessive_later",
  /** 登记回执. */
  "receipt",
  /** Art. 30: what to correct, and by which date. */
  "correction",
  /** Art. 33. */
  "extension",
  /** Art. 32, to the third party. */
  "third_party_consultation",
  /** Art. 32, to a third party against whose will the office discloses. */
  "third_party_overruled",
  /** Art. 34, to the organ that made the information with this one. */
  "organ_consultation",
  /** Art. 42. */
  "fee",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/**
 * The elements that a letter may be made of, each with the places ({…}) that it fills in a template.
 * `sequence` and `signedOn` make the letter's number and date: every letter needs them, and no template has to name them.
 */
export const letterElements = {
  sequence: ["letterNumber"],
  signedOn: ["signedOn"],
  applicant: ["applicant"],
  requestNumber: ["requestNumber"],
  receivedOn: ["receivedOn"],
  submittedBy: ["submittedBy"],
  description: ["description"],
  dueOn: ["dueOn"],
  dueUnknown: ["dueUnknown"],
  information: ["information"],
  availableAt: ["availableAt"],
  provided: ["provided"],
  provisionForm: ["provisionForm"],
  ground: ["groundArticle", "groundSays"],
  reason: ["reason"],
  withheld: ["withheld"],
  searched: ["searched"],
  responsibleOrgan: ["organName", "organContact"],
  organUnknown: ["organUnknown"],
  earlierNumber: ["earlierNumber"],
  earlierOn: ["earlierOn"],
  specialLaw: ["specialLaw"],
  specialWay: ["specialWay"],
  properWay: ["properWay"],
  correctionAskedOn: ["correctionAskedOn"],
  correctionItems: ["correctionItems"],
  correctUntil: ["correctUntil"],
  correctedOn: ["correctedOn"],
  frequency: ["frequency"],
  reasonsUntil: ["reasonsUntil"],
  earlierDueOn: ["earlierDueOn"],
  agreedBy: ["agreedBy"],
  thirdParty: ["thirdParty"],
  thirdPartyOpinion: ["thirdPartyOpinion"],
  disclosedOn: ["disclosedOn"],
  consultedOrgan: ["consultedOrgan"],
  feeAmount: ["feeAmount"],
  feeReckoning: ["feeReckoning"],
  payment: ["payment"],
  payUntil: ["payUntil"],
  feeToldOn: ["feeToldOn"],
  withdrawnOn: ["withdrawnOn"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type LetterElement = keyof typeof letterElements;
export const letterElementNames = Object.keys(letterElements) as [LetterElement, ...LetterElement[]];

/** What every letter needs for its number and its date. */
export const frameElements = ["sequence", "signedOn"] as const satisfies readonly LetterElement[];

/** The law on which these letters rest (2019). */
export const disclosureLaw = "《中华人民共和国政府信息公开条例》";

/** An article that a letter rests on, and what it says. */
export type CitedArticle = { readonly law: string; readonly article: string; readonly says: string };

/** A letter as it is sent: complete, in Chinese, plain text without markup. */
export type Letter = {
  readonly kind: LetterKind;
  readonly title: string;
  /** 文号: 木棉街公开告〔2026〕1号. */
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly articles: readonly CitedArticle[];
  /** What the addressee may do against it, a paragraph each; empty where the letter decides nothing. */
  readonly remedies: readonly string[];
  /** Whom to ask, and where. */
  readonly contact: string;
  readonly signature: { readonly office: string; readonly date: string };
  /** The short reply for chat, 200 characters at most. */
  readonly short: string;
};

/** The most characters of a letter's short reply. */
export const shortLimit = 200;

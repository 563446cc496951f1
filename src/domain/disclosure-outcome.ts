/**
 * How a disclosure request may end: the answers of 政府信息公开条例 (2019) Arts. 30, 35–39, what the yearly form of 国办公开办函〔2021〕30号 counts
 * beside them, and withdrawal.
 */
export const disclosureOutcomes = [
  /** Art. 36(1): published already; told where. */
  "already_public",
  /** Art. 36(2): given, or told how and when to get it. */
  "granted",
  /** Art. 36(3): not to be disclosed; names its ground. */
  "refused",
  /** Art. 36(4): searched for, and the office has none. */
  "not_held",
  /** Art. 36(5): another organ's; names it. */
  "not_ours",
  /** Art. 36(6): answered before. */
  "repeated",
  /** Art. 36(7): a register's, got by its own law. */
  "special_procedure",
  /** Art. 37: what may be disclosed is; the rest is refused with its ground. */
  "partly_granted",
  /** Art. 38: would have to be made or put together. */
  "needs_making",
  /** Art. 39(1): a petition, complaint or report in the form of a request. */
  "disguised_petition",
  /** Art. 39(2): a gazette, newspaper, periodical or book. */
  "publication",
  /** The yearly form, (五) 5: asks to confirm or issue anew what was got already. */
  "confirmation_wanted",
  /** Art. 30: corrected, and still nobody can tell what is asked. */
  "still_unclear",
  /** Art. 30: not corrected in time, without good reason. */
  "not_corrected",
  /** Art. 35: too many, too often, without good reason. */
  "excessive",
  /** The yearly form, (六) 2, and Art. 42: the fee was not paid in time. */
  "fee_unpaid",
  "withdrawn",
] as const;
export type DisclosureOutcome = (typeof disclosureOutcomes)[number];

/** Why information is not disclosed (政府信息公开条例 Arts. 14–16, 32). */
export const refusalGrounds = [
  /** Art. 14: state secrets. */
  "state_secret",
  /** Art. 14: forbidden by a law or an administrative regulation. */
  "forbidden_by_law",
  /** Art. 14: would endanger state, public or economic security, or social stability. */
  "security",
  /** Art. 15: business secrets or personal privacy whose disclosure would harm a third party. */
  "third_party",
  /** Art. 32: the third party objects, with good reason. */
  "third_party_objects",
  /** Art. 16(1): personnel, logistics, internal work flow. */
  "internal_affairs",
  /** Art. 16(2): discussions, letters, drafts made on the way to a decision. */
  "working_papers",
  /** Art. 16(2): the file of an enforcement case. */
  "enforcement_file",
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** The outcomes that withhold something, and so name a ground. */
export const groundedOutcomes = ["refused", "partly_granted"] as const satisfies readonly DisclosureOutcome[];
type GroundedOutcome = (typeof groundedOutcomes)[number];

/** How a request ended; one that withholds something says why. */
export type DisclosureResult =
  | { readonly outcome: GroundedOutcome; readonly ground: RefusalGround }
  | { readonly outcome: Exclude<DisclosureOutcome, GroundedOutcome>; readonly ground: null };

/** Who asks, as the yearly form's columns count them: a natural person, or one of five kinds of organisation. */
export const applicantKinds = [
  "natural_person",
  "commercial_enterprise",
  "research_institution",
  "public_welfare_organisation",
  "legal_service",
  "other_organisation",
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

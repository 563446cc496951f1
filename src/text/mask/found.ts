/** Kinds of personal data that are masked. */
export const personalDataTypes = [
  "id_card",
  "phone",
  "landline",
  "bank_card",
  "name",
  "address",
  "plate",
  "passport",
  "email",
  "wechat",
] as const;
export type PersonalDataType = (typeof personalDataTypes)[number];

/** Where personal data stands; UTF-16 offsets. */
export type Found = { readonly type: PersonalDataType; readonly start: number; readonly end: number };

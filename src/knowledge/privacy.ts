import { z } from "zod";
import { fillIn } from "../text/fill.js";
import type { Office } from "./office.js";
import { readKnowledge } from "./read.js";
import type { Retention } from "./retention.js";

const text = z.string().min(1);
const schema = z.strictObject({
  title: text,
  first: text.refine((said) => !/\d/.test(said), "holds no number: it stands beside answers"),
  sections: z.array(z.strictObject({ heading: text, text })).min(1),
});

/** Who keeps what of residents, why and how long, with the office and the months in their places. */
export type PrivacyNotice = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` */
export function loadPrivacyNotice(folder: string, { name, address, telephone }: Office, { months }: Retention): PrivacyNotice {
  const { title, first, sections } = readKnowledge(folder, "wordings/privacy.yml", schema);
  const kept = Object.fromEntries(Object.entries(months).map(([kind, count]) => [kind, String(count)]));
  const filled = (said: string) => fillIn(said, { office: name, address, telephone, ...kept });
  return { title, first: filled(first), sections: sections.map(({ heading, text: said }) => ({ heading, text: filled(said) })) };
}

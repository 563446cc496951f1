import { z } from "zod";

/** A regular expression as it stands in a knowledge file; one that cannot be read is refused with the reason. */
export const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, "u");
  } catch (cause) {
    context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
    return z.NEVER;
  }
});

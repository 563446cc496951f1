import type { Context } from "hono";
import type { Form } from "./parts.js";

/** The fields of a posted form; files are none of ours. */
export async function readForm(c: Context): Promise<Form> {
  const fields = await c.req.parseBody().catch(() => ({}) as Record<string, string | File>);
  return {
    get: (name) => {
      const value = fields[name];
      return typeof value === "string" ? value : "";
    },
  };
}

import { eq } from "drizzle-orm";
import type { Store } from "./open.js";
import { offices } from "./schema/index.js";

/** Keeps the one office's name and place as the knowledge has them; writes only when they changed. */
export function keepOffice(store: Store, name: string, place: string): void {
  const known = store.rows.select().from(offices).where(eq(offices.id, 1)).get();
  if (known?.name === name && known.place === place) return;
  store.rows.update(offices).set({ name, place }).where(eq(offices.id, 1)).run();
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { and, eq, isNotNull, lt } from "drizzle-orm";
import { ZhengwenError } from "../domain/errors.js";
import { audit } from "./audit-log.js";
import type { Store } from "./open.js";
import { sealed, type sealedKinds } from "./schema/index.js";

export type SealedKind = (typeof sealedKinds)[number];
/** What a sealed text belongs to: the kind, and the id of the row. */
export type SealedRef = { readonly kind: SealedKind; readonly subject: string };
/** Who opens personal data, when, and what for: written down before it is given. */
export type Access = { readonly by: string; readonly why: string; readonly at: string };

/** Personal data apart from everything else: encrypted, each opening written down, erased with a tombstone. */
export type Vault = {
  /** Keeps a text; one that is there already is replaced (a corrected element). */
  seal(ref: SealedRef, text: string, given: { readonly conversationId: number | null; readonly at: string }): void;
  /** The text, with the access in the audit log; null when there is none or it is erased. */
  open(ref: SealedRef, access: Access): string | null;
  /** Makes it unreadable for good and leaves when and why; false when there was nothing. */
  erase(ref: SealedRef, because: string, at: string): boolean;
  /** The sealed texts of a conversation that are not erased. */
  ofConversation(conversationId: number): readonly SealedRef[];
  /** The sealed texts of a kind from before `at`, not erased. */
  olderThan(kind: SealedKind, at: string): readonly SealedRef[];
  /** Encrypts a text that is kept elsewhere; `context` must be the same to open it. */
  encrypt(text: string, context: string): string;
  /** @throws ZhengwenError `store_unusable` when it was sealed with another key or altered */
  decrypt(cipher: string, context: string): string;
  /** A keyed hash by which equal texts are found without opening any. */
  fingerprint(text: string): string;
};

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** Opens the sealed texts of a store with the key of `personalDataKey`. */
export function openVault(store: Store, key: Buffer): Vault {
  const derived = (use: string) => Buffer.from(hkdfSync("sha256", key, "", `zhengwen ${use}`, 32));
  const encryption = derived("encryption");
  const matching = derived("matching");

  const encrypt = (text: string, context: string): string => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, encryption, iv).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
  };
  const decrypt = (text: string, context: string): string => {
    const bytes = Buffer.from(text, "base64");
    try {
      const decipher = createDecipheriv(algorithm, encryption, bytes.subarray(0, ivBytes)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString("utf8");
    } catch (cause) {
      throw new ZhengwenError("store_unusable", "personal data cannot be opened: its key file is not the one it was sealed with", {
        cause,
      });
    }
  };
  const contextOf = ({ kind, subject }: SealedRef) => `${kind}/${subject}`;
  const isRef = ({ kind, subject }: SealedRef) => and(eq(sealed.kind, kind), eq(sealed.subject, subject));
  const columns = { kind: sealed.kind, subject: sealed.subject };

  return {
    encrypt,
    decrypt,
    fingerprint: (text) => createHmac("sha256", matching).update(text.normalize("NFKC").trim().toUpperCase()).digest("base64url"),
    seal: (ref, text, { conversationId, at }) => {
      const cipher = encrypt(text, contextOf(ref));
      store.rows
        .insert(sealed)
        .values({ ...ref, conversationId, cipher, sealedAt: at })
        .onConflictDoUpdate({ target: [sealed.kind, sealed.subject], set: { cipher, erasedAt: null, erasedBecause: null } })
        .run();
    },
    open: (ref, { by, why, at }) => {
      const row = store.rows.select({ cipher: sealed.cipher }).from(sealed).where(isRef(ref)).get();
      if (!row?.cipher) return null;
      const text = decrypt(row.cipher, contextOf(ref));
      audit(store, { at, actor: by, action: "personal_data_opened", subject: contextOf(ref), detail: { why } });
      return text;
    },
    erase: (ref, because, at) =>
      store.rows
        .update(sealed)
        .set({ cipher: null, erasedAt: at, erasedBecause: because })
        .where(and(isRef(ref), isNotNull(sealed.cipher)))
        .run().changes > 0,
    ofConversation: (conversationId) =>
      store.rows
        .select(columns)
        .from(sealed)
        .where(and(eq(sealed.conversationId, conversationId), isNotNull(sealed.cipher)))
        .all(),
    olderThan: (kind, at) =>
      store.rows
        .select(columns)
        .from(sealed)
        .where(and(eq(sealed.kind, kind), lt(sealed.sealedAt, at), isNotNull(sealed.cipher)))
        .all(),
  };
}

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { personalDataKey } from "../../src/store/personal-data-key.js";
import { openVault } from "../../src/store/vault.js";
import { temporaryFolder } from "../fixtures/home.js";
import { storeWithConversations } from "../fixtures/request-dialog.js";

const ref = { kind: "applicant", subject: "1" } as const;
const access = { by: "李经办", why: "办理", at: "2026-11-23T10:00:00+08:00" };
const given = { conversationId: 1, at: access.at };

function vaultOf(key = Buffer.alloc(32, 7)) {
  const store = storeWithConversations();
  return { store, vault: openVault(store, key) };
}

describe("the vault", () => {
  it("gives back what was sealed, and writes each opening down", () => {
    const { store, vault } = vaultOf();
    vault.seal(ref, "陈大文", given);
    expect(vault.open(ref, access)).toBe("陈大文");
    expect(store.sqlite.prepare("SELECT actor, subject, detail FROM audit_log").all()).toEqual([
      { actor: "李经办", subject: "applicant/1", detail: JSON.stringify({ why: "办理" }) },
    ]);
  });

  it("seals the same text differently each time, and finds equal texts by their keyed hash alone", () => {
    const { vault } = vaultOf();
    expect(vault.encrypt("陈大文", "x")).not.toBe(vault.encrypt("陈大文", "x"));
    expect(vault.fingerprint(" 44010619900101123x")).toBe(vault.fingerprint("44010619900101123X"));
    expect(vault.fingerprint("1")).not.toBe(vaultOf(Buffer.alloc(32, 8)).vault.fingerprint("1"));
  });

  it("opens nothing with another key, in another place, or once altered", () => {
    const { store, vault } = vaultOf();
    vault.seal(ref, "陈大文", given);
    const cipher = vault.encrypt("陈大文", "x");
    expect(() => openVault(store, Buffer.alloc(32, 8)).open(ref, access)).toThrow(/key/);
    expect(() => vault.decrypt(cipher, "y")).toThrow(/key/);
    store.sqlite.exec("UPDATE sealed SET subject = '2'");
    expect(() => vault.open({ ...ref, subject: "2" }, access)).toThrow(/key/);
  });

  it("erases for good and leaves when and why", () => {
    const { store, vault } = vaultOf();
    vault.seal(ref, "陈大文", given);
    expect(vault.erase(ref, "保存期满", access.at)).toBe(true);
    expect(vault.erase(ref, "保存期满", access.at)).toBe(false);
    expect(vault.open(ref, access)).toBeNull();
    expect(store.sqlite.prepare("SELECT erased_at, erased_because FROM sealed").get()).toEqual({
      erased_at: access.at,
      erased_because: "保存期满",
    });
  });
});

describe("the key of personal data", () => {
  it("is made once, outside the database, for its owner alone", () => {
    const file = join(temporaryFolder(), "keys", "personal-data.key");
    const key = personalDataKey(file);
    expect(personalDataKey(file).equals(key)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8").trim()).toHaveLength(44);
  });

  it("is not replaced when its file is damaged: what is sealed would be lost", () => {
    const file = join(temporaryFolder(), "personal-data.key");
    writeFileSync(file, "not a key");
    expect(() => personalDataKey(file)).toThrow(expect.objectContaining({ code: "home_unusable" }));
  });
});

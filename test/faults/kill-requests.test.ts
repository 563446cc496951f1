import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { openProposal } from "../../src/requests/casework/approve.js";
import { projectionOf } from "../../src/requests/record.js";
import { standingOf } from "../../src/requests/standing.js";
import { lettersOf } from "../../src/store/letters.js";
import { openStore, type Store } from "../../src/store/open.js";
import { personalDataKey } from "../../src/store/personal-data-key.js";
import { eventsOf, type StoredRequest } from "../../src/store/requests.js";
import { inbox, outbox, receiptCounters, requests, sealed } from "../../src/store/schema/index.js";
import { openVault, type Vault } from "../../src/store/vault.js";
import { temporaryFolder } from "../fixtures/home.js";
import { randomNumbers } from "../fixtures/random.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const homes = [1, 2, 3, 4, 5];
const killsPerHome = 5;
const knowledge = sampleKnowledge();

/** An office at work over a home until it is killed: by itself before its `writes`-th write, or with 0 from outside after `ms`. */
function killedOffice(home: string, seed: number, writes: number, ms: number): Promise<{ signal: string | null; said: string }> {
  const args = ["--import", "tsx", "test/fixtures/office-at-work.ts", home, String(seed), String(writes)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text));
  child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), ms));
  return new Promise((resolve) => child.once("close", (_code, signal) => resolve({ signal, said })));
}

/** All that a home holds, opened as the next process would. */
function inspect(home: string, look: (store: Store, vault: Vault) => void): void {
  const store = openStore(home);
  try {
    look(store, openVault(store, personalDataKey(join(home, "personal-data.key"))));
  } finally {
    store.close();
  }
}

describe("an office that is killed again and again while it files requests and acts on them", () => {
  it.concurrent.each(homes)(
    "loses nothing and doubles nothing (home %i)",
    async (home) => {
      const folder = temporaryFolder();
      const random = randomNumbers(home);
      for (let kill = 0; kill < killsPerHome; kill++) {
        const seed = home * 100 + kill;
        // every second is killed from outside, also while something is being written
        const writes = kill % 2 === 1 ? 0 : 1 + Math.floor(random() * 200);
        const { signal, said } = await killedOffice(folder, seed, writes, Math.floor(random() * 300));
        expect({ signal, said }).toEqual({ signal: "SIGKILL", said: "" });
        inspect(folder, (store, vault) => holdWhole(store, vault));
      }
    },
    120_000,
  );
});

function holdWhole(store: Store, vault: Vault): void {
  expect(store.sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(store.sqlite.pragma("foreign_key_check")).toEqual([]);
  const all = store.rows.select().from(requests).all();
  holdNumbers(store, all);
  for (const request of all) holdRequest(store, vault, request);
  holdMessages(store, all);
  for (const { kind, subject, cipher } of store.rows.select().from(sealed).all())
    if (cipher !== null) expect(vault.decrypt(cipher, `${kind}/${subject}`)).not.toBe("");
}

/** One after the other from 1, the last one being what the counter says. */
function holdNumbers(store: Store, all: readonly StoredRequest[]): void {
  for (const { prefix, last } of store.rows.select().from(receiptCounters).all()) {
    const given = all.map(({ number }) => number).filter((number) => number.startsWith(`${prefix}-`));
    expect(given).toEqual(Array.from({ length: last }, (_, index) => `${prefix}-2026-${String(index + 1).padStart(6, "0")}`));
  }
}

/** Each message is answered at most once, and each resident who confirmed has one request. */
function holdMessages(store: Store, all: readonly StoredRequest[]): void {
  const received = store.rows.select().from(inbox).all();
  const answers = store.rows
    .select()
    .from(outbox)
    .all()
    .filter(({ inboxId }) => inboxId !== null);
  expect(answers.map(({ inboxId }) => inboxId).sort()).toEqual(
    received.flatMap(({ id, state }) => (state === "answered" ? [id] : [])).sort(),
  );
  // the last thing that each says is 确认: every third applies for information, in seven messages, the others complain in two
  const confirmed = received.filter(({ state, updateId }) => {
    const [resident, index] = updateId.split("-").map(Number) as [number, number];
    return state === "answered" && index === (resident % 3 === 0 ? 6 : 1);
  });
  expect(all).toHaveLength(confirmed.length);
  expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(all.length);
}

function holdRequest(store: Store, vault: Vault, request: StoredRequest): void {
  const lifecycle = knowledge.lifecycles.of(request.type);
  const events = eventsOf(store, request.id);
  expect(events[0]?.event).toBe(request.type === "disclosure" ? "submitted" : "filed");
  expect(events).toHaveLength(request.version);
  expect(request).toMatchObject(projectionOf(standingOf(request.type, events, plainDate("2026-11-23"), knowledge)));

  const notes = events.flatMap(({ event, detail }) => (event === "note" ? [detail["text"]] : []));
  expect(new Set(notes).size).toBe(notes.length);
  const done = (action: string) => auditCount(store, action, request.number);
  for (const name of ["confirmed", "assigned", "replied", "note"])
    expect(events.filter(({ event }) => event === name)).toHaveLength(done(`request_${name}`));
  const approved = events.filter(({ event, detail }) => lifecycle.events[event]?.secondPerson && detail["agreedBy"] === "王主任");
  expect(approved).toHaveLength(done("request_approved"));

  const letters = lettersOf(store, request.id);
  expect(events.flatMap(({ event, detail }) => (event === "letter_issued" ? [detail["number"]] : []))).toEqual(
    letters.map(({ number }) => number),
  );
  expect(letters.filter(({ kind }) => kind === "not_held")).toHaveLength(events.filter(({ event }) => event === "decided").length);
  for (const { id, number } of letters) expect(openLetter(vault, String(id))).toMatchObject({ number });
  expect(openLetter(vault, `proposal/${request.id}`) === null).toBe(openProposal(events) === null);

  const news = store.rows
    .select()
    .from(outbox)
    .all()
    .filter(({ inboxId, reply }) => inboxId === null && reply.text.includes(request.number));
  expect(news).toHaveLength(events.filter(({ event }) => lifecycle.events[event]?.news !== undefined).length);
}

function openLetter(vault: Vault, subject: string): unknown {
  const kept = vault.open({ kind: "letter", subject }, { by: "测试", why: "核对", at: "2026-11-23T10:00:00+08:00" });
  return kept === null ? null : JSON.parse(kept);
}

function auditCount(store: Store, action: string, subject: string): number {
  return store.sqlite.prepare("SELECT count(*) FROM audit_log WHERE action = ? AND subject = ?").pluck().get(action, subject) as number;
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { ZhengwenError } from "../../../domain/errors.js";

export type DownloadLimits = {
  /** How often a file is asked for in all. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one. */
  readonly firstPause: number;
  /** Milliseconds without a byte after which a connection counts as dead. */
  readonly silence: number;
};

export const patientDownload: DownloadLimits = { attempts: 4, firstPause: 1000, silence: 30_000 };

/** `absent`: the hub has no such file, or keeps it from us. */
export type Download = "whole" | "absent";

const mostRedirects = 5;

/** What is known of a file over several attempts. */
type Part = { bytes: number; total: number | null; tag: string | null; sha256: string | null };

/**
 * Downloads one file, going on where a broken connection left it, and holds it against the size and, where the hub tells it, the sha256.
 * @throws ZhengwenError `embedder_unreachable` naming the address, after the last attempt; what was written so far then remains.
 */
export async function downloadFile(
  url: string,
  path: string,
  limits: DownloadLimits,
  progress: (done: number, total: number | null) => void,
): Promise<Download> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "w");
  const part: Part = { bytes: 0, total: null, tag: null, sha256: null };
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        if ((await continueDownload(url, file, part, limits, progress)) === "absent") {
          await rm(path);
          return "absent";
        }
        await check(path, part);
        await file.sync();
        return "whole";
      } catch (cause) {
        if (attempt >= limits.attempts) throw unreachable(url, limits.attempts, cause);
        await setTimeout(limits.firstPause * 2 ** (attempt - 1));
      }
    }
  } finally {
    await file.close();
  }
}

async function continueDownload(
  url: string,
  file: FileHandle,
  part: Part,
  limits: DownloadLimits,
  progress: (done: number, total: number | null) => void,
): Promise<Download> {
  const watch = watchSilence(limits.silence);
  try {
    const response = await request(url, part, watch.signal);
    if ([401, 403, 404].includes(response.status)) return "absent";
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    if (response.status !== 206) await restart(file, part);
    const length = Number(response.headers.get("content-length") ?? Number.NaN);
    // a coded body is longer than its length says
    const isPlain = !response.headers.get("content-encoding");
    part.total = isPlain && Number.isFinite(length) ? part.bytes + length : null;
    part.tag = response.headers.get("etag");
    for await (const bytes of response.body as AsyncIterable<Uint8Array>) {
      watch.heard();
      await file.write(bytes, 0, bytes.length, part.bytes);
      part.bytes += bytes.length;
      progress(part.bytes, part.total);
    }
    return "whole";
  } finally {
    watch.end();
  }
}

/** Follows redirects by hand: the hub tells a large file's sha256 only before it points to where the file lies. */
async function request(url: string, part: Part, signal: AbortSignal): Promise<Response> {
  let address = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetch(address, {
      signal,
      redirect: "manual",
      headers: {
        "accept-encoding": "identity",
        ...(part.bytes > 0 && part.tag ? { range: `bytes=${part.bytes}-`, "if-range": part.tag } : {}),
      },
    });
    const linked = /^"?([0-9a-f]{64})"?$/.exec(response.headers.get("x-linked-etag") ?? "");
    if (linked?.[1]) part.sha256 = linked[1];
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || !location) return response;
    await response.body?.cancel();
    address = new URL(location, address).href;
  }
  throw new Error(`more than ${mostRedirects} redirects`);
}

async function restart(file: FileHandle, part: Part): Promise<void> {
  await file.truncate(0);
  part.bytes = 0;
}

/** A file that is not what was announced is asked for from its beginning. */
async function check(path: string, part: Part): Promise<void> {
  const { bytes, total } = part;
  if (total !== null && bytes < total) throw new Error(`${bytes} bytes of ${total} came`);
  let wrong = total !== null && bytes > total ? `${bytes} bytes came where ${total} were announced` : null;
  if (!wrong && part.sha256) {
    const digest = createHash("sha256");
    await pipeline(createReadStream(path), digest);
    if (digest.digest("hex") !== part.sha256) wrong = "its sha256 is not the one that the hub tells";
  }
  if (!wrong) return;
  part.bytes = 0;
  throw new Error(wrong);
}

/** Breaks a connection off when nothing was heard for so many milliseconds. */
function watchSilence(silence: number) {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new Error(`nothing came for ${silence} ms`));
  let timer = globalThis.setTimeout(giveUp, silence);
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = globalThis.setTimeout(giveUp, silence);
    },
    end: () => clearTimeout(timer),
  };
}

function unreachable(url: string, attempts: number, cause: unknown): ZhengwenError {
  const reason =
    cause instanceof Error ? [cause.message, cause.cause instanceof Error ? cause.cause.message : ""].filter(Boolean).join(": ") : "";
  return new ZhengwenError("embedder_unreachable", `${url} could not be fetched in ${attempts} attempts: ${reason}`, { cause });
}

import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { ZhengwenError } from "../domain/errors.js";

const keyBytes = 32;

/**
 * The key of all personal data, 32 bytes, from a file that stands outside the database, made at first use and readable by its owner alone.
 * @throws ZhengwenError `home_unusable` for a file that holds no key: a new one would make what is sealed unreadable for ever
 */
export function personalDataKey(file: string): Buffer {
  const kept = readKey(file);
  if (kept) return kept;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const handle = openSync(made, "wx", 0o600);
  writeSync(handle, `${randomBytes(keyBytes).toString("base64")}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    // a link fails when another process was first: then its key counts
    linkSync(made, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    unlinkSync(made);
  }
  const key = readKey(file);
  if (!key) throw new ZhengwenError("home_unusable", `cannot keep the key of personal data in ${file}`);
  return key;
}

function readKey(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== keyBytes)
    throw new ZhengwenError("home_unusable", `${file} holds no key of ${keyBytes} bytes in base64; put the right one back from its copy`);
  return key;
}

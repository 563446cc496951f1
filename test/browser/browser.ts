import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where a chromium is, or null. */
export function chromiumPath(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return named;
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // not under this name
    }
  }
  return null;
}

/** True when the browser tests cannot run; says so. Never in CI, where a missing browser is a failure. */
export function noBrowser(): boolean {
  if (chromiumPath() !== null || process.env["CI"] === "true") return false;
  console.warn("browser tests skipped: no chromium found (install it or set CHROMIUM_PATH)");
  return true;
}

export function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("no chromium found, and CI=true");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...args, "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/main.js", import.meta.url);

if (!existsSync(main)) {
  process.stderr.write("zhengwen: building (once) …\n");
  const root = fileURLToPath(new URL("..", import.meta.url));
  const build = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (build.status !== 0) {
    process.stderr.write("zhengwen: the build failed; run `npm ci` first\n");
    process.exit(1);
  }
}

await import(main.href);

import { readFileSync, writeFileSync } from "node:fs";

/**
 * Adds to package-lock.json the optional packages of other platforms that the registry at hand did not serve: npm leaves them out of the
 * lock, and then refuses it in `npm ci`. Exact versions stand in the parents; platform and processor stand in the names.
 *
 *   npx tsx scripts/complete-lock.ts      after npm install, when npm ci says "Missing: … from lock file"
 */
type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const path = "package-lock.json";
const lock = JSON.parse(readFileSync(path, "utf8")) as { packages: Record<string, Entry> };
const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];
let added = 0;

for (const [place, parent] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const nested = `${place}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (lock.packages[nested] || lock.packages[hoisted]?.version === range.replace(/^[~^]/, "")) continue;
    const parts = name.split(/[-/]/);
    const system = systems.find((each) => parts.includes(each)) ?? (name === "fsevents" ? "darwin" : undefined);
    const processor = processors.find((each) => parts.includes(each));
    const libc = parts.some((part) => part.startsWith("musl"))
      ? "musl"
      : parts.some((part) => part.startsWith("gnu"))
        ? "glibc"
        : undefined;
    const entry: Entry = {
      version: range.replace(/^[~^]/, ""),
      ...(processor ? { cpu: [processor] } : {}),
      ...(parent.dev ? { dev: true } : {}),
      ...(libc && system === "linux" ? { libc: [libc] } : {}),
      optional: true,
      ...(system ? { os: [system] } : {}),
    };
    lock.packages[lock.packages[hoisted] ? nested : hoisted] = entry;
    added++;
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([...(root ? [root] : []), ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform packages added to ${path}\n`);

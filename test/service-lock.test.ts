import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockService } from "../src/service-lock.js";
import { temporaryFolder } from "./fixtures/home.js";

describe("the lock of a service", () => {
  it("is held by one at a time", () => {
    const home = temporaryFolder();
    onTestFinished(lockService(home));
    expect(() => lockService(home)).toThrow(expect.objectContaining({ code: "already_running" }));
  });

  it("names the home, and how to choose another", () => {
    const home = temporaryFolder();
    onTestFinished(lockService(home));
    expect(() => lockService(home)).toThrow(new RegExp(`${home}.*ZHENGWEN_HOME`));
  });

  it("can be had again when it was let go", () => {
    const home = temporaryFolder();
    lockService(home)();
    const release = lockService(home);
    expect(release).not.toThrow();
  });

  it("is another one for another home", () => {
    onTestFinished(lockService(temporaryFolder()));
    onTestFinished(lockService(temporaryFolder()));
  });

  it("goes with a process that is killed", async () => {
    const home = temporaryFolder();
    const holder = await processThatHolds(home);
    expect(() => lockService(home)).toThrow(expect.objectContaining({ code: "already_running" }));
    await holder.kill();
    onTestFinished(lockService(home));
  });
});

/** A process of its own that holds the lock until it is killed. */
async function processThatHolds(home: string): Promise<{ kill(): Promise<void> }> {
  const module = fileURLToPath(new URL("../src/service-lock.ts", import.meta.url));
  const script = `import { lockService } from ${JSON.stringify(module)}; lockService(${JSON.stringify(home)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("close", (code) => reject(new Error(`the process ended with ${code}`)));
  });
  return { kill };
}

import { expect, it } from "vitest";
import { compileKernel } from "../../../scripts/build-kernel/compile.js";
import { kernel } from "../../../src/retrieval/vectors/kernel.js";

it("the kernel is what kernel.wat says", async () => {
  expect(kernel).toBe(Buffer.from(await compileKernel()).toString("base64"));
});

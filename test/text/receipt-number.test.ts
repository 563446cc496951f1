import { describe, expect, it } from "vitest";
import { findReceiptNumber } from "../../src/text/receipt-number.js";

describe("findReceiptNumber", () => {
  it.each([
    ["YSQ-2026-000001"],
    ["ysq2026000001"],
    ["ＹＳＱ－２０２６－０００００１"],
    ["查一下 ysq 2026 - 000001 到哪了"],
    ["编号是YSQ—2026—000001，谢谢"],
    ["YSQ2026-000001"],
  ])("reads %s", (text) => {
    expect(findReceiptNumber(text)?.candidates).toEqual(["YSQ-2026-000001"]);
  });

  it("tries every type for a number without prefix", () => {
    expect(findReceiptNumber("单号 2026 - 000027 有消息吗")?.candidates).toContain("TS-2026-000027");
    expect(findReceiptNumber("2026-000027")?.candidates).toHaveLength(7);
  });

  it("says where it stands", () => {
    const text = "请查TS-2026-000012，急";
    const found = findReceiptNumber(text);
    expect(text.slice(found?.start, found?.end)).toBe("TS-2026-000012");
  });

  it.each(["2026年11月23日", "2026000001", "电话020-26000001", "TS-2026-0001", "ABTS-2026-000001", "2026-0000011", "没有编号"])(
    "reads none in %s",
    (text) => {
      expect(findReceiptNumber(text)).toBeNull();
    },
  );
});

import { expect, it } from "vitest";
import { withoutLookupCode } from "../../src/text/lookup-code-mark.js";

it("takes the code out of a receipt, and leaves the rest as it is", () => {
  const receipt = "受理编号：TS-2026-000001\n查询码：6NTF3S86（只显示这一次）";
  expect(withoutLookupCode(receipt)).toBe("受理编号：TS-2026-000001\n查询码：〔只给了居民〕（只显示这一次）");
  expect(withoutLookupCode("请把受理编号和查询码写在同一条消息里")).toBe("请把受理编号和查询码写在同一条消息里");
});

import { describe, expect, it } from "vitest";
import { likeness, proactiveProposals } from "../../src/requests/alike-requests.js";
import { bigramsOf } from "../../src/text/bigrams.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const { doubts } = sampleKnowledge();
const asked = (number: string, description: string, applicantKey: string) => ({ number, description, applicantKey });

describe("Art. 44: several residents ask for the same", () => {
  it("is proposed for publication from three different applicants on", () => {
    const requests = [
      asked("YSQ-2026-000001", "木棉街道2025年绿化养护合同", "a"),
      asked("YSQ-2026-000002", "老旧小区加装电梯的补贴名单", "b"),
      asked("YSQ-2026-000003", "公开木棉街道2025年的绿化养护合同", "b"),
      asked("YSQ-2026-000004", "木棉街道2025年绿化养护合同书", "c"),
    ];
    expect(proactiveProposals(requests, doubts)).toEqual([
      { description: "木棉街道2025年绿化养护合同", numbers: ["YSQ-2026-000001", "YSQ-2026-000003", "YSQ-2026-000004"], applicants: 3 },
    ]);
  });

  it("is not, when one applicant asks three times", () => {
    const again = ["1", "2", "3"].map((number) => asked(number, "木棉街道2025年绿化养护合同", "a"));
    expect(proactiveProposals(again, doubts)).toEqual([]);
  });
});

it("measures likeness from 0 to 1", () => {
  expect(likeness(bigramsOf("绿化合同"), bigramsOf("绿化合同"))).toBe(1);
  expect(likeness(bigramsOf("绿化合同"), bigramsOf("电梯补贴"))).toBe(0);
});

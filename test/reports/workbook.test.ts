import { read } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { tableCells, workbookOf } from "../../src/reports/workbook.js";

const sheetOf = async (rows: Parameters<typeof tableCells>[0]) => {
  const bytes = await workbookOf([{ name: "表", cells: tableCells(rows), widths: [10] }]);
  return read(bytes, { cellNF: true, cellFormula: true }).Sheets["表"] ?? {};
};

describe("a workbook", () => {
  it.each(["=1+1", "+1", "-1", "@A1", "\t=1", "＝1", "＋1", "－1", "＠A1"])("keeps %j as a text, also when it is edited", async (text) => {
    const { A1 } = await sheetOf([[text]]);
    expect(A1).toMatchObject({ t: "s", v: text, z: "@" });
    expect(A1).not.toHaveProperty("f");
  });

  it("keeps numbers as numbers and leaves out what is empty", async () => {
    const sheet = await sheetOf([["件数", null, -3]]);
    expect(sheet["C1"]).toMatchObject({ t: "n", v: -3 });
    expect(sheet).not.toHaveProperty("B1");
    expect(sheet["!ref"]).toBe("A1:C1");
  });
});

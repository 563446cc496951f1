import { describe, expect, it } from "vitest";
import { csvOf } from "../../src/reports/csv.js";

/** What one cell becomes. */
const cell = (text: string) => csvOf([[text]]).slice(1, -2);

describe("csv", () => {
  it("begins with a byte order mark and ends its lines with CR LF", () => {
    expect(
      csvOf([
        ["编号", "件数"],
        ["甲", 3],
        [null, -4],
      ]),
    ).toBe("\ufeff编号,件数\r\n甲,3\r\n,-4\r\n");
  });

  it("quotes what would break a row", () => {
    expect(["甲,乙", '说"好"', "一\n二"].map(cell)).toEqual(['"甲,乙"', '"说""好"""', '"一\n二"']);
  });

  it.each(["=1+1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠A1"])("makes a text of %s", (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it("makes a text of what begins with a tab or a line break, within quotes", () => {
    expect(["\t=1", "\r=1"].map(cell)).toEqual(['"\'\t=1"', '"\'\r=1"']);
  });

  it("lets no cell begin a formula by breaking out of its row", () => {
    expect(cell('甲"\r\n=1')).toBe('"甲""\r\n=1"');
    expect(cell('=HYPERLINK("a","b")')).toBe('"\'=HYPERLINK(""a"",""b"")"');
  });
});

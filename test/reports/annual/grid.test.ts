import { describe, expect, it } from "vitest";
import { disclosureGrid, type Grid, placedCells, reviewGrid } from "../../../src/reports/annual/grid.js";
import { form, report } from "../../fixtures/annual-report.js";

const disclosure = disclosureGrid(form, report.disclosure);
const reviews = reviewGrid(form, report.reviews);
const cellOf = (grid: Grid, content: string) => placedCells(grid).find(({ cell }) => cell.content === content);

describe.each([
  ["requests", disclosure, 3 + 25, 10],
  ["reviews", reviews, 3 + 1, 15],
] as const)("the grid of %s", (_, grid, height, width) => {
  it("covers each place exactly once", () => {
    const covered = placedCells(grid).flatMap(({ row, column, cell }) =>
      Array.from({ length: cell.rows * cell.columns }, (_, n) => `${row + Math.floor(n / cell.columns)}:${column + (n % cell.columns)}`),
    );
    const all = Array.from({ length: height * width }, (_, n) => `${Math.floor(n / width)}:${n % width}`);
    expect([...covered].sort()).toEqual([...all].sort());
  });

  it("gives each header an id of its own, and each value headers that are there", () => {
    const cells = placedCells(grid).map(({ cell }) => cell);
    const ids = cells.flatMap(({ id }) => (id === null ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { headers } of cells) for (const header of headers) expect(ids).toContain(header);
  });
});

describe("the grid of requests", () => {
  it("merges cells as the form does", () => {
    expect(cellOf(disclosure, "申请人情况")).toMatchObject({ row: 0, column: 3, cell: { rows: 1, columns: 7 } });
    expect(cellOf(disclosure, "法人或其他组织")).toMatchObject({ row: 1, column: 4, cell: { rows: 1, columns: 5 } });
    expect(cellOf(disclosure, "自然人")).toMatchObject({ row: 1, column: 3, cell: { rows: 2, columns: 1 } });
    expect(cellOf(disclosure, "三、本年度办理结果")).toMatchObject({ column: 0, cell: { rows: 22, columns: 1 } });
    expect(cellOf(disclosure, "（三）不予公开")).toMatchObject({ column: 1, cell: { rows: 8, columns: 1 } });
    expect(cellOf(disclosure, "（一）予以公开")).toMatchObject({ column: 1, cell: { rows: 1, columns: 2 } });
    expect(cellOf(disclosure, "四、结转下年度继续办理")).toMatchObject({ row: 27, column: 0, cell: { rows: 1, columns: 3 } });
  });

  it("puts a number under its column and beside its row, and names both", () => {
    const at = cellOf(disclosure, "4.保护第三方合法权益");
    const cell = placedCells(disclosure).find(({ row, column }) => row === at?.row && column === 7)?.cell;
    expect(cell?.content).toBe(1);
    expect(cell?.headers).toEqual(["r-3", "r-3-3", "r-3-3-4", "c-applicants", "c-organisations", "c-legal_service"]);
  });
});

describe("the grid of reviews", () => {
  it("merges cells as the form does", () => {
    expect(cellOf(reviews, "行政复议")).toMatchObject({ row: 0, column: 0, cell: { rows: 2, columns: 5 } });
    expect(cellOf(reviews, "行政诉讼")).toMatchObject({ row: 0, column: 5, cell: { rows: 1, columns: 10 } });
    expect(cellOf(reviews, "复议后起诉")).toMatchObject({ row: 1, column: 10, cell: { rows: 1, columns: 5 } });
  });
});

import type { AnnualReportForm, FormSection } from "../../knowledge/annual-report.js";
import { leavesOf } from "../../knowledge/annual-report.js";
import { reviewKinds } from "../../store/review-cases.js";
import { type DisclosureTable, formColumns } from "./disclosure-table.js";
import type { ReviewTable } from "./review-table.js";

/** One cell of a table with merged cells, as HTML has it: it stands in the row and column where it begins. */
export type GridCell = {
  readonly content: string | number;
  readonly rows: number;
  readonly columns: number;
  /** What it is: a header of columns or of rows, or a value with the ids of all headers over and before it. */
  readonly kind: "column" | "row" | "corner" | "value";
  readonly id: string | null;
  readonly headers: readonly string[];
};

/** A table of the form, as its page and its sheet show it. */
export type Grid = {
  readonly title: string;
  readonly head: readonly (readonly GridCell[])[];
  readonly body: readonly (readonly GridCell[])[];
};

type Header = { readonly content: string; readonly id: string; readonly rows?: number; readonly columns?: number };

const header = (kind: "column" | "row", { content, id, rows = 1, columns = 1 }: Header): GridCell => ({
  content,
  rows,
  columns,
  kind,
  id,
  headers: [],
});
const value = (content: number, headers: readonly string[]): GridCell => ({
  content,
  rows: 1,
  columns: 1,
  kind: "value",
  id: null,
  headers,
});

/** 收到和处理政府信息公开申请情况, laid out as the form is. */
export function disclosureGrid({ disclosure, depth }: Pick<AnnualReportForm, "disclosure" | "depth">, table: DisclosureTable): Grid {
  const { title, balance, applicants, organisations, columns, sections } = disclosure;
  const kinds = formColumns.filter((column) => column !== "natural_person" && column !== "total");
  const single = (column: "natural_person" | "total") => header("column", { content: columns[column], id: `c-${column}`, rows: 2 });
  const headersOf = (column: (typeof formColumns)[number]) => [
    "c-applicants",
    ...(column === "natural_person" || column === "total" ? [] : ["c-organisations"]),
    `c-${column}`,
  ];
  const rowsOf = (section: FormSection, path: readonly string[], id: string): GridCell[][] => {
    const ids = [...path, id];
    const { label, row, sections: parts = [] } = section;
    if (row !== undefined) {
      const own = header("row", { content: label, id, columns: depth - path.length });
      return [[own, ...formColumns.map((column) => value(table.rows[row][column], [...ids, ...headersOf(column)]))]];
    }
    const below = parts.flatMap((part, index) => rowsOf(part, ids, `${id}-${index + 1}`));
    const over = header("row", { content: label, id, rows: leavesOf(section).length });
    return below.map((cells, index) => (index === 0 ? [over, ...cells] : cells));
  };
  return {
    title,
    head: [
      [
        { content: balance, rows: 3, columns: depth, kind: "corner", id: null, headers: [] },
        header("column", { content: applicants, id: "c-applicants", columns: formColumns.length }),
      ],
      [
        single("natural_person"),
        header("column", { content: organisations, id: "c-organisations", columns: kinds.length }),
        single("total"),
      ],
      kinds.map((kind) => header("column", { content: columns[kind], id: `c-${kind}` })),
    ],
    body: sections.flatMap((section, index) => rowsOf(section, [], `r-${index + 1}`)),
  };
}

/** 政府信息公开行政复议、行政诉讼情况, laid out as the form is: one row of fifteen numbers. */
export function reviewGrid({ reviews }: Pick<AnnualReportForm, "reviews">, table: ReviewTable): Grid {
  const { title, suits, kinds, results } = reviews;
  const resultKeys = ["upheld", "corrected", "other", "pending", "total"] as const;
  const width = resultKeys.length;
  return {
    title,
    head: [
      [
        header("column", { content: kinds.review, id: "v-review", rows: 2, columns: width }),
        header("column", { content: suits, id: "v-suits", columns: 2 * width }),
      ],
      [
        header("column", { content: kinds.suit, id: "v-suit", columns: width }),
        header("column", { content: kinds.suit_after_review, id: "v-suit_after_review", columns: width }),
      ],
      reviewKinds.flatMap((kind) => resultKeys.map((result) => header("column", { content: results[result], id: `v-${kind}-${result}` }))),
    ],
    body: [
      reviewKinds.flatMap((kind) =>
        resultKeys.map((result) =>
          value(table[kind][result], [...(kind === "review" ? [] : ["v-suits"]), `v-${kind}`, `v-${kind}-${result}`]),
        ),
      ),
    ],
  };
}

/** Where each cell begins, counting rows (head first) and columns from 0. */
export function placedCells({ head, body }: Grid): readonly { readonly row: number; readonly column: number; readonly cell: GridCell }[] {
  const taken = new Set<string>();
  return [...head, ...body].flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row}:${column}`)) column++;
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) taken.add(`${row + down}:${column + right}`);
      return { row, column, cell };
    });
  });
}

import type { Child } from "hono/jsx";

export type Column<Row> = { readonly label: string; readonly kind?: "main" | "number" | "quiet"; cell(row: Row): Child };

type TableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  rowClass?(row: Row): string;
};

/** Said aloud, because a style that lays a table out as cards takes its roles away in some browsers. */
const as = (role: "table" | "rowgroup" | "row" | "columnheader" | "cell") => ({ role });

/** A table that a narrow screen shows as cards. */
export function Table<Row>({ caption, columns, rows, rowClass }: TableProps<Row>) {
  return (
    <table class="list" {...as("table")}>
      <caption class="visually-hidden">{caption}</caption>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {columns.map((column) => (
            <th scope="col" {...as("columnheader")} class={column.kind}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {rows.map((row) => (
          <tr {...as("row")} class={rowClass?.(row)}>
            {columns.map((column) => (
              <td {...as("cell")} class={column.kind} data-label={column.label}>
                <div>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stands in place of an empty table. */
export function Nothing({ text }: { readonly text: string }) {
  return <p class="nothing">{text}</p>;
}

import type { Child } from "hono/jsx";

export type Column<Row> = { readonly label: string; readonly kind?: "main" | "number" | "quiet"; cell(row: Row): Child };

type TableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  rowClass?(row: Row): string;
};

/** A table that a narrow screen shows as cards; the roles stay when the style takes the table's display away. */
export function Table<Row>({ caption, columns, rows, rowClass }: TableProps<Row>) {
  return (
    <table class="list" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" class={column.kind}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" class={rowClass?.(row)}>
            {columns.map((column) => (
              <td role="cell" class={column.kind} data-label={column.label}>
                {column.cell(row)}
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

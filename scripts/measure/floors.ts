/** A figure that is measured, and the least (or most) that it must be. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly floor: number;
  /** Whether more is better. */
  readonly more: boolean;
  readonly digits: number;
  readonly unit: string;
};

/** Below (or above) its floor. */
export function fails({ value, floor, more }: Measure): boolean {
  return more ? value < floor : value > floor;
}

/** A table of measures beside their floors, for a terminal and for markdown. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const shown = (value: number) => `${value.toFixed(measure.digits)}${measure.unit}`;
    return [measure.name, shown(measure.value), `${measure.more ? "≥" : "≤"} ${shown(measure.floor)}`, fails(measure) ? "FAILS" : "holds"];
  });
  const all = [["measure", "figure", "floor", ""], ...rows];
  const lines = all.map((row) => `| ${row.join(" | ")} |`);
  return [lines[0], "| --- | --- | --- | --- |", ...lines.slice(1)].join("\n");
}

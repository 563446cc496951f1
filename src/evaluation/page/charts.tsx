import type { Interval } from "../bootstrap.js";

/** A share (0 … 1) as a bar over the whole width, with a mark at its floor. The number stands beside it in text. */
export function ShareBar({ value, floor }: { readonly value: number; readonly floor: number | null }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="8" />
      <rect class="value" width={(100 * value).toFixed(2)} height="8" />
      {floor !== null && <rect class="mark" x={Math.min(99.4, 100 * floor).toFixed(2)} width="0.6" height="8" />}
    </svg>
  );
}

/** A change with its interval along a line from -span to span, 0 in the middle. */
export function IntervalBar({ change, interval, span }: { readonly change: number; readonly interval: Interval; readonly span: number }) {
  const at = (value: number) => 50 + (49 * value) / span;
  const width = Math.max(0.6, at(interval.high) - at(interval.low));
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" y="3.5" width="100" height="1" />
      <rect class="mark" x="49.8" width="0.4" height="8" />
      <rect class="value" x={at(interval.low).toFixed(2)} y="2" width={width.toFixed(2)} height="4" />
      <rect class="mark" x={(at(change) - 0.4).toFixed(2)} width="0.8" height="8" />
    </svg>
  );
}

/** A bin of a histogram: from (inclusive) to (exclusive, the last one inclusive). */
export type Bin = { readonly from: number; readonly to: number; readonly count: number };

/** Values counted in bins that double in width: what takes long stays in the picture without flattening what does not. */
export function doublingBins(values: readonly number[]): readonly Bin[] {
  const most = Math.max(0, ...values);
  const bounds = [0, 1];
  while ((bounds.at(-1) ?? 1) <= most) bounds.push(2 * (bounds.at(-1) ?? 1));
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    return { from, to, count: values.filter((value) => value >= from && value < to).length };
  });
}

const plot = { width: 340, height: 150, left: 8, right: 8, top: 18, bottom: 34 } as const;

/** Columns for the bins, each with its count above and its bound below. */
export function Histogram({ bins, unit, title }: { readonly bins: readonly Bin[]; readonly unit: string; readonly title: string }) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = (plot.width - plot.left - plot.right) / bins.length;
  const deep = plot.height - plot.top - plot.bottom;
  const ground = plot.top + deep;
  return (
    <svg class="plot" viewBox={`0 0 ${plot.width} ${plot.height}`} role="img" aria-label={title}>
      {bins.map(({ count, to }, index) => {
        const height = (deep * count) / most;
        const middle = plot.left + (index + 0.5) * step;
        return (
          <g>
            <rect
              class="value"
              x={(middle - 0.42 * step).toFixed(1)}
              y={(ground - height).toFixed(1)}
              width={(0.84 * step).toFixed(1)}
              height={height.toFixed(1)}
            />
            {count > 0 && (
              <text x={middle.toFixed(1)} y={(ground - height - 4).toFixed(1)} text-anchor="middle">
                {count}
              </text>
            )}
            <text x={middle.toFixed(1)} y={ground + 14} text-anchor="middle">
              {`<${to}`}
            </text>
          </g>
        );
      })}
      <rect class="axis" x={plot.left} y={ground} width={plot.width - plot.left - plot.right} height="1" />
      <text x={plot.width - plot.right} y={plot.height - 4} text-anchor="end">
        {unit}
      </text>
    </svg>
  );
}

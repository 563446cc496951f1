/** An exact number: money and half days are never off by the dust of binary fractions. In lowest terms, `over` above 0. */
export type Fraction = { readonly of: bigint; readonly over: bigint };

/** A decimal as it is written: 2, -0.5, 1200.50. */
export function fraction(written: number | string): Fraction {
  const text = typeof written === "number" ? decimalText(written) : written;
  const [, sign = "", whole = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const of = BigInt(`${whole}${decimals}`);
  return reduced(sign === "-" ? -of : of, 10n ** BigInt(decimals.length));
}

/** No 1e-7: a rule has no such numbers, but a number may become one. */
function decimalText(number: number): string {
  return Math.abs(number) >= 1e-6 && Math.abs(number) < 1e15 ? String(number) : number.toFixed(10);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.of * b.over + b.of * a.over, a.over * b.over);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return reduced(a.of * b.over - b.of * a.over, a.over * b.over);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.of * b.of, a.over * b.over);
}

/** Null for a division by nothing. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  return b.of === 0n ? null : reduced(a.of * b.over, a.over * b.of);
}

/** Below 0 when `a` is less than `b`, 0 when they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.of * b.over - b.of * a.over;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The multiple of `step` below, above or nearest; a half goes up. */
export function roundTo(value: Fraction, to: "up" | "down" | "nearest", step: Fraction): Fraction {
  const steps = divide(value, step) ?? value;
  const floor = floorOf(steps);
  const isWhole = steps.over === 1n;
  const half = compare(subtract(steps, { of: floor, over: 1n }), { of: 1n, over: 2n });
  const up = !isWhole && (to === "up" || (to === "nearest" && half >= 0));
  return multiply({ of: up ? floor + 1n : floor, over: 1n }, step);
}

/** The number without what is behind its point, where it is whole; for counting days and years. */
export function wholeOf(value: Fraction): number {
  return Number(floorOf(value));
}

/** In decimals: exact where that ends, else to two places. */
export function fractionText(value: Fraction): string {
  let rest = value.over;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  const exact = rest === 1n ? value : roundTo(value, "nearest", { of: 1n, over: 100n });
  const negative = exact.of < 0n;
  const of = negative ? -exact.of : exact.of;
  let decimals = "";
  let left = of % exact.over;
  while (left !== 0n) {
    left *= 10n;
    decimals += String(left / exact.over);
    left %= exact.over;
  }
  return `${negative ? "-" : ""}${of / exact.over}${decimals === "" ? "" : `.${decimals}`}`;
}

function floorOf({ of, over }: Fraction): bigint {
  const quotient = of / over;
  return of % over !== 0n && of < 0n ? quotient - 1n : quotient;
}

function reduced(of: bigint, over: bigint): Fraction {
  const sign = over < 0n ? -1n : 1n;
  let a = of < 0n ? -of : of;
  let b = over * sign;
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = a === 0n ? 1n : a;
  return { of: (of * sign) / divisor, over: (over * sign) / divisor };
}

const between = " › ";

/** The headings above a passage as one line, the outermost first; null when there are none. */
export function pathOf(...headings: readonly (string | null)[]): string | null {
  return headings.filter((heading) => heading !== null && heading !== "").join(between) || null;
}

/** The headings of a path, the outermost first. */
export function headingsOf(path: string): readonly string[] {
  return path.split(between);
}

const place = /\{([a-zA-Z]+)\}/g;

/** The names in braces that a wording asks for, each once: 「{number}：{state}」 → number, state. */
export function placesIn(wording: string): readonly string[] {
  return [...new Set([...wording.matchAll(place)].map(([, name]) => name ?? ""))];
}

/** The wording with its places filled; a place without a value stays empty. */
export function fillIn(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replace(place, (_, name: string) => values[name] ?? "");
}

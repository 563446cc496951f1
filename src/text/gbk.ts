/** The two-byte codes of GBK, which the platform can only decode. Built at first use: damaged texts are rare. */
export type GbkTable = {
  /** Both bytes of a character, or null when GBK lacks it. */
  bytesOf(character: string): readonly [number, number] | null;
  /** The character, or null for a code that stands for none: decoders drop those. */
  character(lead: number, trail: number): string | null;
  /** Second bytes from A1 on with which a first byte makes no character. */
  unusedTrails(lead: number): readonly number[];
};

const allTrails = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, index) => 0xa1 + index);
let table: GbkTable | null = null;

export function gbkTable(): GbkTable {
  table ??= build();
  return table;
}

function build(): GbkTable {
  const decoder = new TextDecoder("gb18030");
  const characters = new Map<number, string>();
  const bytes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = trail === 0x7f ? "" : decoder.decode(new Uint8Array([lead, trail]));
      if (character.length !== 1 || character === "\ufffd" || isPrivate(character)) continue;
      characters.set(lead * 256 + trail, character);
      if (!bytes.has(character)) bytes.set(character, [lead, trail]);
    }
  }
  const unused = Array.from({ length: 256 }, (_, lead) =>
    allTrails.filter((trail) => lead > 0x80 && lead < 0xff && !characters.has(lead * 256 + trail)),
  );
  return {
    unusedTrails: (lead) => unused[lead] ?? [],
    bytesOf: (character) => bytes.get(character) ?? null,
    character: (lead, trail) => characters.get(lead * 256 + trail) ?? null,
  };
}

function isPrivate(character: string): boolean {
  return character >= "\ue000" && character <= "\uf8ff";
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  middot: "·",
  bull: "•",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  laquo: "«",
  raquo: "»",
  times: "×",
  divide: "÷",
  copy: "©",
  reg: "®",
  deg: "°",
  plusmn: "±",
  sect: "§",
  para: "¶",
  yen: "¥",
  euro: "€",
  pound: "£",
  cent: "¢",
  permil: "‰",
  le: "≤",
  ge: "≥",
  ne: "≠",
  larr: "←",
  rarr: "→",
  uarr: "↑",
  darr: "↓",
  zwj: "",
  zwnj: "",
  shy: "",
  tab: "\t",
  newline: "\n",
};
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

/** HTML entities as the characters they stand for, also where they were escaped twice; unknown ones stay. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  const once = decodeOnce(text);
  return once === text ? text : decodeOnce(once);
}

function decodeOnce(text: string): string {
  return text.replace(entity, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : "";
  });
}

const block = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const tag = /<[/!?]?[a-zA-Z][\w:-]*(?:[\s/]+[^<>]*(?:>|$)|>)/g;
const link = /!?\[([^\][]*)\]\((?:[^()\s]|\([^()]*\))*\)/g;
const scheme = /\b(?:tg|javascript|data|vbscript|file|weixin):[^\s<>"'，。；）)]+/gi;

/** The words of a text without HTML tags, comments, scripts, markdown links and addresses that act when opened. */
export function stripMarkup(text: string): string {
  if (!/[<[:]/.test(text)) return text;
  return text
    .replace(block, " ")
    .replace(tag, " ")
    .replace(link, "$1")
    .replace(scheme, " ")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

const shown = /(查询码[：:]\s*)[A-HJKMNP-Z2-9]{8}(?![A-Z0-9])/g;

/** A receipt without its lookup code (查询码), which is shown once and kept nowhere but as a hash. */
export function withoutLookupCode(text: string): string {
  return text.replace(shown, "$1〔只给了居民〕");
}

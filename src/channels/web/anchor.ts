/** The id of an article or section on a document's page: its own words, without the white space that an id may not have. */
export function anchorOf(article: string): string {
  return article.trim().replace(/\s+/g, "-");
}

/** Where a cited passage is found by its document's path; it leads to the newest published version. */
export function citationHref(path: string, article: string | null): string {
  const query = new URLSearchParams(article === null ? { path } : { path, article });
  return `/documents?${query}`;
}

import type { Citation } from "../domain/reply.js";
import { titleKey } from "../text/title-key.js";
import type { ExpectedSource } from "./row.js";

/** True when one of the citations is one of the expected texts and articles; an expected text without an article is met by any of its articles. */
export function citesGold(citations: readonly Citation[], expected: readonly ExpectedSource[]): boolean {
  return citations.some((citation) => expected.some((each) => isExpected(citation, each)));
}

/**
 * True when an expected article is named as the basis of something cited, as an explanation names the law that it explains.
 * @param titleOf the title of the text at a path, null when none is published there: a basis has a title and no path
 */
export function namesGold(
  citations: readonly Citation[],
  expected: readonly ExpectedSource[],
  titleOf: (path: string) => string | null,
): boolean {
  return citations.some(({ basis }) =>
    basis.some(({ document, article }) =>
      expected.some((each) => {
        const title = each.document ?? (each.path === null ? null : titleOf(each.path));
        return title !== null && isSameTitle(title, document) && (each.article === null || each.article === article);
      }),
    ),
  );
}

function isExpected(citation: Citation, { path, document, article }: ExpectedSource): boolean {
  return (
    (path === null || path === citation.path) &&
    (document === null || isSameTitle(document, citation.document)) &&
    (article === null || article === citation.article)
  );
}

/** Notes in brackets do not make another title, nor does the book of a code, whose articles are numbered through: 民法典·婚姻家庭编 is 民法典. */
function isSameTitle(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(title: string): string {
  return titleKey(title.split("·")[0] ?? title);
}

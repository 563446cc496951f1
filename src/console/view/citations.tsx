import type { Citation } from "../../domain/reply.js";
import { Badge, toneOfForce } from "./badge.js";
import type { PageWords } from "./words.js";

/** What a reply relies on, with the sentences themselves. */
export function Citations({ words, citations }: { readonly words: PageWords; readonly citations: readonly Citation[] }) {
  if (citations.length === 0) return <p class="nothing">这次答复没有引用。</p>;
  return (
    <ol class="citations">
      {citations.map((citation) => (
        <li>
          <p class="source">
            <span class="mark">[{citation.n}]</span> <Title citation={citation} /> {citation.article}{" "}
            <Badge tone={toneOfForce(citation.status)} text={words.console.forceStatuses[citation.status]} />
          </p>
          <blockquote class="kept-lines">{citation.quote}</blockquote>
          <p class="meta">
            {citation.effectiveFrom && <span>{citation.effectiveFrom} 起施行</span>}
            {citation.basis.length > 0 && (
              <span>依据：{citation.basis.map((each) => `《${each.document}》${each.article}`).join("、")}</span>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The document's title, linked to its page where it has one here. */
function Title({ citation }: { readonly citation: Citation }) {
  const title = `《${citation.document}》`;
  if (citation.path === null) return title;
  const query = new URLSearchParams({ path: citation.path, ...(citation.article ? { article: citation.article } : {}) });
  return <a href={`/documents?${query}`}>{title}</a>;
}

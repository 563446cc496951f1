import { chineseDate } from "../../../domain/plain-date.js";
import type { Citation } from "../../../domain/reply.js";
import { citationHref } from "../anchor.js";
import type { PageWords } from "./layout.js";

type SourceListProps = { readonly citations: readonly Citation[]; readonly scope: string; readonly words: PageWords };

/** The sources of a reply as cards that open on the passage relied on. */
export function SourceList({ citations, scope, words }: SourceListProps) {
  if (citations.length === 0) return null;
  return (
    <section class="sources" aria-label="来源">
      <h3>来源</h3>
      <ol>
        {citations.map((citation) => (
          <li>
            <details id={`${scope}-s${citation.n}`}>
              <summary>
                <span class="mark">{citation.n}</span>
                <span class="source-title">
                  《{citation.document}》{citation.article}
                  {citation.status !== "in_force" && (
                    <span class={`badge ${citation.status}`}>{words.web.forceStatuses[citation.status]}</span>
                  )}
                </span>
              </summary>
              <div class="source-body">
                <blockquote>
                  {citation.quote.split(/\n+/).map((line) => (
                    <p>{line}</p>
                  ))}
                </blockquote>
                <p class="meta">
                  {citation.effectiveFrom && <span>{chineseDate(citation.effectiveFrom)}起施行</span>}
                  {citation.basis.length > 0 && (
                    <span>依据：{citation.basis.map((basis) => `《${basis.document}》${basis.article}`).join("、")}</span>
                  )}
                </p>
                <OriginalLink citation={citation} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OriginalLink({ citation }: { readonly citation: Citation }) {
  const href = citation.path !== null ? citationHref(citation.path, citation.article) : citation.url;
  if (href === null || !/^(?:\/|https?:)/.test(href)) return null;
  return (
    <a class="original" href={href}>
      看原文
      <span class="visually-hidden">
        ：《{citation.document}》{citation.article}
      </span>
    </a>
  );
}

import { raw } from "hono/html";
import type { ForceStatus } from "../../../domain/document.js";
import { type Place, placeName } from "../../../domain/place.js";
import { chineseDate, isPlainDate } from "../../../domain/plain-date.js";
import type { DocumentPage } from "../../../store/document-pages.js";
import { documentHtml } from "../document-html.js";
import { Layout, type PageWords } from "./layout.js";

type DocumentViewProps = { readonly words: PageWords; readonly page: DocumentPage; readonly status: ForceStatus };

/** A published text with what is known of it, its articles to be pointed at. */
export function DocumentView({ words, page, status }: DocumentViewProps) {
  return (
    <Layout words={words} title={page.title} kind="plain">
      <main id="main" class="sheet document">
        <p class="kind">{words.web.documentKinds[page.kind]}</p>
        <h1>{page.title}</h1>
        {page.newerVersionId !== null && (
          <p class="notice">
            这份文件已有新版本：<a href={`/documents/${page.newerVersionId}`}>看新版本</a>
          </p>
        )}
        <dl class="facts">
          <Fact name="效力状态" value={<span class={`badge ${status}`}>{words.web.forceStatuses[status]}</span>} />
          <Fact name="施行日期" value={dateText(page.effectiveFrom)} />
          <Fact name="失效日期" value={dateText(page.effectiveTo)} />
          <Fact name="公布日期" value={dateText(page.publishedOn)} />
          <Fact name="适用地区" value={placeName(page.place as Place)} />
          <Fact name="发布机关" value={page.issuer} />
          <Fact name="文号" value={page.documentNumber} />
          <Fact name="信息来源单位" value={page.sourceUnit} />
          <Fact name="核对日期" value={dateText(page.checkedOn)} />
          <Fact name="官方网址" value={page.url && /^https?:\/\//.test(page.url) ? <a href={page.url}>{page.url}</a> : null} />
        </dl>
        <div class="prose">{raw(documentHtml(page.text, page.articles))}</div>
      </main>
    </Layout>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value as string}</dd>
    </div>
  );
}

function dateText(date: string | null): string | null {
  return date !== null && isPlainDate(date) ? chineseDate(date) : date;
}

import { chineseDate } from "../../../domain/plain-date.js";
import type { RequestStatus } from "../../../domain/request-desk.js";
import { Layout, type PageWords } from "./layout.js";
import { RequestCard } from "./request-card.js";

/** Number and code, sent in the body: neither is ever in an address. */
export function StatusForm() {
  return (
    <form class="lookup" method="post" action="/status">
      <label>
        受理编号
        <input name="number" required maxlength={50} autocomplete="off" placeholder="如 TS-2026-000001" />
      </label>
      <label>
        查询码
        <input name="code" required maxlength={100} autocomplete="off" />
      </label>
      <button type="submit">查询</button>
    </form>
  );
}

type StatusPageProps = { readonly words: PageWords; readonly status: RequestStatus | null; readonly problem: string | null };

/** How one request stands, or why it is not shown. */
export function StatusPage({ words, status, problem }: StatusPageProps) {
  return (
    <Layout words={words} title="办理进度" kind="plain">
      <main id="main" class="sheet">
        <h1>办理进度</h1>
        {status && (
          <>
            <RequestCard request={status} words={words} receipt={null} />
            <p class="meta">提交日期：{chineseDate(status.filedOn)}</p>
            <h2>您反映的内容</h2>
            <p class="kept-lines">{status.description}</p>
          </>
        )}
        {problem && (
          <p class="failure" role="alert">
            {problem}
          </p>
        )}
        {!status && <StatusForm />}
      </main>
    </Layout>
  );
}

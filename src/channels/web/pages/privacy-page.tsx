import type { PrivacyNotice } from "../../../knowledge/privacy.js";
import { Layout, type PageWords } from "./layout.js";

/** Who keeps what, why and how long (个人信息保护法 Arts. 17, 30, 35). */
export function PrivacyPage({ words, notice }: { readonly words: PageWords; readonly notice: PrivacyNotice }) {
  return (
    <Layout words={words} title={notice.title} kind="plain">
      <main id="main" class="sheet">
        <h1>{notice.title}</h1>
        {notice.sections.map(({ heading, text }) => (
          <section>
            <h2>{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
        <p>
          <a href="/">回到提问页</a>
        </p>
      </main>
    </Layout>
  );
}

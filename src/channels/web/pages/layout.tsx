import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { WebServices } from "../services.js";

export type PageWords = WebServices["knowledge"];

type LayoutProps = {
  readonly words: PageWords;
  readonly title: string | null;
  readonly script?: boolean;
  readonly kind: string;
  readonly children: Child;
};

/** The frame of every public page: head, skip link, the office's name. */
export function Layout({ words, title, script = false, kind, children }: LayoutProps) {
  const { office, web } = words;
  const site = `${office.name}${web.title}`;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="format-detection" content="telephone=no" />
          <meta name="color-scheme" content="light dark" />
          <title>{title === null ? site : `${title} · ${site}`}</title>
          <link rel="icon" href="/assets/flower.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/assets/chat.css" />
          {script && <script type="module" src="/assets/chat.js" />}
        </head>
        <body class={kind}>
          <a class="skip" href="#main">
            跳到正文
          </a>
          <header class="masthead">
            <div class="inner">
              <a class="brand" href="/" id={script ? "home" : undefined}>
                <img src="/assets/flower.svg" alt="" width="36" height="36" />
                <span>
                  <strong>{office.name}</strong>
                  <span class="subtitle">{web.title}</span>
                </span>
              </a>
              <nav aria-label="本页">
                {kind === "chat" ? (
                  <>
                    <a href="#progress">查进度</a>
                    <a href="/" id="restart">
                      重新开始
                    </a>
                  </>
                ) : (
                  <a href="/">去提问</a>
                )}
              </nav>
            </div>
          </header>
          {children}
        </body>
      </html>
    </>
  );
}

/** A page that says one thing: not found, thanks, too many. */
export function NoticePage({ words, title, text }: { readonly words: PageWords; readonly title: string; readonly text: string }) {
  return (
    <Layout words={words} title={title} kind="plain">
      <main id="main" class="sheet">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href="/">回到提问页</a>
        </p>
      </main>
    </Layout>
  );
}

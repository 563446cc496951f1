import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { basePath } from "../parts.js";
import type { Session } from "../sessions.js";
import type { PageWords } from "./words.js";

export type Section = "overview" | "consultations" | "requests" | "curated";

const sections: readonly { readonly section: Section; readonly path: string; readonly label: string }[] = [
  { section: "overview", path: basePath, label: "总览" },
  { section: "consultations", path: `${basePath}/consultations`, label: "咨询" },
  { section: "requests", path: `${basePath}/requests`, label: "事项" },
  { section: "curated", path: `${basePath}/curated`, label: "精选问答" },
];

type FrameProps = { readonly words: PageWords; readonly title: string; readonly kind: string; readonly children: Child };

/** The document around every page. */
export function Frame({ words, title, kind, children }: FrameProps) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="format-detection" content="telephone=no" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} · ${words.office.name}${words.console.title}`}</title>
          <link rel="icon" href="/assets/flower.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={`${basePath}/console.css`} />
        </head>
        <body class={kind}>{children}</body>
      </html>
    </>
  );
}

type LayoutProps = {
  readonly words: PageWords;
  readonly title: string;
  readonly section: Section;
  readonly session: Session;
  readonly children: Child;
};

/** A page for staff: the office's name, the sections, who is signed in. */
export function Layout({ words, title, section, session, children }: LayoutProps) {
  return (
    <Frame words={words} title={title} kind="desk">
      <a class="skip" href="#main">
        跳到正文
      </a>
      <header class="masthead">
        <div class="inner">
          <a class="brand" href={basePath}>
            <strong>{words.office.name}</strong> <span>{words.console.title}</span>
          </a>
          <nav aria-label="栏目">
            {sections.map((each) => (
              <a href={each.path} aria-current={each.section === section ? "page" : undefined}>
                {each.label}
              </a>
            ))}
          </nav>
          <form class="account" method="post" action={`${basePath}/sign-out`}>
            <input type="hidden" name="csrf" value={session.csrf} />
            <span class="who">{session.staff.name}</span>
            <button type="submit" class="quiet">
              退出
            </button>
          </form>
        </div>
      </header>
      <main id="main">{children}</main>
    </Frame>
  );
}

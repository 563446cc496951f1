import { basePath } from "../parts.js";
import { Frame } from "./layout.js";
import type { PageWords } from "./words.js";

/** A page that says one thing: not found, no permission, too long. */
export function NoticePage({ words, title, text }: { readonly words: PageWords; readonly title: string; readonly text: string }) {
  return (
    <Frame words={words} title={title} kind="door">
      <main id="main" class="card">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={basePath}>回到{words.console.title}</a>
        </p>
      </main>
    </Frame>
  );
}

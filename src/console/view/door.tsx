import type { Child } from "hono/jsx";
import { Frame } from "./layout.js";
import type { PageWords } from "./words.js";

type DoorProps = {
  readonly words: PageWords;
  readonly title: string;
  readonly action: string;
  readonly csrf: string;
  /** What was wrong with the last try, or null. */
  readonly problem: string | null;
  readonly submit: string;
  readonly hint: string;
  readonly children: Child;
};

/** A form before anybody is signed in. */
export function Door({ words, title, action, csrf, problem, submit, hint, children }: DoorProps) {
  return (
    <Frame words={words} title={title} kind="door">
      <main id="main" class="card">
        <p class="office">
          {words.office.name}
          {words.console.title}
        </p>
        <h1>{title}</h1>
        {problem && (
          <p class="problem" role="alert" id="problem">
            {problem}
          </p>
        )}
        <form method="post" action={action} aria-describedby={problem ? "problem" : undefined}>
          <input type="hidden" name="csrf" value={csrf} />
          {children}
          <button type="submit">{submit}</button>
        </form>
        <p class="hint">{hint}</p>
      </main>
    </Frame>
  );
}

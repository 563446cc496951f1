import type { Submission } from "../submit.js";

/** What the resident said. */
export function QuestionView({ text }: { readonly text: string }) {
  return (
    <article class="question" aria-label="您说">
      <p>{text}</p>
    </article>
  );
}

/** Something went wrong before the message was taken. */
export function FailureView({ text }: { readonly text: string }) {
  return (
    <article class="failure" aria-label="没有成功" tabindex={-1}>
      <p>{text}</p>
    </article>
  );
}

/** The message is kept and its reply not there yet: asking again with the same turn gives the reply, not a second message. */
export function WaitingView({ submission }: { readonly submission: Submission }) {
  return (
    <article class="waiting" aria-label="还在处理" tabindex={-1}>
      <p>您的话已经收到，还在查找，请稍等。</p>
      <form method="post" action="/ask">
        <input type="hidden" name="conversation" value={submission.conversation} />
        <input type="hidden" name="turn" value={submission.turn ?? ""} />
        <input type="hidden" name="text" value={submission.text} />
        {submission.choice !== undefined && <input type="hidden" name="choice" value={submission.choice} />}
        <button type="submit">看答复</button>
      </form>
    </article>
  );
}

import type { Note } from "../../store/notes.js";
import type { Session } from "../sessions.js";
import { Time } from "./time.js";

export const longestNote = 2_000;

/** The note of a form, or what is wrong with it. */
export function readNote(given: string): { readonly text: string } | { readonly problem: string } {
  const text = given.replaceAll("\r\n", "\n").trim();
  if (text === "") return { problem: "请先写备注。" };
  return [...text].length > longestNote ? { problem: `备注太长，最多 ${longestNote} 个字。` } : { text };
}

type NotesProps = {
  readonly notes: readonly Note[];
  readonly action: string;
  readonly session: Session;
  readonly now: Date;
  /** What was wrong with the note just sent, and that note. */
  readonly rejected: RejectedNote | null;
};

export type RejectedNote = { readonly problem: string; readonly text: string };

/** What staff wrote down, and a field for more. Residents never see it. */
export function Notes({ notes, action, session, now, rejected }: NotesProps) {
  return (
    <section id="notes" class="panel">
      <h2>备注</h2>
      {notes.length === 0 && <p class="nothing">还没有备注。</p>}
      <ul class="notes">
        {notes.map((note) => (
          <li>
            <p class="meta">
              <strong>{note.actor}</strong> <Time at={note.at} now={now} />
            </p>
            <p class="kept-lines">{note.text}</p>
          </li>
        ))}
      </ul>
      <form method="post" action={action} class="note-form">
        <input type="hidden" name="csrf" value={session.csrf} />
        {rejected && (
          <p class="problem" role="alert" id="note-problem">
            {rejected.problem}
          </p>
        )}
        <label for="note">添加备注</label>
        <textarea
          id="note"
          name="text"
          rows={3}
          required
          maxlength={longestNote}
          aria-describedby={rejected ? "note-problem note-hint" : "note-hint"}
          aria-invalid={rejected ? "true" : undefined}
        >
          {rejected?.text ?? ""}
        </textarea>
        <p class="hint" id="note-hint">
          只有工作人员能看到，保存后不能修改。
        </p>
        <button type="submit">保存备注</button>
      </form>
    </section>
  );
}

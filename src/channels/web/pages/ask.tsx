import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { z } from "zod";
import type { ApiParts } from "../api/parts.js";
import { conversationId } from "../api/schemas.js";
import { Problem, problemOf, problemStatus } from "../problem.js";
import { awaitReply, type Submission, submit } from "../submit.js";
import { newConversation, newTurn } from "../turn.js";
import { ChatPage } from "./chat-page.js";
import { ReplyView } from "./reply-view.js";
import { FailureView, QuestionView, WaitingView } from "./turn-view.js";

const askForm = z.object({
  conversation: conversationId.default(newConversation),
  turn: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .default(newTurn),
  text: z.string().default(""),
  choice: z.string().min(1).max(500).optional(),
});

/**
 * A message from the page's form. With the header `X-Part` it answers with the reply alone, which the script puts into the log;
 * without, with the whole page.
 */
export async function ask(parts: ApiParts, c: Context): Promise<Response> {
  const form = askForm.safeParse(await c.req.parseBody());
  const partial = c.req.header("x-part") !== undefined;
  const conversation = form.data?.conversation ?? newConversation();
  const text = form.data?.text.trim() ?? "";
  const show = (view: JSX.Element, status: 200 | 202 | ReturnType<typeof problemStatus>, keep = "") => {
    c.header("Cache-Control", "no-store");
    if (partial) return c.html(view, status, { "X-Part": "turn" });
    const page = (
      <ChatPage words={parts.knowledge} conversation={conversation} drafts={parts.drafts} text={keep}>
        {text !== "" && <QuestionView text={text} />}
        {view}
      </ChatPage>
    );
    return c.html(page, status);
  };
  try {
    if (!form.success) throw new Problem("invalid_body", "没有读懂这次提交，请重新写一次。");
    if (text === "" && !form.data.choice) throw new Problem("invalid_body", "请先写下您的问题。");
    await parts.limits.address(c);
    await parts.limits.conversation(conversation);
    const submission: Submission = { conversation, text, choice: form.data.choice, turn: form.data.turn };
    const answered = await awaitReply(parts, conversation, submit(parts, submission), parts.options.answerWithinMs);
    if (!answered) return show(<WaitingView submission={submission} />, 202);
    return show(<ReplyView reply={answered.reply} message={answered.messageId} conversation={conversation} words={parts.knowledge} />, 200);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === "failed") throw error;
    if (problem.retryAfter !== null) c.header("Retry-After", String(problem.retryAfter));
    return show(<FailureView text={problem.message} />, problemStatus(problem.code), text);
  }
}

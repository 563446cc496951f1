import type { Reply } from "../../../domain/reply.js";
import { type Piece, replyBlocks } from "../reply-text.js";
import { newTurn } from "../turn.js";
import type { PageWords } from "./layout.js";
import { RequestCard } from "./request-card.js";
import { SourceList } from "./source-list.js";

type ReplyViewProps = { readonly reply: Reply; readonly message: string; readonly conversation: string; readonly words: PageWords };

/** One reply as residents see it, with or without script. */
export function ReplyView({ reply, message, conversation, words }: ReplyViewProps) {
  const scope = `m-${message}`;
  const judged = reply.kind !== "smalltalk" && reply.kind !== "clarify";
  return (
    <article class={`reply ${reply.kind}`} id={scope} tabindex={-1} aria-label="答复">
      <div class="words">
        <ReplyWords reply={reply} scope={scope} />
      </div>
      {reply.request && reply.kind !== "clarify" && <RequestCard request={reply.request} words={words} receipt={reply.text} />}
      <SourceList citations={reply.citations} scope={scope} words={words} />
      <Choices reply={reply} conversation={conversation} />
      {reply.generated && <p class="generated">{words.answerWordings.generatedLabel}</p>}
      {judged && <FeedbackForm message={message} conversation={conversation} />}
    </article>
  );
}

function ReplyWords({ reply, scope }: { readonly reply: Reply; readonly scope: string }) {
  const blocks = replyBlocks(
    reply.text,
    reply.citations.map((citation) => citation.n),
  );
  return (
    <>
      {blocks.map((block) =>
        block.kind === "bullets" ? (
          <ul>
            {block.lines.map((line) => (
              <li>
                <Line pieces={line} scope={scope} />
              </li>
            ))}
          </ul>
        ) : (
          <p class={block.kind === "numbers" ? "numbers" : undefined}>
            {block.lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                <Line pieces={line} scope={scope} />
              </>
            ))}
          </p>
        ),
      )}
    </>
  );
}

function Line({ pieces, scope }: { readonly pieces: readonly Piece[]; readonly scope: string }) {
  return (
    <>
      {pieces.map((piece) =>
        piece.source === null ? (
          piece.text
        ) : (
          <a class="mark" href={`#${scope}-s${piece.source}`} aria-label={`来源 ${piece.source}`}>
            {piece.source}
          </a>
        ),
      )}
    </>
  );
}

function Choices({ reply, conversation }: { readonly reply: Reply; readonly conversation: string }) {
  if (reply.choices.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend class="visually-hidden">请选择</legend>
      {reply.choices.map((choice) => (
        <form method="post" action="/ask" data-ask>
          <input type="hidden" name="conversation" value={conversation} />
          <input type="hidden" name="turn" value={newTurn()} />
          <input type="hidden" name="text" value={choice.label} />
          <button type="submit" name="choice" value={choice.id}>
            {choice.label}
          </button>
        </form>
      ))}
    </fieldset>
  );
}

function FeedbackForm({ message, conversation }: { readonly message: string; readonly conversation: string }) {
  return (
    <form class="feedback" method="post" action="/feedback" data-feedback>
      <input type="hidden" name="conversation" value={conversation} />
      <input type="hidden" name="message" value={message} />
      <fieldset>
        <legend class="visually-hidden">这条答复怎么样</legend>
        <button type="submit" name="verdict" value="useful">
          有用
        </button>
        <button type="submit" name="verdict" value="not_useful">
          没用
        </button>
        <button type="submit" name="verdict" value="wrong">
          不对
        </button>
      </fieldset>
      <details>
        <summary>补充一句</summary>
        <label>
          <span>哪里没说清楚，或者哪里不对？（可以不填）</span>
          <textarea name="note" rows={2} maxlength={2000} />
        </label>
        <button type="submit" name="verdict" value="not_useful" class="send-note" hidden>
          送出
        </button>
      </details>
      <p class="thanks" role="status" />
    </form>
  );
}

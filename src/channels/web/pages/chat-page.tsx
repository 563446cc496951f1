import type { Child } from "hono/jsx";
import { newTurn } from "../turn.js";
import { Layout, type PageWords } from "./layout.js";
import { StatusForm } from "./status-page.js";

type ChatPageProps = {
  readonly words: PageWords;
  readonly conversation: string;
  /** Whether sentences come while a model writes them. */
  readonly drafts?: boolean | undefined;
  /** What the box holds: a text that could not be sent. */
  readonly text?: string;
  /** The question and its answer, for a page that was asked without script. */
  readonly children?: Child;
};

/** The chat: usable as it is, enhanced by /assets/chat.js. */
export function ChatPage({ words, conversation, drafts, text = "", children }: ChatPageProps) {
  const { office } = words;
  return (
    <Layout words={words} title={null} kind="chat" script>
      <div class="columns">
        <main id="main">
          <h1 class="visually-hidden">
            {office.name}
            {words.web.title}
          </h1>
          {children === undefined && <Welcome words={words} conversation={conversation} />}
          <h2 class="visually-hidden">对话</h2>
          <div
            id="log"
            role="log"
            aria-live="polite"
            aria-label="对话记录"
            data-drafts={drafts ? words.answerWordings.generatedLabel : undefined}
          >
            {children}
          </div>
          <Composer conversation={conversation} text={text} privacy={words.web.privacy} />
        </main>
        <aside aria-label="查询与联系">
          <section id="progress">
            <h2>查办理进度</h2>
            <StatusForm />
          </section>
          <section>
            <h2>联系街道</h2>
            <dl class="contact">
              <div>
                <dt>电话</dt>
                <dd>{office.telephone}</dd>
              </div>
              <div>
                <dt>地址</dt>
                <dd>{office.address}</dd>
              </div>
              <div>
                <dt>时间</dt>
                <dd>{office.hours}</dd>
              </div>
              <div>
                <dt>热线</dt>
                <dd>{office.hotline}</dd>
              </div>
            </dl>
          </section>
        </aside>
      </div>
    </Layout>
  );
}

function Welcome({ words, conversation }: { readonly words: PageWords; readonly conversation: string }) {
  const { web } = words;
  return (
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">想问什么政策？</h2>
      <p>{web.welcome}</p>
      <div class="scope">
        <ul class="does" aria-label="能做的">
          {web.does.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <ul class="does-not" aria-label="不能做的">
          {web.doesNot.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
      <p class="danger">{web.danger}</p>
      <h3 class="starters-title">大家常问</h3>
      <ul class="starters">
        {web.starters.map((starter) => (
          <li>
            <form method="post" action="/ask" data-ask>
              <input type="hidden" name="conversation" value={conversation} />
              <input type="hidden" name="turn" value={newTurn()} />
              <button type="submit" name="text" value={starter.text}>
                {starter.label}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Composer({ conversation, text, privacy }: { readonly conversation: string; readonly text: string; readonly privacy: string }) {
  return (
    <form id="composer" class="composer" method="post" action="/ask" data-ask>
      <input type="hidden" name="conversation" value={conversation} />
      <input type="hidden" name="turn" value={newTurn()} />
      <p id="status" class="visually-hidden" role="status" />
      <div class="box">
        <label class="visually-hidden" for="text">
          您的问题
        </label>
        <textarea id="text" name="text" rows={1} maxlength={10_000} required placeholder="用平常话写下您的问题" aria-describedby="privacy">
          {text}
        </textarea>
        <button type="submit">发送</button>
      </div>
      <p id="privacy" class="privacy">
        {privacy} <a href="/privacy">信息怎么保管</a>
      </p>
    </form>
  );
}

// The chat page with script: turns stay on one page, and the conversation lasts as long as the tab.
const log = document.getElementById("log");
const composer = document.getElementById("composer");
const box = document.getElementById("text");
const status = document.getElementById("status");
const store = safeStorage();
let busy = false;
let listening = false;
/** Sentences of the reply that a model is still writing, shown until the reply takes their place. */
let draft = null;

const conversation = store.get("conversation") ?? newId();
store.set("conversation", conversation);
// A page that was asked without script carries its own turn: it is not replaced by the kept ones.
if (log.childElementCount === 0) restore();
adopt(document);
if (log.childElementCount > 0) {
  showNews();
  listen();
}

/** 24 url-safe characters: 144 random bits. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

/** Unlike crypto.randomUUID, there without https too. */
function newTurn() {
  return newId().replaceAll("_", "x");
}

/** The tab's own storage; a browser that refuses it keeps the conversation until the page is left. */
function safeStorage() {
  const inPage = new Map();
  const attempt = (work, instead) => {
    try {
      return work();
    } catch {
      return instead();
    }
  };
  return {
    get: (key) => attempt(() => sessionStorage.getItem(`zhengwen.${key}`), () => inPage.get(key) ?? null),
    set: (key, value) => attempt(() => sessionStorage.setItem(`zhengwen.${key}`, value), () => inPage.set(key, value)),
    remove: (key) => attempt(() => sessionStorage.removeItem(`zhengwen.${key}`), () => inPage.delete(key)),
  };
}

function restore() {
  const kept = store.get("log");
  if (!kept) return;
  log.setAttribute("aria-live", "off");
  log.innerHTML = kept;
  setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
}

function remember() {
  const turns = [...log.querySelectorAll(":scope > .question, :scope > .reply")].slice(-60);
  store.set("log", turns.map((turn) => turn.outerHTML).join(""));
}

/** Shows what needs script, and puts this tab's conversation into every form. */
function adopt(root) {
  for (const field of root.querySelectorAll("input[name=conversation]")) field.value = conversation;
  for (const button of root.querySelectorAll("button.copy")) button.hidden = false;
}

function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

function append(node) {
  adopt(node);
  log.append(node);
  remember();
  return node;
}

function question(text) {
  const node = element('<article class="question" aria-label="您说"><p></p></article>');
  node.firstChild.textContent = text;
  return node;
}

function failure(text, retry) {
  const node = element('<article class="failure" aria-label="没有成功" tabindex="-1"><p></p><button type="button">重试</button></article>');
  node.firstChild.textContent = text;
  node.querySelector("button").addEventListener("click", () => {
    node.remove();
    retry();
  });
  return node;
}

/** Below the masthead, so that a long reply is read from its first line. */
function reveal(node) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

/** @param fields what is posted; a retry posts the same turn, so that the message is taken once */
async function send(fields, { moveFocus }) {
  busy = true;
  composer.setAttribute("aria-busy", "true");
  status.textContent = "正在查找政策文件…";
  const typing = element('<div class="typing" aria-hidden="true"><span></span><span></span><span></span></div>');
  log.append(typing);
  typing.scrollIntoView({ block: "nearest" });
  listen();
  let node;
  try {
    node = element(await post("/ask", fields));
  } catch {
    const text = navigator.onLine === false ? "网络断开了，这句话还没有送出。" : "没有连上，这句话可能没有送出。";
    node = failure(text, () => send(fields, { moveFocus: true }));
  }
  typing.remove();
  draft?.remove();
  draft = null;
  busy = false;
  composer.removeAttribute("aria-busy");
  status.textContent = "";
  append(node);
  listen();
  const asked = [...log.querySelectorAll(".question")].at(-1);
  reveal(asked && node.offsetHeight + asked.offsetHeight < innerHeight * 0.6 ? asked : node);
  if (moveFocus) node.focus({ preventScroll: true });
  // what came while this was under way
  if (listening) showNews();
}

/** The part of the page that answers; waits on while the server says that it is still working. */
async function post(path, fields) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, 8000)) {
    const response = await fetch(path, { method: "POST", headers: { "X-Part": "turn" }, body: new URLSearchParams(fields) });
    if (response.status === 202) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      continue;
    }
    if (!response.headers.has("X-Part")) throw new Error(`status ${response.status}`);
    return response.text();
  }
}

function retire() {
  for (const choices of log.querySelectorAll("fieldset.choices")) choices.disabled = true;
  for (const failed of log.querySelectorAll(".failure")) failed.remove();
}

function ask(form, submitter) {
  if (busy) {
    status.textContent = "上一句还在查找，请稍等。";
    return;
  }
  const fields = Object.fromEntries(new FormData(form, submitter));
  fields.conversation = conversation;
  fields.turn = newTurn();
  const text = fields.text.trim();
  if (text === "") return box.focus();
  retire();
  append(question(text));
  const typed = form === composer;
  if (typed) {
    box.value = "";
    grow();
  }
  send(fields, { moveFocus: !typed });
}

async function judge(form, submitter) {
  const thanks = form.querySelector(".thanks");
  const verdict = submitter.value;
  try {
    const response = await fetch("/feedback", { method: "POST", headers: { "X-Part": "thanks" }, body: new URLSearchParams(new FormData(form, submitter)) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    for (const button of form.querySelectorAll("fieldset button")) button.setAttribute("aria-pressed", String(button.value === verdict));
    const note = form.querySelector(".send-note");
    note.value = verdict;
    note.hidden = false;
    form.querySelector("details").open = verdict !== "useful" && submitter !== note;
    thanks.textContent = await response.text();
  } catch {
    thanks.textContent = "没有送出，请再点一次。";
  }
  remember();
}

async function copy(button) {
  const text = button.dataset.receipt;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https there is no clipboard to write to but the old way.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.textContent = "已复制";
  status.textContent = "回执已复制";
  setTimeout(() => {
    button.textContent = "复制回执";
    status.textContent = "";
  }, 2500);
}

/** The box is as high as its text, up to a third of the window. */
function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, innerHeight / 3)}px`;
}

/** What happened to this tab's requests meanwhile: asked for at the start, and whenever the server says that there is something. */
async function showNews() {
  const known = [...log.querySelectorAll(".reply")].map(({ id }) => id.replace(/^m-/, "")).join(" ");
  try {
    const response = await fetch("/news", { method: "POST", body: new URLSearchParams({ conversation, known }) });
    if (!response.ok || response.headers.get("X-Part") !== "news") return;
    const template = document.createElement("template");
    template.innerHTML = await response.text();
    for (const node of [...template.content.children]) {
      append(node);
      status.textContent = "您的事项有新进展";
    }
  } catch {
    // the next event, or the next visit, asks again
  }
}

/** A checked sentence; what counts is the reply, which is read out. */
function showDraft(text) {
  if (!busy) return;
  if (draft === null) {
    draft = element('<div class="draft" aria-hidden="true"><p class="words"></p><p class="generated"></p></div>');
    draft.lastChild.textContent = log.dataset.drafts;
    log.querySelector(":scope > .typing")?.before(draft);
  }
  draft.firstChild.textContent += text;
  draft.scrollIntoView({ block: "nearest" });
}

/** Listens while there is something to wait for: a conversation without a request gets no news, and without a model no drafts. */
function listen() {
  if (listening || !(log.dataset.drafts || log.querySelector(".reply.request, .reply.status"))) return;
  listening = true;
  const events = new EventSource(`/api/v1/messages/stream?conversation=${encodeURIComponent(conversation)}`);
  events.addEventListener("delta", (event) => {
    const { message, text } = JSON.parse(event.data);
    if (message === null) showDraft(text);
  });
  events.addEventListener("reply", (event) => {
    if (JSON.parse(event.data).reply.kind === "status" && !busy) showNews();
  });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-ask]")) {
    event.preventDefault();
    ask(form, event.submitter);
  } else if (form.matches("[data-feedback]")) {
    event.preventDefault();
    judge(form, event.submitter);
  }
});

document.addEventListener("click", (event) => {
  const copied = event.target.closest("button.copy");
  if (copied) copy(copied);
  const mark = event.target.closest("a.mark");
  if (mark) {
    event.preventDefault();
    const card = document.getElementById(mark.hash.slice(1));
    card.open = true;
    card.scrollIntoView({ block: "nearest" });
    card.querySelector("summary").focus();
  }
});

document.getElementById("restart").addEventListener("click", () => {
  store.remove("conversation");
  store.remove("log");
});

box.addEventListener("input", grow);
box.addEventListener("keydown", (event) => {
  // Enter also ends the choice of a word in a Chinese input method: then it sends nothing.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  composer.requestSubmit();
});

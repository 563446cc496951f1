import { Hono } from "hono";
import { type CuratedDesk, openCuratedDesk } from "../../src/answer/curated/desk.js";
import { createConsole, ensureAdminSecret } from "../../src/console/index.js";
import { loadAnswerWordings } from "../../src/knowledge/answer-wordings.js";
import { loadCalendars } from "../../src/knowledge/calendars.js";
import { loadConsoleWords } from "../../src/knowledge/console.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { loadLifecycles } from "../../src/knowledge/lifecycles.js";
import { loadOffice } from "../../src/knowledge/office.js";
import { knowledgeFolder } from "../../src/paths.js";
import type { Store } from "../../src/store/open.js";
import { officePlace } from "../fixtures/corpus.js";
import { now } from "../fixtures/desk.js";
import { noRetrieval } from "../fixtures/no-retrieval.js";

export const password = "木棉花开 kapok";
export const name = "李经办";

/** The console mounted as the service mounts it, with a clock set by hand. */
export function openConsole(store: Store, secureCookies = false, curated: CuratedDesk | null = null) {
  const time = { now };
  const clock = () => time.now;
  const failures: unknown[] = [];
  const knowledge = {
    answerWordings: loadAnswerWordings(knowledgeFolder),
    office: loadOffice(knowledgeFolder),
    console: loadConsoleWords(knowledgeFolder),
    lifecycles: loadLifecycles(knowledgeFolder),
    calendars: loadCalendars(knowledgeFolder),
  };
  const console = createConsole({
    store,
    knowledge,
    clock,
    curated: curated ?? openCuratedDesk({ store, knowledge: loadKnowledge(knowledgeFolder), retrieval: noRetrieval, clock, officePlace }),
    secureCookies,
    addressOf: () => "192.0.2.1",
    onFailure: (error) => failures.push(error),
  });
  const app = new Hono().route("/console", console);
  return { app, clock, time, failures };
}

export type Site = ReturnType<typeof openConsole>;
export type Visitor = ReturnType<typeof visitor>;

/** A browser without a screen: keeps cookies, and sends the form token of the page it saw last. */
export function visitor({ app }: Pick<Site, "app">) {
  const cookies = new Map<string, string>();
  let csrf = "";
  const keep = async (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.clone().text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return response;
  };
  const headers = () => ({ cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; ") });
  return {
    cookies,
    get: async (path: string) => keep(await app.request(`/console${path}`, { headers: headers() })),
    post: async (path: string, fields: Record<string, string>, token = csrf) =>
      keep(
        await app.request(`/console${path}`, { method: "POST", headers: headers(), body: new URLSearchParams({ csrf: token, ...fields }) }),
      ),
  };
}

/** Sets the first password with the secret from the terminal; a visitor who is signed in. */
export async function signedIn(site: Site, store: Store): Promise<Visitor> {
  const { secret } = ensureAdminSecret(store, site.clock);
  const someone = visitor(site);
  await someone.get("/first-password");
  const answer = await someone.post("/first-password", { secret: secret ?? "", name, password, again: password });
  if (answer.status !== 303) throw new Error(`not signed in: ${answer.status} ${await answer.text()}`);
  return someone;
}

import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { consolePublicFolder } from "../paths.js";
import { admit } from "./guard.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { openPasswords } from "./passwords.js";
import { routes } from "./routes.js";
import { securityHeaders } from "./security-headers.js";
import { signInLimits } from "./sign-in-limits.js";
import { loadStylesheet } from "./stylesheet.js";
import { NoticePage } from "./view/notice-page.js";

export type ConsoleOptions = Pick<ConsoleParts, "store" | "knowledge" | "clock" | "curated" | "secureCookies"> & {
  /** Where a call comes from; by default the socket's address, which behind a proxy is the proxy's. */
  readonly addressOf?: ConsoleParts["addressOf"];
  /** Is told of what was not foreseen; staff only read that it did not work. */
  readonly onFailure?: (error: unknown, method: string, path: string) => void;
};

const maxBody = 64 * 1024;

/** The pages for staff, rendered on the server and without script. The caller mounts them at `/console`. */
export function createConsole({ addressOf = socketAddress, onFailure = () => {}, ...given }: ConsoleOptions): Hono {
  const parts: ConsoleParts = {
    ...given,
    addressOf,
    passwords: openPasswords(),
    limits: signInLimits(),
    stylesheet: loadStylesheet(consolePublicFolder),
  };
  const notice = (c: Context, status: 404 | 413 | 500, title: string, text: string) =>
    c.html(<NoticePage words={parts.knowledge} title={title} text={text} />, status);

  const app = new Hono();
  app.use(securityHeaders);
  app.use(bodyLimit({ maxSize: maxBody, onError: (c) => notice(c, 413, "内容太长", "一次最多提交 64 KiB。") }));
  for (const route of routes) app.on(route.method.toUpperCase(), route.path, (c) => admit(route, parts, c));
  app.all("*", (c) => {
    if (c.req.path === `${basePath}/`) return c.redirect(basePath, 301);
    return notice(c, 404, "没有找到", "这个页面不存在。");
  });
  app.onError((error, c) => {
    onFailure(error, c.req.method, c.req.path);
    return notice(c, 500, "没有成功", "系统出了点问题，请稍后再试。");
  });
  return app;
}

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown"; // called without a socket, as tests do
  }
}

import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { webPublicFolder } from "../../paths.js";
import { apiRoutes } from "./api/routes.js";
import { loadAssets } from "./assets.js";
import { metrics } from "./metrics.js";
import { NoticePage } from "./pages/layout.js";
import { addPages } from "./pages/routes.js";
import { Problem, problemJson, problemOf, problemStatus } from "./problem.js";
import { rateLimits } from "./rate-limit.js";
import { securityHeaders } from "./security-headers.js";
import { defaultWebOptions, type WebOptions, type WebServices } from "./services.js";

const maxBody = 64 * 1024;
const machinePaths = ["/api", ...apiRoutes.map((route) => route.path)];

/**
 * The public side: the API, the chat page and the pages of documents. The caller mounts the console below /console and listens.
 * @param onFailure is told of what was not foreseen; the resident only reads that it did not work
 */
export function createWeb(
  services: WebServices,
  options: Partial<WebOptions> = {},
  onFailure: (error: unknown, method: string, path: string) => void = () => {},
): Hono {
  const settings = { ...defaultWebOptions, ...options };
  const parts = {
    ...services,
    options: settings,
    metrics: metrics(services.store),
    limits: rateLimits(settings),
    assets: loadAssets(webPublicFolder),
  };
  const app = new Hono();
  app.use(securityHeaders);
  const limited = bodyLimit({
    maxSize: maxBody,
    onError: () => {
      throw new Problem("too_large", "内容太长：一次最多 64 KiB。");
    },
  });
  for (const path of ["/api/*", "/ask", "/feedback", "/status"]) app.use(path, limited);
  for (const route of apiRoutes) app.on(route.method.toUpperCase(), route.path, (c) => route.handle(parts, c));
  addPages(app, parts);

  const forMachines = (path: string) => machinePaths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  app.notFound((c) => {
    if (forMachines(c.req.path)) return problemJson(c, new Problem("not_found", "没有这个地址。"));
    return c.html(<NoticePage words={services.knowledge} title="没有找到" text="这个页面不存在，或者文件已经撤下。" />, 404);
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.code === "failed") onFailure(error, c.req.method, c.req.path);
    if (forMachines(c.req.path)) return problemJson(c, problem);
    if (problem.retryAfter !== null) c.header("Retry-After", String(problem.retryAfter));
    return c.html(<NoticePage words={services.knowledge} title="没有成功" text={problem.message} />, problemStatus(problem.code));
  });
  return app;
}

import { afterAll, beforeAll, expect, it } from "vitest";
import { replySchema } from "../../../src/channels/web/api/schemas.js";
import { fakeWeb, filed, offer, secondChild } from "./fake-services.js";

let web: ReturnType<typeof fakeWeb>;
beforeAll(() => {
  web = fakeWeb();
});
afterAll(() => web.close());

const pagePaths = ["/", "/ask", "/feedback", "/news", "/privacy", "/status", "/documents", "/assets/:name"];

type Described = { openapi: string; paths: Record<string, { post?: { responses: object } }> };
const described = async () => (await (await web.app.request("/openapi.json")).json()) as Described;

it("describes every route that is not a page, and no other", async () => {
  const document = await described();
  const served = web.app.routes
    .filter((route) => !route.path.includes("*") && !pagePaths.some((path) => route.path === path || route.path.startsWith("/documents/")))
    .filter((route) => route.method !== "ALL")
    .map((route) => `${route.method} ${route.path}`);
  const operations = Object.entries(document.paths).flatMap(([path, each]) =>
    Object.keys(each).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(operations.sort()).toEqual([...new Set(served)].sort());
  expect(document.openapi).toBe("3.1.0");
});

it("has the errors of the contract at every POST", async () => {
  const document = await described();
  for (const { post } of Object.values(document.paths)) {
    if (post) expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(["200", "400", "413", "429"]));
  }
});

it.each([secondChild, offer, filed])("describes the replies as they are", (reply) => {
  expect(replySchema.strict().parse(reply)).toEqual(reply);
});

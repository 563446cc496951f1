import { z } from "zod";
import { type ProblemCode, problemStatus } from "../problem.js";
import type { ApiRoute } from "./parts.js";
import { errorSchema } from "./schemas.js";

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of the API, from the table of routes and the schemas that parse its bodies. */
export function openapiDocument(routes: readonly ApiRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "政问 Zhengwen",
      version: "1",
      description: "Answers from a street's published texts; requests with a receipt and a due date.",
    },
    paths,
    components: { schemas: { Error: schemaOf(errorSchema) } },
  };
}

function operationOf(route: ApiRoute): Json {
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.query ? { parameters: parametersOf(route.query) } : {}),
    ...(route.body ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(route.body, "input") } } } } : {}),
    responses: responsesOf(route),
  };
}

function parametersOf(query: z.ZodObject): Json[] {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: true,
    schema: schemaOf(schema as z.ZodType, "input"),
  }));
}

function responsesOf(route: ApiRoute): Json {
  const { status, description, type, schema, headers } = route.answer;
  const done: Json = {
    description,
    ...(headers
      ? {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: "string" } }]),
          ),
        }
      : {}),
    content: { [type]: schema ? { schema: schemaOf(schema) } : {} },
  };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of route.problems) byStatus.set(problemStatus(code), [...(byStatus.get(problemStatus(code)) ?? []), code]);
  const problems = [...byStatus].map(([problem, codes]) => [
    String(problem),
    { description: codes.join(", "), content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
  ]);
  return { [String(status)]: done, ...Object.fromEntries(problems) };
}

function schemaOf(schema: z.ZodType, io: "input" | "output" = "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

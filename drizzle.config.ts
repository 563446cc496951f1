import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./dist/store/schema/index.js", out: "./src/store/migrations" });

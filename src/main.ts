import { run } from "./cli/program.js";

// who reads the output may stop early: zhengwen search … | head -1
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
  process.exit(0);
});
process.exitCode = await run(process.argv);

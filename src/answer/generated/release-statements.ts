import { markSources } from "./compose-generated.js";
import type { Finding } from "./finding.js";
import { readCompleteness, readLine, type Statement, withStems } from "./read-generated.js";

export type Releasing = {
  /** Takes a piece of the text as it comes. */
  take(piece: string): void;
  /** Resolves when all that was taken is checked; nothing is released afterwards. */
  done(): Promise<void>;
};

/** Passes the sentences of an answer on while it is written, each only when it passed; after the first that does not, none. */
export function releaseStatements(
  sourceCount: number,
  check: (statement: Statement, place: number) => Promise<readonly Finding[]>,
  onSentence: (text: string) => void,
): Releasing {
  const marked = markSources();
  let rest = "";
  let state: "before" | "open" | "ended" = "before";
  let waiting: readonly Statement[] = [];
  let place = 0;
  let work = Promise.resolve();

  const release = async (statements: readonly Statement[]): Promise<void> => {
    for (const statement of statements) {
      if (state === "ended") return;
      const findings = await check(statement, place++).catch(() => null);
      if (findings === null || findings.length > 0) state = "ended";
      else onSentence(`${marked(statement)}${statement.endsLine ? "\n" : ""}`);
    }
  };
  const takeLine = (line: string): void => {
    if (state === "before") {
      if (line.trim() === "") return;
      const completeness = readCompleteness(line);
      state = completeness === null || completeness === "none" ? "ended" : "open";
      return;
    }
    const read = [...waiting, ...readLine(line, sourceCount)];
    // what introduces a list waits for the list
    const isStem = read.at(-1)?.sources.length === 0;
    waiting = isStem ? read : [];
    if (!isStem) work = work.then(() => release(withStems(read)));
  };
  return {
    take: (piece) => {
      const lines = `${rest}${piece}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (state !== "ended") takeLine(line);
    },
    done: async () => {
      await work;
      state = "ended";
    },
  };
}

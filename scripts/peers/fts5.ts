import { join } from "node:path";
import Database from "better-sqlite3";
import { nation } from "../../src/domain/place.js";
import { termsOf } from "../../src/retrieval/tokens.js";
import type { Found, Peer } from "./peer.js";

const file = "fts5.sqlite";

/** SQLite's full-text search over words that jieba cut. */
export const fts5: Peer = {
  name: "SQLite FTS5 + jieba",
  configuration:
    "contentless table with the columns title, chapter, text (words joined by spaces, `unicode61`), the question's words joined by OR, `bm25()` with the weights 1, 1, 1; national texts by a range of row numbers; optimised after building, the file mapped into memory",
  build: async (entries, folder) => {
    const database = new Database(join(folder, file));
    database.pragma("journal_mode = OFF");
    database.exec("CREATE VIRTUAL TABLE articles USING fts5(title, chapter, text, content='', tokenize='unicode61')");
    const insert = database.prepare("INSERT INTO articles (rowid, title, chapter, text) VALUES (?, ?, ?, ?)");
    const spaced = (text: string) => termsOf(text).join(" ");
    database.transaction(() => {
      for (const [index, { title, chapter, text }] of entries.entries())
        insert.run(index + 1, spaced(title), spaced(chapter), spaced(text));
    })();
    database.exec("INSERT INTO articles (articles) VALUES ('optimize')");
    database.close();
  },
  open: async (folder, entries) => {
    const database = new Database(join(folder, file), { readonly: true });
    database.pragma("mmap_size = 1073741824");
    const national = entries.filter((entry) => entry.national).length;
    const select = database
      .prepare("SELECT rowid FROM articles WHERE articles MATCH ? AND rowid <= ? ORDER BY bm25(articles, 1, 1, 1) LIMIT ?")
      .pluck();
    return {
      search: (question, place, top) => {
        const terms = [...new Set(termsOf(question))].map((term) => `"${term}"`);
        if (terms.length === 0) return [];
        const rows = select.all(terms.join(" OR "), place === nation ? national : entries.length, top) as number[];
        return rows.map((row) => entries[row - 1] as Found);
      },
    };
  },
};

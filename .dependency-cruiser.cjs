/** The layers of the design: each may import those below it; siblings do not import each other. */
const layers = [
  ["domain"],
  ["text"],
  ["knowledge"],
  ["store", "models", "corpus"],
  ["retrieval"],
  ["eligibility"],
  ["answer", "requests"],
  ["reports"],
  ["evaluation"],
  ["channels", "console", "cli"],
];
// corpus writes what it read through store/documents: the one sibling pair where data flows one way
const allowedSiblings = { corpus: ["store"] };

const upward = layers.flatMap((folders, level) =>
  folders.map((folder) => {
    const above = layers.slice(level + 1).flat();
    const siblings = folders.filter((other) => other !== folder && !(allowedSiblings[folder] ?? []).includes(other));
    return {
      name: `layer-${folder}`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${[...above, ...siblings].join("|") || "nothing"})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...upward,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "one-reader-of-the-environment",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/config\\.ts$" },
      to: { path: "^dotenv$" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};

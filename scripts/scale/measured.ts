/** What a collection of a size costs. Milliseconds for searches, megabytes for memory of the whole process and for the index on disk. */
export type SizeCost = {
  readonly chunks: number;
  readonly kind: "real" | "simulated" | "simulated, with a graph";
  /** Not measured where the collection was simulated. */
  readonly indexSeconds: number | null;
  readonly p50: number;
  readonly p99: number;
  readonly memory: number;
  readonly disk: number;
  /** Import, reindex and refresh after one document changed. */
  readonly changedSeconds: number | null;
};

/** The graph of neighbours beside the exact scan of every vector, both asked for what the ranker looks at. */
export type GraphCost = {
  readonly chunks: number;
  readonly buildSeconds: number;
  readonly exactP50: number;
  readonly graphP50: number;
  /** The share of the exact ten nearest that the graph gives. */
  readonly recallAt10: number;
  readonly disk: number;
};

/** The part of hnswlib-node that is used. Declared here because the package is optional: where it could not be built this must compile too. */
declare module "hnswlib-node" {
  export class HierarchicalNSW {
    constructor(space: "ip" | "l2" | "cosine", dimension: number);
    initIndex(maximum: number, links: number, widthOfBuilding: number, seed: number): void;
    addPoint(vector: number[], label: number): void;
    searchKnn(query: number[], count: number): { distances: number[]; neighbors: number[] };
    setEf(width: number): void;
    getCurrentCount(): number;
    readIndex(file: string): Promise<boolean>;
    writeIndex(file: string): Promise<boolean>;
  }
  const library: { readonly HierarchicalNSW: typeof HierarchicalNSW };
  export default library;
}

/** The part of @xenova/transformers that is used. Declared here because the package is optional: without it this must compile too. */
declare module "@xenova/transformers" {
  export type Tensor = { readonly dims: readonly number[]; readonly data: Float32Array | BigInt64Array };
  type LoadOptions = { readonly local_files_only: true; readonly quantized?: boolean };

  export type Tokenizer = {
    model_max_length: number;
    (texts: readonly string[], options: { padding: true; truncation: true }): Record<string, Tensor>;
  };
  export type Model = {
    (inputs: Record<string, Tensor>): Promise<Record<string, Tensor>>;
    dispose(): Promise<unknown>;
  };

  export const env: { allowLocalModels: boolean; allowRemoteModels: boolean; localModelPath: string; useFSCache: boolean };
  export const AutoTokenizer: { from_pretrained(model: string, options: LoadOptions): Promise<Tokenizer> };
  export const AutoModel: { from_pretrained(model: string, options: LoadOptions): Promise<Model> };
}

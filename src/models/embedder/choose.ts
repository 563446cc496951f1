import { join } from "node:path";
import { ZhengwenError } from "../../domain/errors.js";
import { knowledgeFolder } from "../../paths.js";
import type { Embedder } from "./embedder.js";
import { parseEmbedderName } from "./name.js";
import type { FetchProgress } from "./transformers/fetch-model.js";

export type EmbedderSettings = {
  /** Where fetched models are kept. */
  readonly modelsFolder: string;
  readonly hubEndpoint: string;
  readonly openai: {
    readonly baseUrl: string;
    readonly apiKey: { reveal(): string } | null;
    readonly budgetCharacters: number;
  };
};

export type OpenOptions = {
  /** Whether a model that is only on a hub is fetched. */
  readonly allowRemote?: boolean;
  /** Called while a model is fetched. */
  readonly progress?: (progress: FetchProgress) => void;
  /** The dimension of the index that it is opened for, where there is one: then an endpoint need not be asked. */
  readonly dimension?: number;
};

/** The folder of the word vectors that come with the package. */
export const staticEmbedderFolder = join(knowledgeFolder, "embedder");

/**
 * Opens the embedder of that name.
 * @throws ZhengwenError `wrong_use` for another name or a missing key; `embedder_…` for what its adapter met.
 */
export async function openEmbedder(name: string, settings: EmbedderSettings, options: OpenOptions = {}): Promise<Embedder> {
  const choice = parseEmbedderName(name);
  // each adapter is imported when it is chosen: the packages behind them would make every command start later
  switch (choice.kind) {
    case "static": {
      const { openStaticEmbedder } = await import("./static/open.js");
      return openStaticEmbedder(staticEmbedderFolder);
    }
    case "transformers": {
      const { openTransformersEmbedder } = await import("./transformers.js");
      return openTransformersEmbedder({
        model: choice.model,
        cacheFolder: settings.modelsFolder,
        hubEndpoint: settings.hubEndpoint,
        allowRemote: options.allowRemote ?? false,
        ...(options.progress ? { progress: options.progress } : {}),
      });
    }
    case "openai": {
      if (settings.openai.apiKey === null && new URL(settings.openai.baseUrl).hostname === "api.openai.com") {
        throw new ZhengwenError("wrong_use", `${name} needs OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint of your own`);
      }
      const { openOpenaiEmbedder } = await import("./openai.js");
      return openOpenaiEmbedder({
        ...settings.openai,
        model: choice.model,
        ...(options.dimension === undefined ? {} : { dimension: options.dimension }),
      });
    }
  }
}

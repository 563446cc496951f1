export type ChatMessage = { readonly role: "system" | "user" | "assistant"; readonly content: string };

export type ChatCall = {
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  readonly mostTokens: number;
  /** Whose budget it is: the conversation's key, never a resident's name. */
  readonly conversation: string;
  /** When the caller stops waiting, in ms from now; the whole of retries included. */
  readonly within: number;
  /** Told of each piece as it comes; the answer has the whole text all the same. */
  readonly onDelta?: (piece: string) => void;
};

/** Why nothing was said. */
export type ChatSilence = "no_time" | "unreachable" | "refused" | "resting" | "budget_of_day" | "budget_of_conversation" | "nonsense";

export type ChatAnswer =
  /** `cutOff` when the model had more to say: it came to `mostTokens`, or the connection broke. */
  | { readonly kind: "said"; readonly text: string; readonly cutOff: boolean; readonly tokens: number }
  | { readonly kind: "silent"; readonly why: ChatSilence };

/** A model that writes. It never throws for what an endpoint does. */
export type ChatModel = {
  readonly name: string;
  ask(call: ChatCall): Promise<ChatAnswer>;
  /** Whether the endpoint takes the key and knows the model, in a sentence for the operator; asks it one short thing. */
  check(): Promise<{ readonly ok: boolean; readonly detail: string }>;
};

import type { ChatModel } from "../../models/chat/chat-model.js";

/** A model whose calls share the time that a resident waits in one turn: each gets what those before it left, at most. */
export function withinOneTurn(model: ChatModel, milliseconds: number): ChatModel {
  let left = milliseconds;
  return {
    ...model,
    ask: async (call) => {
      const within = Math.min(call.within, left);
      if (within <= 0) return { kind: "silent", why: "no_time" };
      const begun = performance.now();
      try {
        return await model.ask({ ...call, within });
      } finally {
        left -= performance.now() - begun;
      }
    },
  };
}

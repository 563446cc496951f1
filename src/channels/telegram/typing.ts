/** Shows "is typing" to persons whose messages wait. */
export type TypingSigns = {
  /** A message of this conversation waits. */
  begin(conversation: string): void;
  /** Its reply goes out. */
  end(conversation: string): void;
  stop(): void;
};

/** Most replies are there sooner, and a sign after the reply would be a lie. */
const firstAfterMs = 700;
/** Telegram shows a sign for five seconds. */
const againAfterMs = 4500;
const mostSigns = 12;

export function typingSigns(show: (conversation: string) => void): TypingSigns {
  const timers = new Map<string, NodeJS.Timeout>();
  const later = (conversation: string, afterMs: number, left: number) => {
    const timer = setTimeout(() => {
      show(conversation);
      if (left > 1) later(conversation, againAfterMs, left - 1);
      else timers.delete(conversation);
    }, afterMs);
    timers.set(conversation, timer.unref());
  };
  const end = (conversation: string) => {
    clearTimeout(timers.get(conversation));
    timers.delete(conversation);
  };
  return {
    begin: (conversation) => {
      if (!timers.has(conversation)) later(conversation, firstAfterMs, mostSigns);
    },
    end,
    stop: () => {
      for (const conversation of [...timers.keys()]) end(conversation);
    },
  };
}

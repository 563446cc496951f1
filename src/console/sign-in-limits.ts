import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts failed sign-ins. */
export type SignInLimits = {
  /** Takes one try; the seconds to wait when there is none left, else null. */
  take(address: string, name: string): Promise<number | null>;
  /** Gives the try back: it was no failure. */
  giveBack(address: string, name: string): Promise<void>;
};

const window = 15 * 60;
const perNameAndAddress = 5;
const perAddress = 20;
/** Above what one address can use up in its window, so that one stranger cannot lock a colleague out. */
const perName = 100;

/** In memory, for one process: a restart forgives. */
export function signInLimits(): SignInLimits {
  const limiters = [
    {
      limiter: new RateLimiterMemory({ points: perNameAndAddress, duration: window }),
      key: (address: string, name: string) => `${address} ${name}`,
    },
    { limiter: new RateLimiterMemory({ points: perAddress, duration: window }), key: (address: string) => address },
    { limiter: new RateLimiterMemory({ points: perName, duration: window }), key: (_: string, name: string) => name },
  ];
  return {
    take: async (address, name) => {
      for (const { limiter, key } of limiters) {
        try {
          await limiter.consume(key(address, name));
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        }
      }
      return null;
    },
    giveBack: async (address, name) => {
      for (const { limiter, key } of limiters) await limiter.reward(key(address, name));
    },
  };
}

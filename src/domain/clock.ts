/** Where the time comes from; tests set it by hand. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** An expanded Adaptive Card, ready to send. */
export type Card = Readonly<Record<string, unknown>>;

/** Which Adaptive Cards version bot cards are written in; Teams draws no later one from a bot. */
export const cardVersion = '1.5';

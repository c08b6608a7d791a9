declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Request {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly setupRequest: (request: object) => object;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly requests: readonly Request[];
  }
  interface Result {
    readonly duration: number;
    readonly non2xx: number;
    readonly errors: number;
  }
  /** Emits `response` with the client, the status, the bytes and the milliseconds. */
  function autocannon(options: Options, done: (fault: Error | null, result: Result) => void): EventEmitter;
  export = autocannon;
}

import pino from 'pino';

/** What a line may carry: codes, ids and counts. Never what a person wrote. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Writes log lines without personal data. */
export interface Log {
  readonly info: (event: string, details?: LogDetails) => void;
  readonly warn: (event: string, details?: LogDetails) => void;
  /** A fault by its name, code and place in our code; its message may quote what a person wrote and is left out. */
  readonly error: (event: string, fault: unknown, details?: LogDetails) => void;
}

/** JSON lines on standard output, from a level on. */
export function createLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, details = {}) => out.info(details, event),
    warn: (event, details = {}) => out.warn(details, event),
    error: (event, fault, details = {}) => out.error({ ...details, ...faultOf(fault) }, event),
  };
}

function faultOf(fault: unknown): LogDetails {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = 'code' in fault ? String(fault.code) : null;
  const place =
    /\(?((?:file:\/\/)?[^\s()]+:\d+:\d+)\)?/.exec(fault.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '')?.[1] ??
    null;
  return { fault: fault.name, code, place: place?.split('/').slice(-3).join('/') ?? null };
}

/** A fault of the connector: an HTTP status, a slow answer, or a line that breaks before the request is carried out or after. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number; readonly code?: string }
  | { readonly slowMs: number }
  | 'slow'
  | 'request-lost'
  | 'answer-lost';

/** Which requests a fault meets; all sending ones where nothing is said. */
export interface FaultAim {
  readonly times?: number;
  readonly method?: 'POST' | 'PUT' | 'DELETE' | 'GET';
  readonly conversationId?: string;
}

export interface Faults {
  /** The next matching requests fail this way. */
  readonly next: (fault: Fault, aim?: FaultAim) => void;
  /** Every request to a conversation fails this way from now on, as where a person blocked the bot. */
  readonly always: (conversationId: string, fault: Fault) => void;
  readonly clear: () => void;
  readonly take: (method: string, path: string) => Fault | null;
}

const slowMs = 300;

export function createFaults(): Faults {
  const waiting: { readonly fault: Fault; left: number; readonly aim: FaultAim }[] = [];
  return {
    next: (fault, aim = {}) => void waiting.push({ fault, left: aim.times ?? 1, aim }),
    always: (conversationId, fault) => void waiting.push({ fault, left: Number.POSITIVE_INFINITY, aim: { conversationId } }),
    clear: () => void waiting.splice(0),
    take: (method, path) => {
      const index = waiting.findIndex(({ aim }) => meets(aim, method, path));
      const entry = waiting[index];
      if (entry === undefined) return null;
      entry.left -= 1;
      if (entry.left <= 0) waiting.splice(index, 1);
      return entry.fault;
    },
  };
}

/** How long an answer waits under a fault, in milliseconds. */
export function delayOf(fault: Fault | null): number {
  if (fault === 'slow') return slowMs;
  return fault !== null && typeof fault === 'object' && 'slowMs' in fault ? fault.slowMs : 0;
}

function meets(aim: FaultAim, method: string, path: string): boolean {
  const isMethod = aim.method === undefined ? method !== 'GET' : aim.method === method;
  return isMethod && (aim.conversationId === undefined || path.includes(aim.conversationId));
}

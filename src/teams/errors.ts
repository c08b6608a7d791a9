/** What Teams or the network does wrong while a message is sent. */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly code: 'connector-refused' | 'connector-unreachable' | 'service-host-not-allowed' | 'no-conversation';
  /** The connector's status, where it answered. */
  readonly status: number | null;
  /** How long the connector asks to wait, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(
    code: SendError['code'],
    message: string,
    details: { readonly status?: number; readonly retryAfterMs?: number | null; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

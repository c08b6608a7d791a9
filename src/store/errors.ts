/** What the database or its folder does wrong: the message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code:
    | 'data-folder-in-use'
    | 'not-durable'
    | 'outer-database-in-transaction'
    | 'number-too-large'
    | 'sealed-with-another-key'
    | 'sealed-text-damaged'
    | 'export-unreadable'
    | 'export-newer'
    | 'data-not-empty';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What is wrong with a content file or an imported document: the message names file, line and remedy. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly code: 'text-missing' | 'text-value-missing' | 'file-unreadable' | 'file-invalid' | 'document-unreadable';

  constructor(code: ContentError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

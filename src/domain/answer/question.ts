/** A question with the earlier ones of the conversation, oldest first, and the municipality that answers where none is named. */
export interface Question {
  readonly text: string;
  readonly context: readonly string[];
  readonly municipality: string | null;
}

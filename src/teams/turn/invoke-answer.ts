import type { InvokeAnswer } from './reply.ts';
import type { Request } from './request.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const statusOf = { 'bad-request': 400, forbidden: 403, 'not-found': 404, conflict: 409 } as const;

/** The body with which an invoke is answered, HTTP 200, in the form that its kind wants. */
export function invokeBody(request: Request, answer: InvokeAnswer): unknown {
  switch (request.kind) {
    case 'card-action':
      return cardActionBody(answer);
    case 'dialog-open':
    case 'dialog-submit':
    case 'message-action-open':
    case 'message-action-submit':
      return taskBody(answer);
    case 'search':
      return {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: answer.kind === 'finds' ? answer.finds.map(findAttachment) : [],
        },
      };
    default:
      return {};
  }
}

function cardActionBody(answer: InvokeAnswer): object {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: cardType, value: answer.card };
    case 'error':
      return {
        statusCode: statusOf[answer.code],
        type: 'application/vnd.microsoft.error',
        value: { code: answer.code, message: answer.message },
      };
    case 'text':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    default:
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
  }
}

function taskBody(answer: InvokeAnswer): object {
  switch (answer.kind) {
    case 'dialog':
      return {
        task: {
          type: 'continue',
          value: {
            title: answer.title,
            height: answer.size ?? 'medium',
            width: answer.size ?? 'medium',
            card: { contentType: cardType, content: answer.card },
          },
        },
      };
    case 'dialog-closed':
      return answer.message === undefined ? {} : { task: { type: 'message', value: answer.message } };
    case 'error':
      return { task: { type: 'message', value: answer.message } };
    case 'text':
      return { task: { type: 'message', value: answer.text } };
    default:
      return {};
  }
}

function findAttachment({
  title,
  subtitle,
  card,
}: {
  readonly title: string;
  readonly subtitle: string;
  readonly card: object;
}): object {
  const preview = {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: escaped(title), text: escaped(subtitle) },
  };
  return { contentType: cardType, content: card, preview };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

import type { MessageContent } from '../turn/reply.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const longestName = 80;
const longestAbstract = 160;
const mostCitations = 20;

/** A message as Teams' connector takes it. */
export function messageActivity({
  text,
  card,
  summary,
  citations = [],
  isGenerated = false,
  wantsFeedback = false,
}: MessageContent): object {
  return {
    type: 'message',
    summary,
    ...(text === undefined ? {} : { text, textFormat: 'markdown' }),
    ...(card === undefined ? {} : { attachments: [{ contentType: cardType, content: card }] }),
    ...(citations.length === 0 && !isGenerated ? {} : { entities: [rootEntity(citations.slice(0, mostCitations), isGenerated)] }),
    ...(wantsFeedback ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  };
}

/** Exactly one root entity of schema.org/Message, with the citations and, on text that a model wrote alone, the AI label. */
function rootEntity(citations: NonNullable<MessageContent['citations']>, isGenerated: boolean): object {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(isGenerated ? { additionalType: ['AIGeneratedContent'] } : {}),
    citation: citations.map(({ position, name, abstract }) => ({
      '@type': 'Claim',
      position,
      appearance: { '@type': 'DigitalDocument', name: cut(name, longestName), abstract: cut(abstract, longestAbstract) },
    })),
  };
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

import { z } from 'zod';
import { addOwnDeadline } from '../../app/deadlines/add-deadline.ts';
import { deadlineVerbs } from '../../cards/deadlines/list-card.ts';
import { savedDeadlineCard } from '../../cards/deadlines/saved-card.ts';
import { sheet } from '../../cards/deadlines/sheet-card.ts';
import { weekdayText } from '../../cards/words/day.ts';
import { type PlainDate, readPlainDate } from '../../domain/calendar/plain-date.ts';
import type { MessageContent, Reply } from '../turn/reply.ts';
import type { CardActionRequest, MessageRequest, Turn } from '../turn/request.ts';
import { askingOf, type DeadlineContext, viewOf } from './context.ts';
import { personally } from './lists.ts';
import { answerPress } from './presses.ts';

/** Longer texts are no deadline of one line, and do not go along in a card. */
const longestText = 500;
const mostDays = 4;
const pressed = z.object({ text: z.string().max(longestText), day: z.string() });

/** A deadline in words: laid in, or what is missing from the words. */
export async function addTyped(context: DeadlineContext, request: MessageRequest, text: string): Promise<Reply> {
  return personally(context, request, await typedContent(context, request, text, null));
}

/** One of the days that the words may mean: the deadline is laid in on it, and the card says so. */
export async function chooseDay(context: DeadlineContext, request: CardActionRequest): Promise<Reply> {
  const read = pressed.safeParse(request.data);
  const day = read.success ? readPlainDate(read.data.day) : null;
  const gone = context.texts[request.language]('deadlines.own-no-day');
  const content =
    read.success && day !== null
      ? await typedContent(context, request, read.data.text, day)
      : { text: gone, summary: context.texts[request.language]('deadlines.saved-summary') };
  return answerPress(request, content);
}

async function typedContent(context: DeadlineContext, turn: Turn, text: string, day: PlainDate | null): Promise<MessageContent> {
  const texts = context.texts[turn.language];
  const dayText = (one: PlainDate) => weekdayText(one, turn.language);
  const summary = texts('deadlines.saved-summary');
  const say = (name: string, values: Readonly<Record<string, string>> = {}) => ({ text: texts(name, values), summary });
  const typed = { text, words: context.words, id: context.makeId(), day };
  const added = await addOwnDeadline(context.desk, askingOf(turn), typed);
  switch (added.kind) {
    case 'added':
      return { card: savedDeadlineCard(added.deadline, added.firstReminderOn, viewOf(context, turn)), summary };
    case 'no-person':
      return say('deadlines.no-person');
    case 'no-day':
      return say('deadlines.own-no-day');
    case 'recurring':
      return say('deadlines.own-recurring');
    case 'several-days':
      return text.length > longestText || added.days.length > mostDays
        ? say('deadlines.own-several-days', { days: added.days.map(dayText).join('; ') })
        : { card: whichDayCard(text, added.days, context, turn), summary };
    case 'other-weekday':
      return say('deadlines.own-other-weekday', { day: dayText(added.dueOn) });
    case 'no-such-day':
      return say('deadlines.own-no-such-day', { written: added.written });
    case 'no-title':
      return say('deadlines.own-no-title', { day: dayText(added.dueOn) });
  }
}

function whichDayCard(text: string, days: readonly PlainDate[], { texts }: DeadlineContext, { language }: Turn) {
  return sheet(texts[language]('deadlines.own-which-day'), '', {
    lines: [text],
    actions: days.map((day) => ({
      type: 'Action.Execute',
      title: weekdayText(day, language),
      verb: deadlineVerbs.choose,
      data: { text, day },
    })),
  });
}

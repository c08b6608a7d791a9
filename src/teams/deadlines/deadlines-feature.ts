import { type DeadlineDraft, newDialog } from '../../cards/deadlines/dialog-card.ts';
import { changeDialog, deadlineVerbs } from '../../cards/deadlines/list-card.ts';
import { anyOf, edge } from '../../domain/deadline/own/deadline-words.ts';
import { readOwnDeadline } from '../../domain/deadline/own/own-deadline.ts';
import type { Command, Feature } from '../turn/feature.ts';
import type { MessageActionRequest } from '../turn/request.ts';
import type { DeadlineContext } from './context.ts';
import { changeInDialog, newInDialog } from './dialogs.ts';
import { listContent, personally, shareContent } from './lists.ts';
import { filterDeadlines, filterShare, pressDeadline, showDeadlines } from './presses.ts';
import { addTyped, chooseDay } from './typed.ts';

/** The message action that lays in a deadline from a message. */
const newDeadlineAction = 'createDeadline';

/** What the dialog's field holds. */
const longestTitle = 200;

/** Deadlines in Teams: boards, one's own deadlines in words, presses on a list, and dialogs. */
export function deadlinesFeature(context: DeadlineContext, commandNames: DeadlineCommandNames): Feature {
  const list = (kind: 'mine' | 'team' | 'overdue', names: readonly string[]) =>
    named(`deadlines/${kind}`, names, async (request) =>
      personally(context, request, await listContent(context, request, { kind, page: 0 })),
    );
  const share = (of: 'mine' | 'team', names: readonly string[]) =>
    named(`deadlines/share-${of}`, names, async (request) =>
      personally(context, request, await shareContent(context, request, of)),
    );
  return {
    name: 'deadlines',
    commands: [
      list('mine', commandNames.mine),
      list('team', commandNames.team),
      list('overdue', commandNames.overdue),
      share('mine', commandNames.share),
      share('team', commandNames.teamShare),
      ownCommand(context),
    ],
    cardActions: {
      [deadlineVerbs.met]: (request) => pressDeadline(context, request, 'met'),
      [deadlineVerbs.snooze]: (request) => pressDeadline(context, request, 'snooze'),
      [deadlineVerbs.stop]: (request) => pressDeadline(context, request, 'stop'),
      [deadlineVerbs.reopen]: (request) => pressDeadline(context, request, 'reopen'),
      [deadlineVerbs.choose]: (request) => chooseDay(context, request),
      [deadlineVerbs.filter]: (request) => filterDeadlines(context, request),
      [deadlineVerbs.share]: (request) => filterShare(context, request),
      [deadlineVerbs.show]: (request) => showDeadlines(context, request),
    },
    refreshes: [deadlineVerbs.show],
    dialogs: {
      [changeDialog]: (request) => changeInDialog(context, request),
      [newDialog]: (request) => newInDialog(context, request, { title: '', day: '', caseReference: '' }),
    },
    messageActions: {
      [newDeadlineAction]: (request) => newInDialog(context, request, draftOf(context, request)),
    },
  };
}

/** A message's words as a draft: the day and the case where it names one of each; the person looks over it before it is saved. */
function draftOf({ words, desk }: DeadlineContext, { messageText, today }: MessageActionRequest): DeadlineDraft {
  const text = messageText.replace(/\s+/g, ' ').trim();
  const read = readOwnDeadline(text, words, { today, closed: desk.settings.closed });
  const kept = (what: string) => what.slice(0, longestTitle);
  if (read.kind !== 'read' || read.hasPassed) return { title: kept(text), day: '', caseReference: '' };
  return { title: kept(read.title), day: read.dueOn, caseReference: read.caseReference ?? '' };
}

/** The words of each command, Danish and English: content. */
export interface DeadlineCommandNames {
  readonly mine: readonly string[];
  readonly team: readonly string[];
  readonly overdue: readonly string[];
  readonly share: readonly string[];
  readonly teamShare: readonly string[];
}

function named(name: string, names: readonly string[], run: Command['run']): Command {
  return {
    name,
    read: ({ text }) =>
      names.includes(
        text
          .trim()
          .toLowerCase()
          .replace(/[?!.]+$/, ''),
      )
        ? {}
        : null,
    run,
  };
}

/** "frist 12. december partshøring sag 24/1187", "mind mig om at ringe fredag": the words alone ask for the rest. A question about a deadline is none. */
function ownCommand(context: DeadlineContext): Command {
  const begins = new RegExp(`^${anyOf(context.commandWords)}${edge.end}[:\\s]*`, 'iu');
  return {
    name: 'deadlines/own',
    read: ({ text }) => {
      const typed = text.trim();
      return begins.test(typed) && !typed.endsWith('?') ? { rest: typed.replace(begins, '') } : null;
    },
    run: async (request, args) => addTyped(context, request, args['rest'] ?? ''),
  };
}

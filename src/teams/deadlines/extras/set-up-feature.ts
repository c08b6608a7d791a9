import { dutyDialog, dutyPages } from '../../../cards/deadlines/duty-card.ts';
import { sheetVerbs } from '../../../cards/deadlines/sheet-card.ts';
import type { Command, Feature } from '../../turn/feature.ts';
import { replyHere } from '../../turn/reply.ts';
import type { SetUpContext } from './context.ts';
import { setUpDuty, showDuties, turnDuties } from './duties.ts';
import { revokeLinks, showLinks } from './feed.ts';
import { chooseColumns, confirmImport, readListFile } from './import-list.ts';
import { reassignAll, setAbsence, showUnreached } from './people.ts';

/** What surrounds the deadlines: lists from the case system, absence, hand-over in bulk, who was not reached, and links. */
export function setUpFeature(context: SetUpContext): Feature {
  const { names } = context;
  return {
    name: 'deadlines-set-up',
    commands: [
      whole('deadlines/unreached', names.unreached, (request) => showUnreached(context, request)),
      whole('deadlines/links', names.links, (request) => showLinks(context, request)),
      whole('deadlines/import', names.import, async (request) => {
        const text = context.texts[request.language]('deadlines.import-how');
        return replyHere({ text, summary: text });
      }),
      whole('deadlines/duties', names.duties, (request) => showDuties(context, request)),
      beginning('deadlines/absence', names.absence, (request, args) => setAbsence(context, request, args)),
      beginning('deadlines/reassign', names.reassign, (request, args) => reassignAll(context, request, args)),
    ],
    cardActions: {
      [sheetVerbs.columns]: (request) => chooseColumns(context, request),
      [sheetVerbs.confirm]: (request) => confirmImport(context, request),
      [sheetVerbs.revoke]: (request) => revokeLinks(context, request),
      [dutyPages]: (request) => turnDuties(context, request),
    },
    dialogs: { [dutyDialog]: (request) => setUpDuty(context, request) },
    readFile: (request) => readListFile(context, request),
  };
}

function whole(name: string, words: readonly string[], run: Command['run']): Command {
  const bare = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[?!.]+$/, '');
  return { name, read: ({ text }) => (words.includes(bare(text)) ? {} : null), run };
}

/** A command whose first word is one of these, and whose rest holds a name or a day; the word alone asks for them. */
function beginning(name: string, words: readonly string[], run: Command['run']): Command {
  return {
    name,
    read: ({ text }) => {
      const [, first = '', rest = ''] = /^(\S+)[:\s]*([\s\S]*)$/.exec(text.trim()) ?? [];
      return words.includes(first.toLowerCase()) ? { rest } : null;
    },
    run,
  };
}

import { mayKeepAgendas, mayReadAgendas } from '../../app/agendas/agenda-desk.ts';
import { searchDecisions } from '../../app/agendas/search-decisions.ts';
import { agendaList, type ListPurpose, registerCard } from '../../cards/agendas/agenda-lists.ts';
import { agendaDialogs, agendaVerbs } from '../../cards/agendas/agenda-view.ts';
import { newAgendaCard } from '../../cards/agendas/new-form.ts';
import { exactly } from '../turn/commands.ts';
import type { Command, Feature } from '../turn/feature.ts';
import { type Reply, replyHere } from '../turn/reply.ts';
import type { MessageRequest } from '../turn/request.ts';
import { type AgendaContext, askingOf, sharedView } from './context.ts';
import { decideDialog } from './decide.ts';
import { searchLibrary } from './finds/find.ts';
import { acceptDialog, followUpsDialog, historyDialog, itemDialog } from './item-dialogs.ts';
import { matterDialog, mattersDialog } from './matters.ts';
import { exportDialog, signedDialog } from './minutes-dialogs.ts';
import { newAgendaDialog } from './new-agenda.ts';
import { pressApprove, pressPost, showAgenda, showMinutes, showRegister } from './presses.ts';
import { readAgendaFile, sendToPersonalChat } from './read-files.ts';
import { reviseDialog } from './revise-agenda.ts';

/** The message extension's search. */
const searchCommand = 'search';

const mostListed = 8;

/** Agendas in Teams: posted, decided, approved, exported, searched; and files that are read in the personal chat. */
export function agendasFeature(context: AgendaContext): Feature {
  const { words } = context;
  const list = (purpose: ListPurpose, names: readonly string[]) =>
    exactly(`agendas/${purpose}`, names, (request) => listAgendas(context, request, purpose));
  return {
    name: 'agendas',
    commands: [
      list('post', words.post),
      list('show', words.list),
      list('minutes', words.minutes),
      exactly('agendas/new', words.new, (request) => offerNew(context, request)),
      exactly('agendas/file', words.file, async (request) => sendToPersonalChat(context, request)),
      beginning('agendas/register', words.register, (request, query) => register(context, request, query)),
      beginning('agendas/question', words.questions, (request, query) => registerOrAsk(context, request, query)),
    ],
    readFile: (request) => readAgendaFile(context, request),
    cardActions: {
      [agendaVerbs.show]: (request) => showAgenda(context, request),
      [agendaVerbs.post]: (request) => pressPost(context, request),
      [agendaVerbs.minutes]: (request) => showMinutes(context, request),
      [agendaVerbs.approve]: (request) => pressApprove(context, request),
      [agendaVerbs.register]: (request) => showRegister(context, request),
    },
    dialogs: {
      [agendaDialogs.item]: (request) => itemDialog(context, request),
      [agendaDialogs.decide]: (request) => decideDialog(context, request),
      [agendaDialogs.history]: (request) => historyDialog(context, request),
      [agendaDialogs.followUps]: (request) => followUpsDialog(context, request),
      [agendaDialogs.accept]: (request) => acceptDialog(context, request),
      [agendaDialogs.matters]: (request) => mattersDialog(context, request),
      [agendaDialogs.matter]: (request) => matterDialog(context, request),
      [agendaDialogs.signed]: (request) => signedDialog(context, request),
      [agendaDialogs.export]: (request) => exportDialog(context, request),
      [agendaDialogs.create]: (request) => newAgendaDialog(context, request),
      [agendaDialogs.revise]: (request) => reviseDialog(context, request),
    },
    searches: { [searchCommand]: (request) => searchLibrary(context, request) },
  };
}

/** A command whose words are followed by what it is about. */
function beginning(
  name: string,
  names: readonly string[],
  run: (request: MessageRequest, rest: string) => Promise<Reply>,
): Command {
  return {
    name,
    read: ({ text }) => {
      const written = text.trim();
      const begun = names.find((one) => written.toLowerCase() === one || written.toLowerCase().startsWith(`${one} `));
      return begun === undefined ? null : { rest: written.slice(begun.length).trim() };
    },
    run: (request, args) => run(request, (args['rest'] ?? '').slice(0, 200)),
  };
}

async function listAgendas(context: AgendaContext, request: MessageRequest, purpose: ListPurpose): Promise<Reply> {
  const texts = context.texts[request.language];
  const say = (key: string) => replyHere({ text: texts(`agendas.${key}`), summary: texts('agendas.agenda-summary') });
  if (!mayReadAgendas(request.person)) return say('no-role');
  if (purpose === 'post' && !mayKeepAgendas(request.person)) return say('not-allowed');
  const agendas = await context.desk.store.list(request.person.tenantId, mostListed);
  if (agendas.length === 0 && request.place.kind !== 'personal' && purpose === 'post')
    return sendToPersonalChat(context, request);
  const card = agendaList(agendas, purpose, sharedView(context, request));
  return replyHere({ card, summary: texts('agendas.list-title') });
}

async function offerNew(context: AgendaContext, request: MessageRequest): Promise<Reply> {
  const view = sharedView(context, request);
  if (!view.mayKeep) return replyHere({ text: view.texts('agendas.not-allowed'), summary: view.texts('agendas.agenda-summary') });
  return replyHere({ card: newAgendaCard(view), summary: view.texts('agendas.new-title') });
}

async function register(context: AgendaContext, request: MessageRequest, query: string): Promise<Reply> {
  const view = sharedView(context, request);
  const found = await searchDecisions(context.desk, askingOf(context, request), context.register, query);
  const summary = view.texts('agendas.register-summary');
  return found === null
    ? replyHere({ text: view.texts('agendas.no-role'), summary })
    : replyHere({ card: registerCard(found, query, 0, view), summary });
}

/** "Hvad blev besluttet om dialogmøderne?": the register first; what it does not hold is a question to the documents. */
async function registerOrAsk(context: AgendaContext, request: MessageRequest, query: string): Promise<Reply> {
  const about = query.replace(/[?!.]+$/, '');
  const found = await searchDecisions(context.desk, askingOf(context, request), context.register, about);
  return (found === null || found.length === 0) && context.ask !== undefined
    ? context.ask(request)
    : register(context, request, about);
}

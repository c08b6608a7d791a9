import { randomUUID } from 'node:crypto';
import type { ApprovalDesk } from '../app/figures/approve-figures.ts';
import { answerMemory } from '../app/questions/answer-memory.ts';
import { askQuestion } from '../app/questions/ask-question.ts';
import { findSection } from '../app/questions/find-section.ts';
import { libraryShelf } from '../app/questions/library-shelf.ts';
import { isTryout } from '../config/config.ts';
import { figureProposer, readLibrarySources } from '../content/read-library.ts';
import { readLibraryContent } from '../content/read-library-content.ts';
import { readProposalWords } from '../content/words/read-proposal-words.ts';
import { readQuestionWords } from '../content/words/read-question-words.ts';
import { buildLibrary } from '../domain/answer/library.ts';
import { feedbackStore } from '../store/core/feedback-store.ts';
import { documentStore } from '../store/document-store.ts';
import { figureDecisionStore } from '../store/figures/figure-decision-store.ts';
import { proposalsFeature } from '../teams/figures/proposals-feature.ts';
import type { QuestionContext } from '../teams/questions/context.ts';
import { createQuestionMemory } from '../teams/questions/question-memory.ts';
import type { questionsFeature } from '../teams/questions/questions-feature.ts';
import type { Parts } from './parts.ts';

type AskArguments = Parameters<Parameters<typeof questionsFeature>[0]['answer']>;
type SectionArguments = Parameters<Parameters<typeof questionsFeature>[0]['findSection']>;

/** Everything that the questions in Teams stand on. */
export function createQuestions(
  { config, store, clock, audit, texts, sealer }: Omit<Parts, 'log' | 'directory'>,
  chartLink: QuestionContext['chartLink'],
) {
  const documents = documentStore(store.db);
  const decisions = figureDecisionStore(store.db);
  const shelf = libraryShelf(
    async (tenantId) => ({ imported: await documents.all(tenantId), decisions: await decisions.all(tenantId) }),
    (own) => buildLibrary(readLibrarySources(own.imported, own.decisions)),
    clock,
  );
  // What is imported on the command line without a registration belongs to the tenant "local", which the try-out plays.
  const ownerOf = (tenantId: string) => (isTryout(config) ? 'local' : tenantId);
  const libraryOf = (tenantId: string) => shelf.libraryOf(ownerOf(tenantId));
  const approval: ApprovalDesk = {
    ...{ documents, decisions, audit, ownerOf },
    propose: figureProposer(readLibraryContent().documents),
    onChanged: (tenantId) => shelf.lookAgain(ownerOf(tenantId)),
  };
  const municipality = config.MUNICIPALITY ?? null;
  const answer = answerMemory();
  return {
    answer: async (...[person, question]: AskArguments) =>
      askQuestion({ library: await libraryOf(person.tenantId), answer, audit, municipality }, person, question),
    findSection: async (...[tenantId, wanted]: SectionArguments) => findSection(await libraryOf(tenantId), wanted),
    warm: () => libraryOf(config.MicrosoftAppTenantId),
    feedback: feedbackStore(store.db, sealer),
    memory: createQuestionMemory(clock.now),
    helpWords: readQuestionWords().help,
    makeId: randomUUID,
    chartLink,
    proposals: proposalsFeature({ desk: approval, texts, commands: readProposalWords().commands }),
    audit,
    texts,
  };
}

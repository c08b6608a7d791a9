import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AgendaVocabulary, LabelKind } from '../../domain/agenda/words/vocabulary.ts';
import { contentFolder } from '../content-folder.ts';
import { ContentError } from '../errors.ts';

const words = z.array(z.string());
const kinds = [
  ...(['matter', 'caseStatement', 'background', 'legalBasis', 'economy', 'communication', 'other', 'recommendation'] as const),
  ...(['recommendationAndDecision', 'decision', 'absent', 'present', 'substitutes', 'members', 'attachments', 'case'] as const),
  ...(['document', 'meta', 'agendaDate', 'ignoredDate', 'place', 'body', 'contents', 'group', 'competence'] as const),
];
const lists = {
  ...{
    historyLabels: words,
    startLabels: words,
    pointWords: words,
    titledPointWords: words,
    minuteWords: words,
    caseNumberAfterTitle: words,
    endings: words,
    letterEndings: words,
    letterDateWords: words,
    contactWords: words,
    weekdays: words,
    ordinalNouns: words,
    clock: words,
  },
  ...{
    notMeetingDateAfter: words,
    bodyEndings: words,
    bodyBefore: words,
    bodyNouns: words,
    bodyJoiners: words,
    decisionFillers: words,
    decisionWords: words,
  },
  ...{
    meetingWords: words,
    earlierWords: words,
    noAnnexes: words,
    none: words,
    absenceVerbs: words,
    disqualified: words,
    absencePrefixes: words,
    presencePrefixes: words,
    exceptWords: words,
    nameRoles: words,
    toldVerbs: words,
  },
  ...{
    substituteWords: words,
    nameRemarks: words,
    recommendVerbs: words,
    formalVerbs: words,
    frameVerbs: words,
    frameFillers: words,
  },
  ...{ infinitiveAfter: words, joiners: words, fileIcon: words, seeAttachment: words, dissent: words, voting: words },
  ...{
    closed: words,
    open: words,
    decisionPhrases: words,
    closingDecisions: words,
    pageWords: words,
    pageTotals: words,
    pageFillers: words,
    municipalityCompounds: words,
    municipalityBefore: words,
    councils: words,
  },
  ...{
    webNoise: words,
    genericBodies: words,
    wholeBodies: words,
    titleLabels: words,
    rooms: words,

    documentLists: words,
    connectors: words,
  },
};
const file = z.object({
  ...lists,
  labels: z.record(z.enum(kinds), words),
  months: z.record(z.string(), words),
  kinds: z.object({ referat: words, beslutningsprotokol: words, dagsorden: words }),
  clauseWord: z.string(),
  addressWord: z.string(),
  senderWord: z.string(),
  municipalityWord: z.string(),
  hearing: z.object({
    ...{
      word: z.string(),
      heard: words,
      words,
      dateWords: words,
      period: words,
      to: words,
      deadline: words,
      partyWords: words,
      partyLeads: words,
      partyLabels: words,
      askedWords: words,
      askedFor: words,
      partyNouns: words,
      opinionWords: words,
      notParties: words,
      partyEnds: words,
      not: words,
    },
  }),
});

/** The words with which municipalities set out agendas and minutes. */
export function readAgendaVocabulary(folder: string = contentFolder): AgendaVocabulary {
  const path = join(folder, 'vocabulary', 'agenda.yaml');
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new ContentError('file-invalid', `${path}: ${z.prettifyError(read.error)}`);
  const { labels, months, ...rest } = read.data;
  return {
    ...rest,
    labels: new Map(Object.entries(labels).flatMap(([kind, list]) => list.map((word) => [word, kind as LabelKind] as const))),
    months: new Map(Object.entries(months).flatMap(([month, list]) => list.map((word) => [word, Number(month)] as const))),
  };
}

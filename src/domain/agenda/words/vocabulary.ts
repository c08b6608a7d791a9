/** What a heading opens. */
export type LabelKind =
  | 'matter'
  | 'caseStatement'
  | 'background'
  | 'legalBasis'
  | 'economy'
  | 'communication'
  | 'competence'
  | 'other'
  | 'recommendation'
  | 'recommendationAndDecision'
  | 'decision'
  | 'absent'
  | 'present'
  | 'substitutes'
  | 'members'
  | 'attachments'
  | 'case'
  | 'document'
  | 'meta'
  | 'agendaDate'
  | 'ignoredDate'
  | 'place'
  | 'body'
  | 'contents'
  | 'group';

type Words = readonly string[];

/** The words with which municipalities set out agendas; lower case. */
export interface AgendaVocabulary {
  readonly labels: ReadonlyMap<string, LabelKind>;
  /** Headings under which earlier decisions stand. */
  readonly historyLabels: Words;
  readonly startLabels: Words;
  readonly pointWords: Words;
  readonly titledPointWords: Words;
  /** Words before an item's number that elsewhere number decisions. */
  readonly minuteWords: Words;
  readonly caseNumberAfterTitle: Words;
  readonly endings: Words;
  /** What stands over an address at the foot of a page. */
  readonly contactWords: Words;
  readonly letterEndings: Words;
  /** Labels of the day of a letter. */
  readonly letterDateWords: Words;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: Words;
  /** Nouns that a number counts in order ("4. kvartal"). */
  readonly ordinalNouns: Words;
  readonly clock: Words;
  readonly notMeetingDateAfter: Words;
  readonly bodyEndings: Words;
  readonly bodyBefore: Words;
  /** What a municipality's or an area's name stands before: "Engby Udvalg". */
  readonly bodyNouns: Words;
  readonly wholeBodies: Words;
  readonly titleLabels: Words;
  /** Words for a room that are part of its name. */
  readonly rooms: Words;
  /** Lists for all items together, after the last. */
  readonly documentLists: Words;
  readonly bodyJoiners: Words;
  readonly decisionWords: Words;
  readonly decisionFillers: Words;
  readonly meetingWords: Words;
  readonly kinds: Readonly<Record<'referat' | 'beslutningsprotokol' | 'dagsorden', Words>>;
  readonly none: Words;
  /** What stands under "Bilag" where there are none. */
  readonly noAnnexes: Words;
  /** Words that say that a decision was taken before this meeting. */
  readonly earlierWords: Words;
  readonly absenceVerbs: Words;
  /** Why a member may not take part. */
  readonly disqualified: Words;
  readonly absencePrefixes: Words;
  readonly presencePrefixes: Words;
  /** What leads to those who were not present. */
  readonly exceptWords: Words;
  readonly nameRoles: Words;
  /** How running text tells of a decision. */
  readonly toldVerbs: Words;
  readonly substituteWords: Words;
  readonly nameRemarks: Words;
  /** With these somebody proposes in form. */
  readonly formalVerbs: Words;
  readonly recommendVerbs: Words;
  readonly clauseWord: string;
  readonly addressWord: string;
  readonly senderWord: string;
  readonly frameVerbs: Words;
  readonly frameFillers: Words;
  readonly infinitiveAfter: Words;
  readonly joiners: Words;
  readonly fileIcon: Words;
  readonly seeAttachment: Words;
  readonly hearing: {
    readonly word: string;
    /** That somebody was heard, in other words. */
    readonly heard: Words;
    readonly words: Words;
    /** Words that lead to a day. */
    readonly dateWords: Words;
    readonly period: Words;
    readonly to: Words;
    readonly deadline: Words;
    readonly partyWords: Words;
    /** What leads to the parties without the word for where. */
    readonly partyLeads: Words;
    /** "bedt LBR om en udtalelse" */
    readonly askedWords: Words;
    readonly askedFor: Words;
    /** Headings over a list of the parties. */
    readonly partyLabels: Words;
    /** How those who are asked are called in small letters. */
    readonly partyNouns: Words;
    /** How what they answer is called. */
    readonly opinionWords: Words;
    readonly notParties: Words;
    readonly partyEnds: Words;
    readonly not: Words;
  };
  readonly dissent: Words;
  readonly voting: Words;
  readonly closed: Words;
  readonly open: Words;
  readonly decisionPhrases: Words;
  /** Beginnings of a decision where minutes have no heading over it. */
  readonly closingDecisions: Words;
  readonly pageWords: Words;
  /** What stands between a page's number and that of all. */
  readonly pageTotals: Words;
  /** What stands beside committee, day and number in a page's header. */
  readonly pageFillers: Words;
  readonly municipalityWord: string;
  /** Words that end in the one for a municipality and mean one too. */
  readonly municipalityCompounds: Words;
  readonly municipalityBefore: Words;
  /** Councils that a municipality's name stands before. */
  readonly councils: Words;
  readonly webNoise: Words;
  readonly genericBodies: Words;
  readonly connectors: Words;
}

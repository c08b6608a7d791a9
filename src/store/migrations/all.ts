import type { Migration } from 'kysely';
import * as core from './001-core.ts';
import * as checklists from './010-checklists.ts';
import * as queueAnswers from './011-queue-answers.ts';
import * as recordedSteps from './012-recorded-steps.ts';
import * as recordedTogether from './013-recorded-together.ts';
import * as queueAfterStep from './014-queue-after-step.ts';
import * as runRevisions from './015-run-revisions.ts';
import * as deadlines from './020-deadlines.ts';
import * as reminderSubjects from './021-reminder-subjects.ts';
import * as reminderSentAt from './022-reminder-sent-at.ts';
import * as deadlineDetails from './023-deadline-details.ts';
import * as agendas from './030-agendas.ts';
import * as agendaPosts from './031-agenda-posts.ts';
import * as agendaTemplates from './032-agenda-templates.ts';
import * as budgetReviews from './040-budget-reviews.ts';
import * as figureDecisions from './041-figure-decisions.ts';
import * as dropFindings from './042-drop-findings.ts';

/** Every migration by its name, in order: 001-009 core, 010-019 checklists, 020-029 deadlines, 030-039 agendas, 040-049 figures. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-core': core,
  '010-checklists': checklists,
  '011-queue-answers': queueAnswers,
  '012-recorded-steps': recordedSteps,
  '013-recorded-together': recordedTogether,
  '014-queue-after-step': queueAfterStep,
  '015-run-revisions': runRevisions,
  '020-deadlines': deadlines,
  '021-reminder-subjects': reminderSubjects,
  '022-reminder-sent-at': reminderSentAt,
  '023-deadline-details': deadlineDetails,
  '030-agendas': agendas,
  '031-agenda-posts': agendaPosts,
  '032-agenda-templates': agendaTemplates,
  '040-budget-reviews': budgetReviews,
  '041-figure-decisions': figureDecisions,
  '042-drop-findings': dropFindings,
};

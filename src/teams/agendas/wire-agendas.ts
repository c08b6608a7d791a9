import { mayKeepAgendas } from '../../app/agendas/agenda-desk.ts';
import { readMinutesToken } from '../../app/agendas/minutes-links.ts';
import { readMinutes } from '../../app/agendas/read-minutes.ts';
import { type MinutesText, minutesText } from '../../cards/agendas/minutes-text.ts';
import type { Feature } from '../turn/feature.ts';
import { agendasFeature } from './agendas-feature.ts';
import type { AgendaContext } from './context.ts';

/** Who writes the files of minutes. */
export interface MinutesWriters {
  readonly docx: (text: MinutesText) => Promise<Buffer>;
  readonly md: (text: MinutesText) => string;
}

/** A file behind a link. */
export interface DownloadedFile {
  readonly status: number;
  readonly body: string | Buffer;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The agendas' feature, and what lies behind their links: null where a link is not theirs, has expired, or its person may not see it any more. */
export function wireAgendas(
  context: AgendaContext,
  writers: MinutesWriters,
): { readonly feature: Feature; readonly download: (name: string, token: string) => Promise<DownloadedFile | null> } {
  return { feature: agendasFeature(context), download: (name, token) => downloadMinutes(context, writers, name, token) };
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

async function downloadMinutes(
  context: AgendaContext,
  writers: MinutesWriters,
  name: string,
  token: string,
): Promise<DownloadedFile | null> {
  const format = (['docx', 'md', 'json'] as const).find((one) => name === `minutes.${one}`);
  const today = context.clock.today();
  const link = format === undefined ? null : readMinutesToken(token, context.signer, today);
  if (format === undefined || link === null) return null;
  const { tenantId, objectId, language, version } = link;
  const member = context.desk.directory.member(tenantId, objectId);
  if (member === null) return null;
  const person = { tenantId, objectId, name: member.name, roles: member.roles };
  const read = await readMinutes(context.desk, { person, today, activityId: null }, link.agendaId, version);
  if (read.kind !== 'minutes') return null;
  const view = {
    ...{ texts: context.texts[language], language, today, at: context.clock.now(), mayKeep: mayKeepAgendas(person) },
    nameOf: (id: string) => context.desk.directory.member(tenantId, id)?.name ?? id.slice(0, 8),
    showsClosed: version === 'full',
  };
  const text = minutesText(read.minutes, read.approvals, read.changedAt, view);
  const written = {
    docx: () => writers.docx(text),
    md: () => writers.md(text),
    json: () => `${JSON.stringify({ ...read.minutes, approvals: read.approvals }, null, 2)}\n`,
  };
  const file = `${view.texts('agendas.minutes-file')}-${read.minutes.date ?? ''}-${version}.${format}`.replace('--', '-');
  return {
    status: 200,
    body: await written[format](),
    contentType: types[format],
    headers: { 'content-disposition': `attachment; filename="${file}"`, 'cache-control': 'no-store' },
  };
}

import { type Kysely, sql } from 'kysely';
import type { AgendaTemplate, TemplateStore } from '../../app/agendas/making/making-desk.ts';
import { openJson, type SealedJson, sealJson } from '../core/sealed-json.ts';
import type { Sealer } from '../core/sealer.ts';
import { applyChange } from '../transactions.ts';

/** Templates of agendas on a database, by the committee's name however it is cased. */
export function agendaTemplateStore(db: Kysely<unknown>, sealer: Sealer): TemplateStore {
  const placeOf = (tenantId: string, name: string) => JSON.stringify([tenantId, 'agenda_template', name]);
  return {
    list: async (tenantId) => {
      const { rows } = await sql<{ name: string; template: SealedJson }>`
        select name, template from agenda_template where tenant_id = ${tenantId} order by name`.execute(db);
      return rows.map(({ name, template }) => openJson(template, placeOf(tenantId, name), sealer) as AgendaTemplate);
    },
    save: (tenantId, template, change) =>
      applyChange(db, change, async (transaction) => {
        const name = template.body.toLowerCase();
        await sql`
          insert into agenda_template (tenant_id, name, template) values (${tenantId}, ${name}, ${sealJson(template, placeOf(tenantId, name), sealer)}::jsonb)
          on conflict (tenant_id, name) do update set template = excluded.template`.execute(transaction);
        return 'changed';
      }),
  };
}

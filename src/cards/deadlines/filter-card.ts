import type { DeadlineKind } from '../../domain/deadline/deadline.ts';
import type { Texts } from '../../domain/language/texts.ts';

/** What a board is narrowed to. It goes back with every press; who may see what is decided anew. */
export interface ListFilter {
  readonly of?: DeadlineKind | undefined;
  /** Entra object id of the person responsible. */
  readonly who?: string | undefined;
}

/** The kinds in the order of the choice. */
export const deadlineKinds = ['checklist', 'agenda', 'duty', 'conversation', 'own'] as const satisfies readonly DeadlineKind[];
/** The inputs' ids: what a person chose comes back under them. */
export const filterInputs = { kind: 'filterKind', person: 'filterPerson' } as const;

/** Who may be chosen, by name. No order but the alphabet's: no ranking. */
export type Choosable = readonly { readonly objectId: string; readonly name: string }[];

/** "Filtrér": kind, and for a leader person, behind one press. An empty choice is everything. */
export function filterAction(
  filter: ListFilter,
  people: Choosable,
  show: { readonly verb: string; readonly data: object; readonly hasKinds: boolean },
  texts: Texts,
): object {
  const all = { title: texts('deadlines.filter-all'), value: 'all' };
  const kinds = deadlineKinds.map((kind) => ({ title: texts(`deadlines.kind-${kind}`), value: kind }));
  const names = people.map(({ objectId, name }) => ({ title: name, value: objectId }));
  const choice = (id: string, label: string, value: string | undefined, choices: readonly object[]) => ({
    ...{ type: 'Input.ChoiceSet', id, label: texts(`deadlines.${label}`), value: value ?? 'all', choices: [all, ...choices] },
  });
  return {
    type: 'Action.ShowCard',
    title: texts('deadlines.filter'),
    card: {
      type: 'AdaptiveCard',
      body: [
        ...(show.hasKinds ? [choice(filterInputs.kind, 'filter-kind', filter.of, kinds)] : []),
        ...(people.length > 0 ? [choice(filterInputs.person, 'filter-person', filter.who, names)] : []),
      ],
      actions: [{ type: 'Action.Execute', title: texts('deadlines.filter-show'), verb: show.verb, data: show.data }],
    },
  };
}

/** "Kun samtale, Berit Holm." behind the lead of a narrowed board; empty where it shows everything. */
export function filterText({ of, who }: ListFilter, nameOf: (objectId: string) => string, texts: Texts): string {
  const parts = [...(of === undefined ? [] : [texts(`deadlines.kind-${of}`)]), ...(who === undefined ? [] : [nameOf(who)])];
  return parts.length === 0 ? '' : texts('deadlines.filter-only', { what: parts.join(', ') });
}

import type { Card } from '../card.ts';
import { plain } from '../markdown.ts';
import { expand } from '../template.ts';
import { cut } from './sheet.ts';

/** A choice of a field. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** A field whose content must be there: what is said where it is not. */
export interface Demand {
  readonly error: string;
}

/** The value is cut to what the field takes: a form with all its fields full must stay under what Teams takes. */
export function textInput(
  id: string,
  label: string,
  value: string,
  more: { readonly maxLength?: number; readonly [field: string]: unknown } = {},
): object {
  const { maxLength = 2000 } = more;
  return { type: 'Input.Text', id, label, ...more, value: cut(value, maxLength), maxLength };
}

export function choiceInput(id: string, label: string, value: string, choices: readonly Choice[], more: object = {}): object {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    value,
    wrap: true,
    choices: choices.map((choice) => ({ value: choice.value, title: cut(choice.title, 200) })),
    ...more,
  };
}

export function dayInput(id: string, label: string, value: string, more: object = {}): object {
  return { type: 'Input.Date', id, label, value, ...more };
}

/** Without min and max: with them the renderer refuses a field that is left empty. */
export function numberInput(id: string, label: string, value: string): object {
  return { type: 'Input.Number', id, label, ...(value === '' ? {} : { value: Number(value) }) };
}

export function required({ error }: Demand): object {
  return { isRequired: true, errorMessage: error };
}

/** A form: faults as text at the top, fields with what was typed, and one button. */
export function formCard(form: {
  readonly title: string;
  readonly lead: string;
  readonly faults: readonly string[];
  readonly inputs: readonly object[];
  readonly save: string;
  readonly data: object;
}): Card {
  const { title, lead, faults, inputs, save, data } = form;
  return expand('agenda-form', {
    title: plain(cut(title, 300)),
    hasLead: lead !== '',
    lead: plain(cut(lead, 500)),
    hasFaults: faults.length > 0,
    faults: faults.map((text) => ({ text: plain(cut(text, 600)) })),
    inputs,
    save,
    data,
  });
}

import { describe, expect, test } from 'vitest';
import { itemsOf, readAgenda } from '../../support/agenda-reader.ts';

const head = ['Referat', 'Havneudvalget', 'Mødedato: 4. maj 2026', ''];
const read = (...lines: readonly string[]) => readAgenda(lines.join('\n'));

describe('words in columns', () => {
  test('the case number beside the word for access is the item’s', () => {
    const text = (access: string) => [...head, '1. Nye bolværker', '', `${access}\tSagsid: 26/4411`, '', 'Beslutning', 'Udsat.'];
    expect(read(...text('Åben sag')).items).toMatchObject([{ caseNumber: '26/4411', closed: false }]);
    expect(read(...text('Lukket sag')).items).toMatchObject([{ caseNumber: '26/4411', closed: true }]);
  });

  test('a case number stands behind who handles it, beside the word for access', () => {
    const items = read(...head, '7. Nye bolværker', '', 'AMBHOL / 26/4411 ÅBEN SAG', '', 'Beslutning', 'Udsat.').items;
    expect(items).toMatchObject([{ title: 'Nye bolværker', caseNumber: '26/4411' }]);
  });

  test('headings above one another over a row of abbreviations are a table’s head', () => {
    const [item] = itemsOf(
      ...[...head, '1. Nye bolværker', '', 'Sagsfremstilling', 'Bolværket er slidt.', ''],
      ...['Sagsgang', 'Orientering', 'Indstilling', 'Beslutning', 'HU\tSU\tBY', '\t\tX', ''],
      ...['Indstilling', 'at bolværket skiftes.', '', 'Beslutning', 'Godkendt.'],
    );
    expect(item).toMatchObject({ clauses: ['at bolværket skiftes.'], decisions: ['Godkendt.'] });
  });

  test('a single heading over a table stays a heading', () => {
    const agenda = read(
      ...head,
      '1. Nye bolværker',
      '',
      'Sagsfremstilling',
      'De er slidte.',
      '',
      'Økonomi',
      'Post\tDrift\tAnlæg',
      'Kaj\t1\t2',
      '',
      'Beslutning',
      'Udsat.',
    );
    expect(agenda.items[0]?.economy).toBe('Post Drift Anlæg Kaj 1 2');
  });

  test('labels beside one another have their values in the same columns below', () => {
    const rows = (time: string) => ['MØDESTED:\tMØDEDATO:', 'Havnehuset\t04-05-2026', '', 'MØDETID:\tMØDET HÆVET:', time, ''];
    const items = ['1. Nye bolværker', '', 'Beslutning', 'Udsat.'];
    const told = read('Referat', 'Havneudvalget', '', ...rows('17.00'), ...items);
    expect(told).toMatchObject({ place: 'Havnehuset', date: '2026-05-04', startTime: '17:00' });
    expect(read('Referat', 'Havneudvalget', '', ...rows('\t19.15'), ...items).startTime).toBeNull();
  });
});

describe('proposal and decisions under one heading', () => {
  const { items } = read(
    ...['Dagsorden', 'Engby Byråd', 'Mødedato: 25. maj 2026', '', '1. Nye bolværker', '', 'INDSTILLING/BESLUTNING'],
    ...['Forvaltningen indstiller', '', 'At bolværket skiftes', '', 'Havneudvalget den 04-05-2026'],
    ...['Planen sendes i høring i Ældrerådet og Bådelauget med frist den 12. maj 2026.', ''],
    ...['Økonomiudvalget den 18-05-2026', 'Havneudvalgets forslag følges med den ændring, at prisen halveres.', ''],
    ...['Fraværende: Bo Lund.', '', 'SAGSFREMSTILLING', 'Bolværket er slidt.'],
  );

  test('each line of committee and day begins a decision, however it is worded', () => {
    expect(items[0]?.recommendation?.clauses).toEqual(['At bolværket skiftes']);
    expect(items[0]?.decisions).toMatchObject([
      { body: 'Havneudvalget', date: '2026-05-04', ownMeeting: false },
      { body: 'Økonomiudvalget', date: '2026-05-18', ownMeeting: false },
    ]);
    expect(items[0]?.decisions[1]?.text).toBe('Havneudvalgets forslag følges med den ændring, at prisen halveres.');
  });

  test('whom the earlier committee missed is not absent here', () => {
    expect(items[0]?.absent).toEqual([]);
  });

  test('a consultation that an earlier decision sent out is the item’s, where the item tells of none', () => {
    expect(items[0]?.consultation).toEqual({ from: null, to: '2026-05-12', parties: ['Ældrerådet', 'Bådelauget'] });
  });
});

describe('items without number and title', () => {
  test('the first of resume and case statement begins an item, and a matter told after the decision is of the item above', () => {
    const told = itemsOf(
      ...[
        ...head,
        'Resume',
        '',
        'Kort om kajen.',
        '',
        'Sagsfremstilling',
        '',
        'Kajen er slidt.',
        '',
        'Beslutning',
        '',
        'Udsat.',
        '',
      ],
      ...['Beslutningskompetence', '', 'Havneudvalget.', '', 'Beslutningstema', '', 'Skal kajen skiftes?', '', 'Bilag', ''],
      ...['Sagsfremstilling', '', 'Bådene er gamle.', '', 'Beslutning', '', 'Godkendt.', '', 'Bilag', ''],
      ...['Resume', '', 'Kort om lyset.', '', 'Sagsfremstilling', '', 'Lyset er svagt.', '', 'Beslutning', '', 'Drøftet.'],
    );
    expect(told.map(({ decisions }) => decisions)).toEqual([['Udsat.'], ['Godkendt.'], ['Drøftet.']]);
  });
});

describe('a committee’s name behind a comma', () => {
  test('is a part of the annex, and other names are annexes of their own', () => {
    const annexes = (line: string) =>
      read(...head, '1. Nye tal', '', 'Sagsfremstilling', 'Se tallene.', '', 'Bilag', line, '', 'Beslutning', 'Udsat.').items[0]
        ?.annexes;
    expect(annexes('Regnskab pr. 31. marts 2026, Havne- og Skovudvalget')).toHaveLength(1);
    expect(annexes('Regnskab for havnen, Notat om både')).toHaveLength(2);
  });
});

import { describe, expect, test } from 'vitest';
import { readAgendaVocabulary } from '../../../src/content/words/read-agenda-vocabulary.ts';
import { agendaReader } from '../../../src/domain/agenda/read-agenda.ts';

const read = agendaReader(readAgendaVocabulary());
const itemsOf = (...lines: readonly string[]) =>
  read(lines.join('\n')).items.map(({ number, title, recommendation, decisions }) => ({
    number,
    title,
    clauses: recommendation?.clauses ?? [],
    decisions: decisions.map(({ text }) => text),
  }));

describe('minutes without a heading over decisions', () => {
  const header = ['Borgerrepræsentationen', 'BESLUTNINGSPROTOKOL', 'fra ordinært møde onsdag den 3. juni 2026'];

  test('the last paragraph that begins as a decision is one, with what follows it', () => {
    const [item] = itemsOf(
      ...header,
      'Nr. 7 BR 12/26. Plan for havnen',
      'Indstilling om, at planen for havnen vedtages.',
      '(Havneudvalget)',
      'Indstillingen blev godkendt med',
      '30 stemmer imod 4.',
      'Imod stemte: Q.',
    );
    expect(item?.clauses).toEqual(['at planen for havnen vedtages.']);
    expect(item?.decisions).toEqual(['Indstillingen blev godkendt med 30 stemmer imod 4. Imod stemte: Q.']);
  });

  test('listed clauses end where the decision begins', () => {
    const [item] = itemsOf(
      ...header,
      '',
      'Nr. 8    BR 13/26. Lokalplan "Vest"',
      'Indstilling om,',
      '1.      at planen vedtages,',
      '',
      '2.      at fristen er to måneder.',
      '',
      '(Havneudvalget)',
      '',
      'Indstillingen blev godkendt uden afstemning.',
    );
    expect(item?.clauses).toEqual(['at planen vedtages', 'at fristen er to måneder.']);
    expect(item?.decisions).toEqual(['Indstillingen blev godkendt uden afstemning.']);
  });

  test('what a committee decided on an earlier day is no decision of this meeting', () => {
    const items = itemsOf(
      'Referat fra Jobudvalget den 3. juni 2026',
      '',
      '1. Værksted',
      'Sagsnr. 26/12',
      'Sagsfremstilling',
      'Værkstedet er nyt.',
      '',
      'Udvalget godkendte den 3. maj 2026 en plan for det.',
    );
    expect(items[0]?.decisions).toEqual([]);
  });
});

describe('pages of the web', () => {
  test('a button behind a bullet is no part of the decision before it', () => {
    const items = itemsOf(
      'Beslutningsprotokol',
      'mandag den 4. maj 2026 kl. 15:30',
      'Udvalg: Arbejdsmarkedsudvalget',
      ' • Udskriv',
      '  Sagsid.: 26/2677, Sagsinitialer: qx',
      '  Beslutning Arbejdsmarkedsudvalget den 04-05-2026',
      '  Godkendt.',
      ' • Udskriv',
      '  Sagsid.: 26/5635, Sagsinitialer: qx',
      '  Beslutning Arbejdsmarkedsudvalget den 04-05-2026',
      '  Udsat.',
    );
    expect(items.map(({ decisions }) => decisions)).toEqual([['Godkendt.'], ['Udsat.']]);
  });

  test('the heads of ticked columns are no headings', () => {
    const items = itemsOf(
      ...[
        'Planudvalget - 18-05-2026',
        'Dato: Mandag den 18. maj 2026',
        ' • Punkt 1 Mødekalender',
        '  Sagsgang',
        '  BY',
        '  Orientering',
      ],
      ...['  Indstilling', '  Beslutning', '  x', '  x', '  BY=Byråd', '  Beskrivelse af sagen', '  Kalenderen er ny.'],
      ...['  Indstilling', '  Direktionen indstiller, at kalenderen godkendes.'],
      ...['  Beslutning i Planudvalget den 18-05-2026', '  Godkendt.'],
    );
    expect(items).toEqual([
      { number: 1, title: 'Mødekalender', clauses: ['at kalenderen godkendes.'], decisions: ['Godkendt.'] },
    ]);
  });

  test('titles stand under case numbers', () => {
    const one = (number: string, title: string): readonly string[] => [
      ...[
        '',
        `Sagsnr.: ${number} Sagsbehandler: Q. Xen`,
        '',
        title,
        '',
        'DIR',
        '',
        'X',
        '',
        'Sagsresume',
        '',
        'Kort fortalt.',
        '',
      ],
      ...['Indstilling', '', 'Direktøren indstiller', '', 'at planen godkendes.', '', 'Beslutning', '', 'Godkendt.'],
    ];
    const items = itemsOf(
      ...['Udvalg: Jobudvalget', 'Mødedato: 31. maj 2026'],
      ...one('00.22.02-A00-9-26', 'Valg af formand og næstformand'),
      ...one('15.00.00-A00-2-26', 'Introduktion til området'),
    );
    expect(items.map(({ title }) => title)).toEqual(['Valg af formand og næstformand', 'Introduktion til området']);
    expect(items.map(({ clauses }) => clauses)).toEqual([['at planen godkendes.'], ['at planen godkendes.']]);
  });

  test('contents that run into the first item end before it', () => {
    const items = itemsOf(
      ...[
        'Jobudvalget',
        'Referat',
        '14-05-2026',
        'PUNKTER',
        '118. Dagsorden',
        '119. Besøg - Lukket punkt118. Dagsorden',
        '',
        'Dagsorden',
      ],
      ...['Beslutning Jobudvalget den 14-05-2026', 'Godkendt', '', '119. Besøg - Lukket punkt'],
    );
    expect(items.map(({ number }) => number)).toEqual([118, 119]);
  });

  test('the heading of a decision is whole where a page broke its committee', () => {
    const items = itemsOf(
      ...['1. Dagsorden (B)', '1. Dagsorden (B)', 'Sagsnr.: 330-2026-5389 Dok.nr.: 330-2026-6074 Åbent', 'Indstilling'],
      ...[
        'Formanden indstiller,',
        '1.',
        'at dagsordenen godkendes.',
        'Beslutning i Sundheds-',
        'og Jobudvalget den 8. maj 2026:',
      ],
      ...['Fraværende:', 'Godkendt.'],
    );
    expect(items).toEqual([{ number: 1, title: 'Dagsorden', clauses: ['at dagsordenen godkendes.'], decisions: ['Godkendt.'] }]);
  });
});

describe('what a meeting is called', () => {
  const agenda = (decided: readonly string[]) =>
    read(
      [
        ...['Dagsorden for Jobudvalget den 4. maj 2026', ''],
        ...['Dagsorden', 'Budget', 'Besøg'].flatMap((title, at) => [
          ...[`${at + 1}. ${title}`, `Sagsnr. 26/${at + 1}`, 'Indstilling', 'Chefen indstiller, at sagen drøftes.'],
          ...(decided[at] === undefined ? [] : ['Beslutning', decided[at]]),
        ]),
      ].join('\n'),
    );

  test('an agenda with one decision on it is an agenda', () => {
    expect(agenda(['Godkendt.'])).toMatchObject({ kind: 'dagsorden', items: [{ title: 'Dagsorden' }, {}, {}] });
  });

  test('an agenda whose items are decided on is minutes', () => {
    expect(agenda(['Godkendt.', 'Drøftet.']).kind).toBe('referat');
  });
});

describe('titles and annexes', () => {
  const head = ['Referat fra Jobudvalget den 4. maj 2026', ''];

  test('a title that a blank line breaks in its middle goes on under it', () => {
    const items = itemsOf(
      ...[...head, '1. Ny aftale om praktikpladser og', '', 'småjobs til unge under 30 år', 'Sagsnr. 26/22'],
      ...['Indstilling', 'Chefen indstiller, at aftalen godkendes.', 'Beslutning', 'Udsat.'],
    );
    expect(items.map(({ title }) => title)).toEqual(['Ny aftale om praktikpladser og småjobs til unge under 30 år']);
  });

  test('an annex stands without the number and the mark before it', () => {
    const [item] = read(
      [
        ...[...head, '1. Besøg', 'Sagsnr. 26/22', 'Beslutning', 'Udsat.', 'Bilag'],
        ...['1 (Åben) Notat om skoler (12/26)', '17474/09 Åben Evaluering af forsøg'],
      ].join('\n'),
    ).items;
    expect(item?.annexes).toEqual(['Notat om skoler (12/26)', 'Evaluering af forsøg']);
  });

  test('"Dagsorden:" among what was decided ends no decision', () => {
    const [item] = itemsOf(
      ...[
        '1. Godkendelse af dagsorden',
        'Sagsfremstilling',
        '...',
        'Beslutning',
        'Jobudvalgets beslutning i mødet den 4. maj 2026',
      ],
      ...['Mødet startede kl. 9.', 'Dagsorden:', 'Dagsordenen blev godkendt.'],
    );
    expect(item?.decisions).toEqual(['Mødet startede kl. 9. Dagsorden: Dagsordenen blev godkendt.']);
  });
});

describe('where an item begins', () => {
  test('a number alone behind a bullet stands over the title, and a heading says whose decision follows on its line', () => {
    const items = itemsOf(
      ...['Referat', 'Torsdag den 22. oktober 2026 kl. 17:00', 'Udvalg: Planudvalget', 'Afbud fra:'],
      ...[
        '  • 1',
        '    Udeservering',
        '    Sagsid.: 26/2955',
        '',
        '    INDSTILLING:',
        '',
        '    Chefen indstiller, at der gives afslag.',
        '',
      ],
      ...['    BESLUTNING: Planudvalget den 22-10-2026', '', '    Godkendt.', ''],
      ...[
        '  • 2',
        '    Budget',
        '    Sagsid.: 26/3000',
        '',
        '    ANBEFALING:',
        '',
        '    Chefen indstiller, at det vedtages.',
        '',
      ],
      ...['    BESLUTNING: Planudvalget den 22-10-2026', '', '    Udsat.'],
    );
    expect(items).toEqual([
      { number: 1, title: 'Udeservering', clauses: ['at der gives afslag.'], decisions: ['Godkendt.'] },
      { number: 2, title: 'Budget', clauses: ['at det vedtages.'], decisions: ['Udsat.'] },
    ]);
  });

  test('"Åben" or "Lukket" alone over sections begins one where there are neither numbers nor titles', () => {
    const agenda = read(
      [
        ...[
          '24. april 2026 - referat fra byrådet',
          '',
          'Byrådet 24. april 2026',
          '',
          'Åben',
          '',
          'Beslutning',
          '',
          'Godkendt.',
          '',
        ],
        ...['Åben', '', 'Indstilling', '', 'Økonomiudvalget indstiller, at byrådet godkender regnskabet.', ''],
        ...['Beslutning', '', 'Vedtaget.', '', 'Lukket', '', 'Beslutning', '', 'Udsat.'],
      ].join('\n'),
    );
    expect(agenda.items.map(({ closed, decisions }) => [closed, decisions[0]?.text])).toEqual([
      [false, 'Godkendt.'],
      [false, 'Vedtaget.'],
      [true, 'Udsat.'],
    ]);
  });

  test('a page of one item begins with its number and title', () => {
    expect(itemsOf('1. Godkendelse af dagsorden', '', 'Beslutning', '', 'Dagsordenen blev godkendt.')).toEqual([
      { number: 1, title: 'Godkendelse af dagsorden', clauses: [], decisions: ['Dagsordenen blev godkendt.'] },
    ]);
  });

  test('a committee is named with blanks before its hyphens', () => {
    const agenda = read(
      [
        ...[
          '29-01-2026 kl. 18:00',
          'Nr.8 - Dagsorden',
          'Beslutning i Service -, Job - og Havneudvalget den 29-01-2026',
          'Godkendt.',
          '',
        ],
        ...['Nr.9 - Træffetid', 'Beslutning i Service -, Job - og Havneudvalget den 29-01-2026', 'Drøftet.'],
      ].join('\n'),
    );
    expect(agenda.body).toBe('Service -, Job - og Havneudvalget');
    expect(agenda.items.map(({ decisions }) => decisions[0]?.text)).toEqual(['Godkendt.', 'Drøftet.']);
  });
});

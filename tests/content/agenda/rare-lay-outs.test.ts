import { describe, expect, test } from 'vitest';
import { itemsOf, readAgenda } from '../../support/agenda-reader.ts';

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
    expect(item?.clauses).toEqual(['at planen vedtages,', 'at fristen er to måneder.']);
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

describe('a proposal over a list', () => {
  test('a whole clause before the frame of the listed ones is one too', () => {
    const [item] = itemsOf(
      ...['Byrådet, onsdag den 31. maj 2026', '', '1. Opfølgning', 'Sagsid.: 26/24751', 'Indstilling'],
      ...['Direktionen indstiller, at regnskabet godkendes, og at følgende indstilles til Byrådet:'],
      ...['• at der gives 147.000 kr.', '• at der tages 6.000 kr.', 'Beslutning', 'Godkendt.'],
    );
    expect(item?.clauses).toEqual(['at regnskabet godkendes, og', 'at der gives 147.000 kr.', 'at der tages 6.000 kr.']);
  });
});

describe('a proposal published as a letter', () => {
  const agenda = readAgenda(
    [
      ...['Indstilling', '', 'Til\tNordby Byråd via Magistraten', 'Fra\tJob og Unge', 'Dato\t4. maj 2026', ''],
      ...['Værksted for unge – forlængelse og udvidelse', 'af aftalen med skolen', '', '1. Resume', '', 'En aftale.', ''],
      ...[
        'JOB OG UNGE',
        'Nordby Kommune',
        'Torvet 1',
        '9999 Nordby C',
        '',
        'Sagsnummer: 26/021934',
        '',
        '2. Beslutningspunkter',
        '',
      ],
      ...[
        'Det indstilles:',
        '',
        'At 1) aftalen forlænges, heraf mindst',
        '',
        'Side 1 af 5',
        '4. maj 2026',
        '',
        '30 pladser til mødre.',
        '',
      ],
      ...[
        'At 2) der følges op.',
        '',
        '3. Baggrund',
        '',
        'Det er godt.',
        '',
        'Side 2 af 5',
        '4. maj 2026',
        '',
        'Bilag',
        '',
        'Bilag 1: Aftale',
      ],
    ].join('\n'),
  );

  test('is one item without a meeting: its day is when it was written, and an address is no title', () => {
    expect(agenda).toMatchObject({ kind: 'udvalgspunkt', date: null, municipality: 'Nordby' });
    expect(agenda.items).toMatchObject([
      {
        ...{ number: null, title: 'Værksted for unge – forlængelse og udvidelse af aftalen med skolen', caseNumber: '26/021934' },
        recommendation: { clauses: ['At 1) aftalen forlænges, heraf mindst 30 pladser til mødre.', 'At 2) der følges op.'] },
        annexes: ['Bilag 1: Aftale'],
      },
    ]);
  });
});

describe('cases that are only numbered', () => {
  const { items } = readAgenda(
    [
      ...[
        'Beslutningsprotokol',
        'Jobudvalget',
        'Mandag den 4. maj 2026',
        '',
        'Sag nr. 7',
        '',
        'VEDERLAG',
        '',
        'J.nr. 26.15.10-S08-1/26',
        '',
      ],
      ...[
        'Vederlaget stiger.',
        '',
        'Magistraten vedtog den 6. april 2026:',
        '',
        'Sagen sendes tilbage.',
        '',
        'Udgiften dækkes nu.',
        '',
      ],
      ...[
        'Chefen indstiller, at vederlaget følges.',
        '',
        'Udvalgets beslutning:\tAnbefales.',
        '',
        'Sag nr. 8',
        '',
        'LUKKET SAG',
        '',
      ],
      ...['J.nr. 27.69.00-P19-8/26'],
    ].join('\n'),
  );

  test('an earlier decision told in running text is its paragraph, and the text goes on', () => {
    expect(items[0]?.decisions).toMatchObject([
      { text: 'Sagen sendes tilbage.', body: 'Magistraten', date: '2026-04-06', ownMeeting: false },
      { text: 'Anbefales.', ownMeeting: true },
    ]);
    expect(items[0]?.recommendation?.clauses).toEqual(['at vederlaget følges.']);
  });

  test('the word for a closed case is its title where no other stands', () => {
    expect(items[1]).toMatchObject({ number: 8, title: 'LUKKET SAG', closed: true });
  });
});

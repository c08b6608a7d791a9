import { describe, expect, test } from 'vitest';
import { readAgenda } from '../../support/agenda-reader.ts';

/** The consultation of an item with this case statement. */
function consultationIn(...lines: readonly string[]) {
  const head = ['Referat fra Jobudvalget den 4. maj 2026', '', '1. Værksted', 'Sagsnr. 26/12', 'Sagsfremstilling'];
  return readAgenda([...head, ...lines, '', 'Beslutning', 'Godkendt.'].join('\n')).items[0]?.consultation;
}

describe('who is asked', () => {
  const all = ['Handicaprådet', 'FGU Vest', 'det lokale erhvervsforum'];

  test('the parties are named in a sentence, in small letters too', () => {
    const period = 'Planen sendes i høring i perioden 5. maj til 8. juni 2026.';
    expect(consultationIn(`${period} Høringsparter er Handicaprådet, FGU Vest og det lokale erhvervsforum.`)).toEqual({
      from: '2026-05-05',
      to: '2026-06-08',
      parties: all,
    });
    expect(
      consultationIn(`${period.replace('i perioden', 'hos Handicaprådet, FGU Vest og det lokale erhvervsforum i perioden')}`)
        ?.parties,
    ).toEqual(all);
  });

  test('the parties are a list under their heading', () => {
    expect(
      consultationIn('En plan.', '', 'Høringsparter', '- Handicaprådet', '- FGU Vest', '- det lokale erhvervsforum')?.parties,
    ).toEqual(all);
  });

  test('who is said to be heard is a party', () => {
    expect(consultationIn('Ældrerådet er hørt i sagen og har den 1. maj 2026 svaret.')?.parties).toEqual(['Ældrerådet']);
    expect(consultationIn('Regionen har bedt LBR om en udtalelse senest den 17. maj 2026.')).toEqual({
      from: null,
      to: '2026-05-17',
      parties: ['LBR'],
    });
    expect(consultationIn('Der er hørt meget om sagen i høringen.')).toBeNull();
  });
});

describe('parties under a line', () => {
  test('the bullets under "sendes i høring hos:" are one party each, also with "og" in the name', () => {
    const lead = 'Planen sendes i høring den 8. juni 2026 med frist den 19. august 2026 hos:';
    expect(
      consultationIn(lead, '• Skolebestyrelserne', '• MED for Børn og Kultur,', '• Lokalrådene i de tre byer', '', 'Tidsplan'),
    ).toMatchObject({
      to: '2026-08-19',
      parties: ['Skolebestyrelserne', 'MED for Børn og Kultur', 'Lokalrådene i de tre byer'],
    });
  });
});

/** A table with its cells in the order that a reader meets them, drawn from a seed. */
export interface GeneratedTable {
  readonly name: string;
  readonly text: string;
  /** Rows of the body by line of the text, each with its cells. */
  readonly lines: readonly (readonly string[])[];
}

const units = [
  'Jobhuset',
  'Ungecentret',
  'Sygedagpenge',
  'Mentorindsats',
  'Nytteindsats',
  'Sprogskolen',
  'Drift',
  'Integration',
  'Virksomhedsservice',
];

/** A small repeatable stream of numbers, so that a failing table can be drawn again. */
export function drawn(seed: number): (below: number) => number {
  let state = (seed * 2654435761) % 4294967296;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

const grouped = (value: number) => `${value < 0 ? '-' : ''}${String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.')}`;
const decimal = (value: number, digits: number) => {
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(digits).split('.');
  return `${value < 0 ? '-' : ''}${whole}${rest === '' ? '' : `,${rest}`}`;
};
const percent = (part: number, whole: number) => `${decimal((100 * part) / whole, 0).replace('-0', '0')}%`;

type Layout = (draw: (below: number) => number) => readonly (readonly string[])[];
const names = (draw: (below: number) => number) => units.slice(0, 3 + draw(6));
const amount = (draw: (below: number) => number) => (1 + draw(9000)) * 5_000 + 10_000;
const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

const totalBelow: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, amount(draw)] as const);
  return [
    ...rows.map(([name, value]) => [name, `${grouped(value)} kr.`]),
    ['I alt', `${grouped(sum(rows.map(([, v]) => v)))} kr.`],
  ];
};
const yearsWithTotalAbove: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, ...[0, 1, 2, 3].map(() => -50 - draw(4000))] as const);
  const total = [1, 2, 3, 4].map((at) => grouped(sum(rows.map((row) => Number(row[at])))));
  return [
    ['', '2021', '2022', '2023', '2024'],
    ['Udvalget', ...total],
    ...rows.map(([name, ...v]) => [name, ...v.map((n) => (draw(2) ? String(n) : grouped(Number(n))))]),
  ];
};
const changes: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, 40 + draw(3000), 40 + draw(3000)] as const);
  const all = [...rows, ['I alt', sum(rows.map((r) => r[1])), sum(rows.map((r) => r[2]))] as const];
  return [
    ['', 'Juli 2016', 'Juli 2017', 'Ændring', 'Ændring pct.'],
    ...all.map(([name, a, b]) => [name, grouped(a), grouped(b), grouped(b - a), percent(b - a, a)]),
  ];
};
const shares: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, amount(draw)] as const);
  const total = sum(rows.map(([, v]) => v));
  return [
    ['Enhed', 'Beløb i kr.', 'Andel'],
    ...rows.map(([n, v]) => [n, grouped(v), `${decimal((100 * v) / total, 1)} %`]),
    ['Samlet', grouped(total), '100,0 %'],
  ];
};
const millions: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, (1 + draw(900)) / 10] as const);
  return [
    ['Mio. kr.', 'Budget 2020'],
    ...rows.map(([n, v]) => [n, decimal(v, 1)]),
    ['Sum', decimal(sum(rows.map(([, v]) => v)), 1)],
  ];
};
const roundedThousands: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, amount(draw) + draw(1000), amount(draw) + draw(1000)] as const);
  const inThousands = (value: number) => grouped(Math.round(value / 1000));
  const total = [1, 2].map((at) => inThousands(sum(rows.map((row) => Number(row[at])))));
  return [
    ['1.000 kr.', 'Budget', 'Forbrug'],
    ...rows.map(([n, a, b]) => [n, inThousands(a), inThousands(b)]),
    ['Total', ...total],
  ];
};
const subtotals: Layout = (draw) => {
  const group = () =>
    names(draw)
      .slice(0, 3)
      .map((name) => [name, 100 + draw(9000)] as const);
  const [a, b] = [group(), group()];
  const total = (rows: readonly (readonly [string, number])[]) => sum(rows.map(([, v]) => v));
  const cells = (rows: readonly (readonly [string, number])[]) => rows.map(([n, v]) => [n, grouped(v)]);
  return [
    ...cells(a),
    ['I alt unge', grouped(total(a))],
    ...cells(b),
    ['I alt voksne', grouped(total(b))],
    ['Samlet', grouped(total(a) + total(b))],
  ];
};
const rowTotals: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, 10 + draw(900), 10 + draw(900), 10 + draw(900)] as const);
  const all = [...rows, ['I alt', ...[1, 2, 3].map((at) => sum(rows.map((r) => Number(r[at]))))] as const];
  return [
    ['', '1. kvartal', '2. kvartal', '3. kvartal', 'I alt'],
    ...all.map(([n, ...v]) => [String(n), ...v.map((x) => grouped(Number(x))), grouped(sum(v.map(Number)))]),
  ];
};
const overBudget: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, amount(draw)] as const);
  const total = sum(rows.map(([, v]) => v));
  const over = 5_000 * (1 + draw(500));
  return [
    ...rows.map(([n, v]) => [n, `${grouped(v)} kr.`]),
    ['Samlet', `${grouped(total)} kr.`],
    ['Budget', `${grouped(total - over)} kr.`],
    ['Overdisponering', `${grouped(over)} kr.`],
  ];
};
const deviations: Layout = (draw) => {
  const rows = names(draw).map((name) => [name, 500 + draw(9000), 500 + draw(9000)] as const);
  const all = [...rows, ['I alt', sum(rows.map((r) => r[1])), sum(rows.map((r) => r[2]))] as const];
  return [
    ['Område', 'Korrigeret budget', 'Forventet forbrug', 'Afvigelse'],
    ...all.map(([n, a, b]) => [n, grouped(a), grouped(b), grouped(b - a)]),
  ];
};

const layouts: Readonly<Record<string, Layout>> = {
  totalBelow,
  yearsWithTotalAbove,
  changes,
  shares,
  millions,
  roundedThousands,
  subtotals,
  rowTotals,
  overBudget,
  deviations,
};

/** A sound table of one of the lay-outs. */
export function generated(seed: number): GeneratedTable {
  const [name, layout] = Object.entries(layouts)[seed % Object.keys(layouts).length] ?? ['totalBelow', totalBelow];
  const lines = layout(drawn(seed));
  return { name, lines, text: textOf(lines) };
}

function textOf(lines: readonly (readonly string[])[]): string {
  return `Fordeling af rammen\n\n${lines.map((cells) => cells.join('\t')).join('\n')}\n\nTallene er foreløbige.\n`;
}

/** The table with one error each: a changed digit, two swapped cells of a row, a wrong total, a wrong percentage. */
export function planted(table: GeneratedTable, seed: number): readonly { readonly name: string; readonly text: string }[] {
  const draw = drawn(seed + 7919);
  const places = table.lines.flatMap((cells, row) =>
    cells.flatMap((cell, at) =>
      at > 0 && /\d/.test(cell) && !/^20\d\d$|kvartal|20\d\d/.test(cell) && cells[0] !== '1.000 kr.' && cells[0] !== 'Mio. kr.'
        ? [{ row, at, cell }]
        : [],
    ),
  );
  const isPercent = ({ cell }: { cell: string }) => cell.includes('%');
  const isTotal = ({ row }: { row: number }) => /^(I alt|Samlet|Sum|Total|Udvalget)/.test(table.lines[row]?.[0] ?? '');
  const numbers = places.filter((place) => !isPercent(place));
  const errors: { name: string; text: string }[] = [];
  const add = (name: string, changed: readonly { row: number; at: number; cell: string }[]) => {
    const lines = table.lines.map((cells, row) =>
      cells.map((cell, at) => changed.find((c) => c.row === row && c.at === at)?.cell ?? cell),
    );
    errors.push({ name, text: textOf(lines) });
  };
  const digit = numbers[draw(numbers.length)];
  if (digit !== undefined) add('changed digit', [{ ...digit, cell: withOtherDigit(digit.cell, draw) }]);
  const total = numbers.filter(isTotal)[draw(numbers.filter(isTotal).length)];
  if (total !== undefined) add('wrong total', [{ ...total, cell: withOtherDigit(total.cell, draw) }]);
  const share = places.filter(isPercent)[draw(places.filter(isPercent).length)];
  if (share !== undefined) add('wrong percentage', [{ ...share, cell: withOtherDigit(share.cell, draw) }]);
  const pairs = numbers.flatMap((a) =>
    numbers.filter((b) => b.row === a.row && b.at > a.at && b.cell !== a.cell).map((b) => [a, b] as const),
  );
  const pair = pairs[draw(pairs.length)];
  if (pair !== undefined)
    add('swapped cells', [
      { ...pair[0], cell: pair[1].cell },
      { ...pair[1], cell: pair[0].cell },
    ]);
  return errors;
}

/** Another digit, never a leading zero; in rounded numbers one that rounding cannot explain. */
function withOtherDigit(cell: string, draw: (below: number) => number): string {
  const digits = [...cell.matchAll(/\d/g)].map(({ index }) => index);
  const at = digits[draw(Math.max(1, digits.length - (cell.includes(',') ? 2 : 1)))] ?? 0;
  const other = (Number(cell[at]) + 1 + draw(8)) % 10 || 5;
  const digit = other === Number(cell[at]) ? (other === 9 ? 7 : other + 1) : other;
  return `${cell.slice(0, at)}${digit}${cell.slice(at + 1)}`;
}

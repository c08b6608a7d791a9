/** The named characters that Danish pages use; the rest come by number or as themselves. */
const named: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0xa0,
  aelig: 0xe6,
  AElig: 0xc6,
  oslash: 0xf8,
  Oslash: 0xd8,
  aring: 0xe5,
  Aring: 0xc5,
  eacute: 0xe9,
  Eacute: 0xc9,
  ouml: 0xf6,
  auml: 0xe4,
  uuml: 0xfc,
  ndash: 0x2013,
  mdash: 0x2014,
  hellip: 0x2026,
  bull: 0x2022,
  laquo: 0xab,
  raquo: 0xbb,
  ldquo: 0x201c,
  rdquo: 0x201d,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sect: 0xa7,
  para: 0xb6,
  euro: 0x20ac,
  frac12: 0xbd,
  minus: 0x2212,
  shy: 0xad,
  middot: 0xb7,
};

/** The characters that HTML writes with `&…;`. What is not known stays as written. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z][a-z0-9]*));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : named[name];
    return code === undefined || code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** What Windows-1252 has at 0x80-0x9f. Node 20's own decoder leaves the control characters of Latin-1 there. */
const windows = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/** The text of a file in UTF-8 or UTF-16, or in Windows-1252, in which older systems still write. A byte order mark is left out. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const latin = new TextDecoder('latin1').decode(bytes);
    return latin.replaceAll(/[\u0080-\u009f]/g, (sign) => String.fromCharCode(windows[sign.charCodeAt(0) - 0x80] ?? 0xfffd));
  }
}

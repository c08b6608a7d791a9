/** Remembers the last activity ids: Teams repeats what it believes was not delivered, and a question is answered once. */
export function createHandledWindow(size: number): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return false;
    seen.add(key);
    if (seen.size > size) seen.delete(seen.values().next().value ?? '');
    return true;
  };
}

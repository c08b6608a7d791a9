type Work = () => Promise<void>;

interface Line {
  running: Promise<void>;
  next: { work: Work; done: Promise<void> } | null;
}

/**
 * Updates of one message go out one after another: a try that is repeated later never overwrites a newer state. Of those that wait, the
 * newest alone is sent, for all of them.
 */
export function createUpdateLines(): (message: string, work: Work) => Promise<void> {
  const lines = new Map<string, Line>();
  const start = (message: string, line: Line, work: Work): Promise<void> => {
    line.running = work().finally(() => {
      if (line.next === null) lines.delete(message);
    });
    return line.running;
  };
  return (message, work) => {
    const line = lines.get(message);
    if (line === undefined) {
      const fresh: Line = { running: Promise.resolve(), next: null };
      lines.set(message, fresh);
      return start(message, fresh, work);
    }
    if (line.next !== null) {
      line.next.work = work;
      return line.next.done;
    }
    const next = { work, done: Promise.resolve() };
    line.next = next;
    // Whether the update before succeeded is told to whoever sent that one.
    next.done = line.running.then(ignored, ignored).then(() => {
      line.next = null;
      return start(message, line, next.work);
    });
    return next.done;
  };
}

function ignored(): void {}
